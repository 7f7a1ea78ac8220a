import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { scrollDown } from './scroll.ts';

/** Nobody watches grey bars for longer. */
const patienceMs = 9_000;
/** Words that type themselves pause for less. */
const quietMs = 1_500;
const pollMs = 300;
/** What brings the words of a page; pictures, films and open lines do not. */
const bringsWords = /^(fetch|xhr|script|document)$/i;

/**
 * Waits at the end of the page, as somebody who looks for a contact does: parts are fetched when they come near, a content
 * system answers late, a headline types itself. It waits while the words change or something that may bring some is under way.
 * @returns whether the words have changed meanwhile
 */
export async function bringsMore(visit: Visit, signal: AbortSignal): Promise<boolean> {
  const { page, requests } = visit;
  // A page that is just being replaced is not waited for.
  const hasScripts = await withinDeadline(
    page.evaluate(() => document.scripts.length > 0).catch(() => false),
    signal,
  );
  if (!hasScripts) return false;
  const words = (): Promise<string> =>
    withinDeadline(
      page.evaluate(readWords).catch(() => ''),
      signal,
    );
  const isUnderWay = (): boolean =>
    requests.some(({ type, finishedMs }) => finishedMs === null && bringsWords.test(type));
  const before = await words();
  await scrollDown(visit, signal);
  const startedMs = performance.now();
  let [last, changedMs] = [await words(), startedMs];
  for (let now = startedMs; now - startedMs < patienceMs; now = performance.now()) {
    if (now - changedMs >= quietMs && !isUnderWay()) break;
    await withinDeadline(page.waitForTimeout(pollMs), signal);
    const next = await words();
    if (next === last) continue;
    [last, changedMs] = [next, performance.now()];
  }
  return last !== before;
}

/** Runs in the page. */
function readWords(): string {
  const shadows = [...document.querySelectorAll('*')].slice(0, 5_000).flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const inShadows = shadows.flatMap((root) => [...root.children]);
  const texts = inShadows.map((child) => (child instanceof HTMLElement ? child.innerText : ''));
  return [document.body?.innerText ?? '', ...texts].join('\n');
}
