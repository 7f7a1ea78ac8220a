import type { Theme } from '../../../model/theme.ts';
import type { Pattern } from '../pattern.ts';

/** How customers of one language speak of one theme. */
interface ThemeWords {
  /** Says it by itself, whatever the stars. */
  readonly complaint: readonly Pattern[];
  readonly praise: readonly Pattern[];
  /** Names the matter; the stars and the words beside it say which way. */
  readonly topic: readonly Pattern[];
  /** Names who or what is to blame where the words beside it say that something was bad; beside good ones it says nothing. */
  readonly blame?: readonly Pattern[];
}

type Patterns = Partial<Readonly<Record<Theme, readonly Pattern[]>>>;

/** What is a complaint only beside low stars. `~9` may reach into the next sentence. */
export interface LowStars {
  /** Beside three stars or fewer, if not praised in the same words. */
  readonly upToThree: Patterns;
  /** Beside one or two, if nothing else was found: who mentions staff, promises or money there nearly always complains of them. */
  readonly upToTwo: Patterns;
}

export interface Lexicon {
  readonly lowStars: LowStars;
  readonly themes: Readonly<Record<Theme, ThemeWords>>;
  /** Where one thought ends and the opposite may begin. */
  readonly turns: readonly Pattern[];
  /** A sentence of what others told, of other businesses, and of the customer's own mistakes: nothing in it counts. */
  readonly elsewhere: readonly Pattern[];
  /** Other people's words, other businesses, and words of a theme in another sense: nothing in them counts. */
  readonly aside: readonly Pattern[];
  readonly good: readonly Pattern[];
  readonly bad: readonly Pattern[];
}
