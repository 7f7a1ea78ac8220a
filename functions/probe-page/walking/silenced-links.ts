import type { Dialog } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { pageOf } from './contact-links.ts';
import { treeKit } from './in-tree.ts';
import { hasPage, openPage } from './open-page.ts';
import { type Aim, makeAims, makeLabels, type Pressables } from './pressables.ts';
import type { ShadowTree } from './shadow-tree.ts';
import { makeTapMarks, watchTap } from './tap-watch.ts';
import { watchWaysOut } from './ways-out.ts';

const mostTaps = 3;
/** Until a tap has become a click, also on a busy machine. */
const clickMs = 1_500;
/** Scripts that count a call first wait about as long for their counter, and dial then. */
const dialsWithinMs = 2_500;
const pollMs = 50;

const tapKit = treeKit.with('labels', makeLabels).with('aims', makeAims);

interface Silenced {
  /** As written in the page. */
  readonly hrefs: readonly string[];
  /** Scripts have answered taps: the page may not be as it was. */
  readonly isDisturbed: boolean;
}

/**
 * `answered`: a script does itself what the browser would have done, or something else. `astray`: a router takes the link for
 * one of its own, and leads to a page that there is not.
 */
type TapResult = 'silenced' | 'astray' | 'answered' | 'free' | 'none';

/**
 * Taps links that dial or write, three times at most, and says which of them a script keeps from opening anything. Only what
 * is certain counts: the link's own action is prevented, and nothing that can be seen comes of the tap. Nothing leaves the site.
 */
export async function findSilencedLinks(
  visit: Visit,
  hrefs: readonly string[],
  signal: AbortSignal,
): Promise<Silenced> {
  const silenced: string[] = [];
  const results: TapResult[] = [];
  const tap = async (href: string, which: Which): Promise<TapResult> => {
    const result = await tapLink(visit, { href, which }, signal);
    results.push(result);
    return result;
  };
  const start = visit.page.url();
  for (const href of hrefs) {
    if (results.length >= mostTaps) break;
    const first = await tap(href, 'first');
    if (first === 'astray') {
      silenced.push(href);
      await openPage(visit, start, signal);
    }
    if (first !== 'silenced') continue;
    // A menu's script may silence the menu's links alone.
    const other = results.length < mostTaps ? await tap(href, 'last-of-several') : 'none';
    if (other === 'silenced' || other === 'none') silenced.push(href);
  }
  return { hrefs: silenced, isDisturbed: results.some((result) => result !== 'free' && result !== 'none') };
}

async function isAstray(visit: Visit, href: string, signal: AbortSignal): Promise<boolean> {
  await withinDeadline(visit.page.waitForLoadState('domcontentloaded', { timeout: dialsWithinMs }), signal);
  const { pathname } = new URL(visit.page.url());
  return decodeURIComponent(pathname).endsWith(href.trim()) || !(await hasPage(visit, signal));
}

type Which = 'first' | 'last-of-several';

interface Wanted {
  readonly href: string;
  readonly which: Which;
}

async function tapLink(visit: Visit, wanted: Wanted, signal: AbortSignal): Promise<TapResult> {
  const { page, device } = visit;
  const waysOut = await withinDeadline(watchWaysOut(page), signal);
  const at = await withinDeadline(tapKit.evaluate(page, aimAtLink, wanted), signal);
  if (at === null) return 'none';
  waysOut.taken();
  const here = pageOf(page.url());
  let isHeard = false;
  const onPopup = (): void => {
    isHeard = true;
  };
  const onDialog = (dialog: Dialog): void => {
    isHeard = true;
    void dialog.accept().catch(() => {});
  };
  page.on('dialog', onDialog).on('popup', onPopup);
  try {
    const marks = await withinDeadline(page.evaluateHandle(makeTapMarks), signal);
    const watch = await withinDeadline(page.evaluateHandle(watchTap, { href: wanted.href, marks }), signal);
    await withinDeadline(device === 'mobile' ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y), signal);
    const isPrevented = await withinDeadline(
      watch.evaluate((tap, patienceMs) => tap.isPrevented(patienceMs), clickMs),
      signal,
    );
    if (!isPrevented) return 'free';
    const hasOpened = (): boolean => isHeard || waysOut.taken().length > 0 || pageOf(page.url()) !== here;
    for (let waitedMs = 0; waitedMs < dialsWithinMs; waitedMs += pollMs) {
      if (pageOf(page.url()) !== here) return (await isAstray(visit, wanted.href, signal)) ? 'astray' : 'answered';
      if (hasOpened()) return 'answered';
      await withinDeadline(page.waitForTimeout(pollMs), signal);
    }
    const isSeen = await withinDeadline(
      watch.evaluate((tap) => tap.hasAnswered()),
      signal,
    );
    return isSeen || hasOpened() ? 'answered' : 'silenced';
  } catch {
    signal.throwIfAborted();
    // The page has gone with what watched it.
    return (await isAstray(visit, wanted.href, signal).catch(() => false)) ? 'astray' : 'answered';
  } finally {
    page.off('dialog', onDialog).off('popup', onPopup);
  }
}

/** Runs in the page. @returns where a visitor taps the link; null where no tap reaches it */
function aimAtLink({
  href,
  which,
  tree,
  aims,
}: Wanted & { readonly tree: ShadowTree; readonly aims: Pick<Pressables, 'aimAt'> }): Aim['at'] {
  const shown = tree.all('a[href], area[href]').filter((link): link is HTMLElement => {
    const isIt = link instanceof HTMLElement && link.getAttribute('href')?.trim() === href;
    if (!isIt || !link.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height } = link.getBoundingClientRect();
    return width > 0 && height > 0;
  });
  const link = which === 'first' ? shown[0] : shown.slice(1).at(-1);
  if (link === undefined) return null;
  const before = link.getAttribute('data-touchlight-pressed');
  link.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { at } = aims.aimAt(link);
  if (before === null) link.removeAttribute('data-touchlight-pressed');
  else link.setAttribute('data-touchlight-pressed', before);
  return at;
}
