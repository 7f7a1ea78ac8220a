import { readFileSync } from 'node:fs';
import { themesOf } from '../../../shared/evaluation/themes/themes-of.ts';
import type { Language } from '../../../shared/model/language.ts';
import { type Theme, themeSchema, themes } from '../../../shared/model/theme.ts';

/** A text of a review, and whether a reader finds a complaint of the service in it. */
export interface Labelled {
  readonly rating: number;
  readonly text: string;
  readonly isOfService: boolean;
}

/** Three hundred, hard on purpose: irony, hearsay, other places, the customer's own mistakes. Labelled by theme before the lexicon was written. */
export function hardOnesIn(language: Language): Labelled[] {
  return byTheme(`${language}.tsv`);
}

/** Written and labelled by somebody who had never seen the lexicon. */
export function independentOnesIn(language: Language): Labelled[] {
  return byTheme(`independent-${language}.tsv`);
}

/** As people usually write. Written and labelled when the lexicon was nearly as it is. */
export function plainOnesIn(language: Language): Labelled[] {
  return byService(`plain-${language}.tsv`);
}

/** Few stars for what was bought, and people and waits that nobody complains of: none is a complaint of the service. */
export function productOnesIn(language: Language): Labelled[] {
  return byService(`product-${language}.tsv`);
}

function byTheme(name: string): Labelled[] {
  return rowsOf(name).map(([, rating, complaints = '', , text = '']) => {
    return { rating: Number(rating), text, isOfService: isOfService(themesIn(complaints)) };
  });
}

function byService(name: string): Labelled[] {
  return rowsOf(name).map(([rating, label, text = '']) => {
    return { rating: Number(rating), text, isOfService: label === 'y' };
  });
}

function rowsOf(name: string): string[][] {
  const [, ...rows] = readFileSync(new URL(name, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => row.split('\t'));
}

function themesIn(cell: string): Theme[] {
  return cell === '-' ? [] : cell.split(',').map((each) => themeSchema.parse(each.trim()));
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  /** What was wrongly found, to read. */
  readonly wrong: readonly string[];
}

/** How well it sees that somebody complains of the service at all. */
export function scoreOf(texts: readonly Labelled[]): Score {
  const judged = texts.map((each) => ({ ...each, seemed: isOfService(themesOf(each.text, each.rating).complaints) }));
  const found = judged.filter(({ seemed }) => seemed);
  const right = found.filter((each) => each.isOfService);
  return {
    precision: right.length / found.length,
    recall: right.length / judged.filter((each) => each.isOfService).length,
    wrong: found.filter((each) => !each.isOfService).map(({ text }) => text),
  };
}

export function isOfService(complaints: readonly Theme[]): boolean {
  return complaints.some((theme) => themes[theme] === 'service');
}
