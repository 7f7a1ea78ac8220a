import type { Page } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import type { DrawnCover } from './drawn-cover.ts';
import { type Layers, layerKit } from './layers.ts';
import { tapBeside } from './tap-beside.ts';
import { touch } from './touch.ts';

const preloaderPatienceMs = 4_000;
const preloaderPollMs = 150;
/** What closes fades out, and a site's next pop-up may follow. */
const closingMs = 350;
/** A site may stack a cookie banner and a pop-up; more than that is a fault that a visitor meets, too. */
const mostOverlays = 3;

/** Waits until a loading screen has gone; a preloader that never goes is left to be found as a cover. */
export async function waitOutPreloader(page: Page, signal: AbortSignal): Promise<void> {
  for (let waitedMs = 0; waitedMs < preloaderPatienceMs; waitedMs += preloaderPollMs) {
    if (!(await withinDeadline(layerKit.evaluate(page, hasPreloader, {}), signal))) return;
    await withinDeadline(page.waitForTimeout(preloaderPollMs), signal);
  }
}

/** What a visitor says to a banner that asks for consent. */
export type Answer = 'reject' | 'accept';

/** Closes what lies over the page in the least consenting way there is, unless told otherwise; says what was closed. */
export async function dismissOverlays(visit: Visit, signal: AbortSignal, answer: Answer = 'reject'): Promise<string[]> {
  const closed: string[] = [];
  for (let round = 0; round < mostOverlays; round += 1) {
    const close = async (): Promise<string | null> => {
      return layerKit.evaluate(visit.page, pressClosingButton, { round, answer, ...closingWords });
    };
    const { done: pressed } = await touch(visit, close, closingMs, signal);
    if (pressed === null && !(await tapBeside(visit, signal))) break;
    closed.push(pressed ?? 'pop-up');
  }
  return closed;
}

/** Runs in the page: is there a wordless cover over the whole screen (a preloader)? */
function hasPreloader({ drawnCover }: { readonly drawnCover: DrawnCover }): boolean {
  const points = [0.1, 0.5, 0.9].map((share) => document.elementFromPoint(innerWidth * share, innerHeight * share));
  if (points.every((hit) => hit !== null && drawnCover(hit) !== null)) return true;
  return points.every((hit) => {
    for (let at = hit; at !== null && at !== document.body; at = at.parentElement) {
      if (!/fixed|absolute/.test(getComputedStyle(at).position)) continue;
      const { width, height } = at.getBoundingClientRect();
      if (
        width < innerWidth * 0.95 ||
        height < innerHeight * 0.95 ||
        at.contains(document.querySelector('h1, nav, main'))
      )
        continue;
      const words = at instanceof HTMLElement ? at.innerText.trim() : '';
      return words.length < 40 && at.querySelector('a, button, input, video, form') === null;
    }
    return false;
  });
}

const closingWords = {
  reject: intoPage(patterns.reject),
  close: intoPage(patterns.close),
  accept: intoPage(patterns.accept),
};

/** Runs in the page: presses the button that closes the topmost banner or pop-up. What was pressed once is left alone. */
function pressClosingButton(
  order: { readonly round: number; readonly layers: Layers; readonly answer: Answer } & Record<
    keyof typeof closingWords,
    IntoPage
  >,
): string | null {
  const { round, layers, answer } = order;
  const read = ({ source, flags }: IntoPage): RegExp => new RegExp(source, flags);
  const [reject, close, accept] = [read(order.reject), read(order.close), read(order.accept)];
  for (const { element, kind } of layers.all()) {
    if (kind === 'gate') continue;
    const consent = answer === 'accept' ? [accept, close] : [reject, close, accept];
    const pressable = layers.buttonsIn(element).map((button) => ({ button, label: layers.labelOf(button) }));
    for (const pattern of kind === 'cookie' ? consent : [close, reject]) {
      const found = pressable.find(({ label }) => pattern.test(label) && label.length < 60)?.button;
      if (found === undefined || found.dataset['touchlightPressed'] !== undefined) continue;
      found.dataset['touchlightPressed'] = String(round);
      found.click();
      return kind === 'cookie' ? 'cookie banner' : 'pop-up';
    }
  }
  return null;
}
