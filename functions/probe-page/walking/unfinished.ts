import type { UnfinishedWalk } from '../../../shared/model/unfinished-walk.ts';
import { languages } from '../lexicon/index.ts';
import type { WalkReport } from './walk.ts';

/** Why more may be there than a walk has found; with what it had cost by then. */
export function unfinished(
  { pages, taps, seconds, left }: WalkReport,
  why: UnfinishedWalk['why'],
  name: string | null = null,
): UnfinishedWalk {
  return { why, name, pages, taps, seconds, left };
}

/** Languages of which we know only what their buttons and links to contacts say. */
const knownByContactWords = new Set(['it', 'pt', 'nl', 'cs', 'sk', 'hu', 'ro', 'sv', 'da', 'nb', 'no', 'fi', 'el']);

/** @param lang as the page declares it */
export function knowsContactWords(lang: string): boolean {
  return knownByContactWords.has(lang.slice(0, 2).toLowerCase());
}

/** The language of a page whose links we cannot judge by their words; null when we can. @param lang as the page declares it */
export function unreadLanguage(lang: string, text: string): { readonly name: string | null } | null {
  const code = lang.slice(0, 2).toLowerCase();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const ours = text.match(/[\p{Script=Latin}\p{Script=Cyrillic}]/gu)?.length ?? 0;
  if (letters > 40 && ours < letters * 0.5) return { name: code === '' ? null : code };
  return code === '' || languages.some((language) => language.code === code) ? null : { name: code };
}
