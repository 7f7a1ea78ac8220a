import type { NotByModel } from '../model/saying.ts';
import type { Mentions } from '../model/theme.ts';

/** A customer's text, and the stars that come with it. */
export interface TextToRead {
  readonly text: string;
  /** 1 to 5; null where there are no stars. */
  readonly rating: number | null;
}

export type ThemeReading =
  | { readonly isRead: true; readonly mentions: Mentions }
  | { readonly isRead: false; readonly why: NotByModel };

/** Reads what a text complains of and praises: the lexicon, or a language model. */
export interface ThemeReader {
  /** As it is stored beside what it finds: `lexicon/2`. */
  readonly id: string;
  read(text: TextToRead): Promise<ThemeReading>;
}
