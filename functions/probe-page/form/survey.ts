import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { pageOf } from '../walking/contact-links.ts';
import { openPage } from '../walking/open-page.ts';
import { rankedPages } from '../walking/ranked-pages.ts';
import { readScreen } from '../walking/screen.ts';
import { lookForForms, type PlacedForm } from './look-for-forms.ts';

const mostPages = 4;
const surveyMs = 15_000;
const linksBudgetMs = 3_000;

/**
 * The forms that stand on the first page and on those that its links promise, besides what the search for one of them has met.
 * The visit stands on an empty page afterwards.
 */
export async function surveyForms(
  visit: Visit,
  found: readonly PlacedForm[],
  signal: AbortSignal,
): Promise<PlacedForm[]> {
  const startedMs = performance.now();
  const isLate = (): boolean => performance.now() - startedMs > surveyMs;
  const seen = new Set(found.map(({ form }) => pageOf(form.page)));
  const more: PlacedForm[] = [];
  const lookAt = async (url: string, clicks: number): Promise<void> => {
    if (isLate() || !(await openPage(visit, url, signal)) || seen.has(pageOf(url))) return;
    more.push(...(await lookForForms(visit, clicks, signal)));
  };
  await lookAt(visit.url, 0);
  const screen = await withinDeadline(
    readScreen(visit.page.mainFrame(), { iconsFailed: true, budgetMs: linksBudgetMs }),
    signal,
  );
  const further = rankedPages(screen, 'form').filter((way) => way.rank !== 'other' && !seen.has(way.url));
  for (const way of further.slice(0, mostPages)) await lookAt(way.url, 1);
  await withinDeadline(visit.page.goto('about:blank'), signal);
  return more;
}
