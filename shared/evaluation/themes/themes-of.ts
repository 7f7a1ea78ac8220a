import type { Language } from '../../model/language.ts';
import { type Mentions, type Theme, themeIds, themes } from '../../model/theme.ts';
import { english } from './lexicon/en.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { russian } from './lexicon/ru.ts';
import { ukrainian } from './lexicon/uk.ts';
import { compile, wordsOf } from './pattern.ts';

export type ThemeSide = 'complaint' | 'praise';

export function themesIn({ complaints, praises }: Mentions, side: ThemeSide): readonly Theme[] {
  return side === 'complaint' ? complaints : praises;
}

type Compiled = {
  readonly turns: RegExp;
  readonly aside: RegExp;
  readonly elsewhere: RegExp;
  readonly good: RegExp;
  readonly bad: RegExp;
  readonly themes: readonly (readonly [
    Theme,
    Readonly<Record<ThemeSide | 'topic' | 'blame' | 'upToThree' | 'upToTwo', RegExp>>,
  ])[];
};

/** No review is longer; what is, is no review. */
const longestText = 10_000;

const lexicons: Readonly<Record<Language, Lexicon>> = { en: english, uk: ukrainian, ru: russian };
const compiled = new Map<Language, Compiled>();

/**
 * Which themes a review or a comment complains of, and which it praises, by the words of its language. The stars decide where
 * the words name a matter and leave open which way. It misses what people say in words of their own, and so is a lower bound.
 * @param rating 1 to 5; null where there are no stars: then only what is said outright counts
 */
export function themesOf(whole: string, rating: number | null): Mentions {
  const text = whole.slice(0, longestText);
  const readings = languagesOf(text).map((language) => mentionsIn(text, rating, language));
  // Where the letters do not tell, the words do.
  return readings.find(({ complaints, praises }) => complaints.length + praises.length > 0) ?? noMentions;
}

const noMentions: Mentions = { complaints: [], praises: [] };

function mentionsIn(text: string, rating: number | null, language: Language): Mentions {
  const lexicon = lexiconOf(language);
  const [complaints, praises] = [new Set<Theme>(), new Set<Theme>()];
  const clauses = clausesOf(text, lexicon);
  for (const { clause, isTurned } of clauses) {
    const { way, isGood, isBad } = toneOf(clause, lexicon, rating);
    for (const [theme, words] of lexicon.themes) {
      const afterPraise = clause.replace(words.praise, ' # ');
      const isPraised = afterPraise !== clause;
      const afterComplaint = afterPraise.replace(words.complaint, ' # ');
      if (isPraised) praises.add(theme);
      if (afterComplaint !== afterPraise && (isLow(rating) || (rating === 4 && !isGood) || isTurned || isBad))
        complaints.add(theme);
      if (afterComplaint !== clause) continue;
      const isNamed = clause.search(words.topic) >= 0;
      const isBlamed = isBad && !isGood && clause.search(words.blame) >= 0;
      if (isBlamed || (way === 'complaint' && isNamed)) complaints.add(theme);
      if (way === 'praise' && isNamed) praises.add(theme);
    }
  }
  for (const theme of toldIn(clauses, lexicon, rating)) complaints.add(theme);
  if (complaints.size === 0) for (const theme of hintedIn(clauses, lexicon, rating)) complaints.add(theme);
  return {
    complaints: exactly(complaints),
    praises: isBitter(rating) ? [] : exactly(praises).filter((theme) => !complaints.has(theme)),
  };
}

/** What counts beside three stars or fewer. Beside three, praise is meant and taken out first. */
function toldIn(clauses: readonly Clause[], { themes: all }: Compiled, rating: number | null): Theme[] {
  if (rating === null || rating > 3) return [];
  const said = isBitter(rating) ? wholeOf(clauses) : unpraised(wholeOf(clauses), all);
  return all.filter(([, { upToThree }]) => said.search(upToThree) >= 0).map(([theme]) => theme);
}

/** What counts beside one or two stars where nothing else was found: a bare mention of staff, promises or money. */
function hintedIn(clauses: readonly Clause[], { themes: all }: Compiled, rating: number | null): Theme[] {
  if (!isBitter(rating)) return [];
  const said = unpraised(wholeOf(clauses), all);
  return all.filter(([, { upToTwo }]) => said.search(upToTwo) >= 0).map(([theme]) => theme);
}

function unpraised(said: string, all: Compiled['themes']): string {
  return all.reduce((rest, [, { praise }]) => rest.replace(praise, ' # '), said);
}

function wholeOf(clauses: readonly Clause[]): string {
  return clauses.map(({ clause }) => clause).join(' , ');
}

/** That the service is bad says nothing beside what was bad about it. In the order of all themes. */
export function exactly(found: ReadonlySet<Theme>): Theme[] {
  const all = themeIds.filter((theme) => found.has(theme));
  const isExact = all.some((theme) => theme !== 'service' && themes[theme] === 'service');
  return isExact ? all.filter((theme) => theme !== 'service') : all;
}

/** Four and five stars are given in spite of what went wrong, or because it was put right. */
function isLow(rating: number | null): boolean {
  return rating === null || rating <= 3;
}

/** With one star or two, nice words are seldom meant. */
function isBitter(rating: number | null): boolean {
  return rating !== null && rating <= 2;
}

/** Of the three that the lexicons know, the likeliest. */
export function languageOf(text: string): Language {
  return languagesOf(text)[0] ?? 'en';
}

/** Ukrainian and Russian are told apart by the letters that only one of them has; a short text may have none. */
function languagesOf(text: string): readonly Language[] {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic < text.length / 5) return ['en'];
  const ukrainianOnly = text.match(/[іїєґ]/giu)?.length ?? 0;
  const russianOnly = text.match(/[ыэёъ]/giu)?.length ?? 0;
  if (ukrainianOnly === russianOnly) return ['ru', 'uk'];
  return ukrainianOnly > russianOnly ? ['uk'] : ['ru'];
}

function lexiconOf(language: Language): Compiled {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const { turns, aside, elsewhere, good, bad, themes: words, lowStars } = lexicons[language];
  const made: Compiled = {
    ...{ turns: compile(turns), aside: compile(aside), elsewhere: compile(elsewhere) },
    ...{ good: compile(good), bad: compile(bad) },
    themes: themeIds.map((theme) => {
      const { complaint, praise, topic, blame = [] } = words[theme];
      return [
        theme,
        {
          ...{ complaint: compile(complaint), praise: compile(praise), topic: compile(topic), blame: compile(blame) },
          upToThree: compile(lowStars.upToThree[theme] ?? []),
          upToTwo: compile(lowStars.upToTwo[theme] ?? []),
        },
      ];
    }),
  };
  compiled.set(language, made);
  return made;
}

interface Clause {
  readonly clause: string;
  /** Behind "but": only there does somebody complain who gives all the stars, or in plain bad words. */
  readonly isTurned: boolean;
}

/** Sentences, parted once more where the opposite may begin, without what is not about this business. */
function clausesOf(text: string, { turns, aside, elsewhere }: Compiled): Clause[] {
  return text
    .split(/[.!?…;\n]+/)
    .map(wordsOf)
    .filter((sentence) => sentence.search(elsewhere) < 0)
    .flatMap((sentence) => sentence.replace(aside, ' # ').replace(turns, ' | ').split('|').map(clauseOf))
    .filter(({ clause }) => clause.trim() !== '');
}

function clauseOf(part: string, index: number): Clause {
  return { clause: ` ${part.trim()} `, isTurned: index > 0 };
}

interface Tone {
  /** What a matter that is only named comes to. */
  readonly way: ThemeSide | null;
  /** It has good words. */
  readonly isGood: boolean;
  readonly isBad: boolean;
}

function toneOf(clause: string, { good, bad, themes: all }: Compiled, rating: number | null): Tone {
  const isBad = clause.search(bad) >= 0;
  const rest = clause.replace(bad, ' # ');
  const isGood = rest.search(good) >= 0 || all.some(([, { praise }]) => rest.search(praise) >= 0);
  if (isBad !== isGood) return { way: isBad ? 'complaint' : 'praise', isGood, isBad };
  return { way: wordsIn(clause) < fewestWords ? null : byStars(rating), isGood, isBad };
}

/** What is cut off before "however" names a matter and says nothing of it. */
const fewestWords = 3;

function wordsIn(clause: string): number {
  return clause.split(' ').filter((word) => word !== '').length;
}

function byStars(rating: number | null): Tone['way'] {
  if (rating === null || rating === 3) return null;
  return rating < 3 ? 'complaint' : 'praise';
}
