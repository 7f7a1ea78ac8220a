import type { Language } from '../../model/language.ts';
import { type NotByModel, notByModelReasons } from '../../model/saying.ts';
import { formatFor } from '../format.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import type { ThemeWords } from './words.ts';

export const themeWords: Readonly<Record<Language, ThemeWords>> = { en, uk, ru };

interface ReadInstead {
  readonly texts: number;
  readonly byLexicon: number;
  readonly why: Readonly<Partial<Record<NotByModel, number>>>;
}

/** As prices are written: $2, $0.10. */
export function dollars(usd: number, language: Language): string {
  if (Number.isInteger(usd)) return `$${usd}`;
  const [whole, cents = ''] = formatFor(language)
    .number(usd, 2)
    .split(/(?=[.,])/);
  return `$${whole}${cents.padEnd(3, '0')}`;
}

/** How exact the numbers are. */
export function sayExactness(instead: ReadInstead | null, language: Language): string {
  const byModel = instead === null ? 0 : instead.texts - instead.byLexicon;
  return byModel === 0 ? themeWords[language].atLeast : themeWords[language].byModel(byModel);
}

/** How much the lexicon read in place of a model, and why; nothing where it read nothing. */
export function sayInstead(instead: ReadInstead | null, capUsd: number | null, language: Language): string[] {
  if (instead === null || instead.byLexicon === 0) return [];
  const words = themeWords[language];
  const { number } = formatFor(language);
  const cap = capUsd === null ? null : dollars(capUsd, language);
  const reasons = notByModelReasons.flatMap((why) => {
    const count = instead.why[why] ?? 0;
    return count === 0 ? [] : [`${words.why[why](cap)} (${number(count)})`];
  });
  return [words.byLexicon(instead.byLexicon, instead.texts, reasons.join('; '))];
}
