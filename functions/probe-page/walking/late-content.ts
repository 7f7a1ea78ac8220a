import type { Page } from 'playwright-core';
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

/** What the page says, in one string. */
export function wordsOf({ page }: Visit, signal: AbortSignal): Promise<string> {
  return withinDeadline(
    page.evaluate(readWords).catch(() => ''),
    signal,
  );
}

/**
 * Waits at the end of the page, as somebody who looks for a contact does: parts are fetched when they come near, a content
 * system answers late, a headline types itself. It waits while the words change or something that may bring some is under way.
 * @param before the words when the page was last read, because what was fetched then may have come while we tried its buttons
 * @returns whether the words have changed since
 */
export async function bringsMore(visit: Visit, before: string, signal: AbortSignal): Promise<boolean> {
  const { page, requests } = visit;
  if (!(await hasScripts(visit, signal))) return false;
  const isUnderWay = (): boolean =>
    requests.some(({ type, finishedMs }) => finishedMs === null && bringsWords.test(type));
  await scrollDown(visit, signal);
  const endMs = performance.now() + patienceMs;
  let [last, quietForMs] = [await wordsOf(visit, signal), 0];
  while (performance.now() < endMs && (quietForMs < quietMs || isUnderWay())) {
    quietForMs += await withinDeadline(pause(page), signal);
    const next = await wordsOf(visit, signal);
    if (next !== last) [last, quietForMs] = [next, 0];
  }
  return last !== before;
}

/**
 * What the page says when words that type themselves have had the time to go on. Where nothing can type itself, at once.
 * @param sinceMs when it was read before (`performance.now()`)
 */
export async function wordsAfterPause(visit: Visit, sinceMs: number, signal: AbortSignal): Promise<string> {
  if (await hasScripts(visit, signal)) {
    // One pause at least: a timer that is overdue on a busy machine runs before it ends.
    do await withinDeadline(pause(visit.page), signal);
    while (performance.now() - sinceMs < quietMs);
  }
  return wordsOf(visit, signal);
}

/** A page that is just being replaced has none. */
function hasScripts({ page }: Visit, signal: AbortSignal): Promise<boolean> {
  const asked = page.evaluate(() => document.scripts.length > 0).catch(() => false);
  return withinDeadline(asked, signal);
}

/**
 * By the page's own clock and its own pictures: what a page that gets no processor has not written or not drawn yet is no silence.
 * @returns how long the page was quiet, in milliseconds
 */
async function pause(page: Page): Promise<number> {
  const ofPage = page
    .evaluate(
      (ms) => new Promise<void>((resolve) => setTimeout(() => requestAnimationFrame(() => resolve()), ms)),
      pollMs,
    )
    .then(
      () => pollMs,
      // The page is being replaced.
      () => page.waitForTimeout(pollMs).then(() => pollMs),
    );
  return Promise.race([ofPage, page.waitForTimeout(quietMs).then(() => 0)]);
}

/** Runs in the page. */
function readWords(): string {
  const shadows = [...document.querySelectorAll('*')].slice(0, 5_000).flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const inShadows = shadows.flatMap((root) => [...root.children]);
  const texts = inShadows.map((child) => (child instanceof HTMLElement ? child.innerText : ''));
  return [document.body?.innerText ?? '', ...texts].join('\n');
}
