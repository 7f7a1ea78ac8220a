import { outcomeWords } from '../../../shared/i18n/page/outcomes.ts';
import type { Language } from '../../../shared/model/business.ts';
import { type ActDone, type ActFailed, actsDone, actsFailed } from '../../../shared/model/page-outcome.ts';
import { ownPath } from '../own-path.ts';
import { paths } from '../paths.ts';

export type Outcome = { readonly done: ActDone } | { readonly failed: ActFailed };

/** Where the reader comes back to, with how it ended: `/incident?check=...&done=acknowledged`. */
export function backWith(outcome: Outcome, back: string | undefined): string {
  const url = ownPath(back ?? '') ?? ownPath(paths.overview);
  if (url === null) return paths.overview;
  for (const name of ['done', 'failed']) url.searchParams.delete(name);
  for (const [name, word] of Object.entries(outcome)) url.searchParams.set(name, word);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** What the page that is shown next says of it; null where nothing was done, or the word is none of ours. */
export function outcomeSentence(
  query: { readonly done?: string | undefined; readonly failed?: string | undefined },
  language: Language,
): { readonly ok: boolean; readonly sentence: string } | null {
  const words = outcomeWords[language];
  const done = actsDone.find((word) => word === query.done);
  if (done !== undefined) return { ok: true, sentence: words.done[done] };
  const failed = actsFailed.find((word) => word === query.failed);
  return failed === undefined ? null : { ok: false, sentence: words.failed[failed] };
}
