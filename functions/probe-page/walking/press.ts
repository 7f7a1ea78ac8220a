import type { JSHandle, Page } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { arrive } from './arrive.ts';
import { type Clips, makeClips } from './clips.ts';
import { treeKit } from './in-tree.ts';
import { type Aim, makeAims, makeLabels, makePressables, makeUses, type Pressables } from './pressables.ts';
import type { ShadowTree } from './shadow-tree.ts';
import { steadily } from './steadily.ts';
import { touch } from './touch.ts';
import { watchWaysOut } from './ways-out.ts';

const openingMs = 400;
const movingPatienceMs = 1_500;

/** What dials, writes or opens a chat. */
export const contactAddress =
  /^(tel|callto|mailto|sms|smsto|viber|whatsapp|tg|skype|signal|sgnl|zalo|kakaotalk|kakaoplus|fb-messenger|weixin|wechat|facetime|intent|line):|\/\/([\w-]+\.)?(wa\.me|whatsapp\.com|t\.me|telegram\.me|m\.me|messenger\.com|line\.me|signal\.me|viber\.com|zalo\.me|lin\.ee|pf\.kakao\.com|u\.wechat\.com|wechat\.com|threema\.id|ig\.me|wa\.link|msng\.link|telegram\.im|viber\.click|max\.ru|vk\.(me|com))\//i;

type PressManner = 'press' | 'point' | 'stay';

export interface Pressed {
  /** What was pressed says. */
  readonly label: string;
  /** Where it tried to lead out of the site. */
  readonly opened: readonly string[];
}

/** What looks for something to press has in the page. */
export interface PressingParts {
  readonly tree: ShadowTree;
  readonly pressables: Pressables;
  readonly clips: Clips;
}

const pressingKit = treeKit
  .with('clips', makeClips)
  .with('labels', makeLabels)
  .with('aims', makeAims)
  .with('uses', makeUses)
  .with('pressables', makePressables);

/** On its way into the page; a handle stands for what was made there. */
type Handed<Order> = { readonly [Name in keyof Order]: Order[Name] | JSHandle<Order[Name]> };

/** Finds what to press, in the page; null when there is nothing. */
export type AimFinder<Order> = (order: Order & PressingParts) => Aim | null;

/**
 * Presses as a visitor does, by a tap or a click in its place, and waits for what comes of it. Nothing leaves the site.
 * @param find runs in the page; it marks what is to be pressed (see Pressables.aimAt)
 * @param how a mouse may also only point at it; a finger that is to `stay` leaves the page hovered where it was, as on a phone
 */
export async function press<Order extends object>(
  visit: Visit,
  find: AimFinder<Order>,
  order: Handed<Order>,
  signal: AbortSignal,
  how: PressManner = 'press',
): Promise<Pressed | null> {
  const { page } = visit;
  const waysOut = await withinDeadline(watchWaysOut(page), signal);
  waysOut.taken();
  const act = async (): Promise<Aim | null> => {
    const aim = await steadily(visit, () => findIn(page, find, order), signal);
    if (aim !== null) await pressAt(visit, aim, how);
    return aim;
  };
  const { done: aim, atRest } = await touch(visit, act, openingMs, signal);
  if (aim === null) return null;
  await arrive(visit, signal);
  if (!atRest) await comeToRest(page, signal);
  const opened = waysOut.taken();
  await withinDeadline(noteOpened(page, opened.find((url) => contactAddress.test(url)) ?? null), signal);
  return { label: aim.label, opened };
}

/** Finds what would be pressed. */
export async function findIn<Order extends object>(
  page: Page,
  find: AimFinder<Order>,
  order: Handed<Order>,
): Promise<Aim | null> {
  // Types do not carry handles through a type parameter.
  return pressingKit.evaluate(page, find as (given: object) => Aim | null, order);
}

async function pressAt({ page, device }: Visit, { at }: Aim, how: PressManner): Promise<void> {
  if (how === 'point') await page.mouse.move(at?.x ?? 0, at?.y ?? 0);
  else if (at === null) await treeKit.evaluate(page, clickMarked, {});
  else if (device === 'mobile') {
    await page.touchscreen.tap(at.x, at.y);
    // A phone has no mouse that would take the hover away again.
    if (how === 'stay') await page.mouse.move(at.x, at.y);
  } else await page.mouse.click(at.x, at.y);
}

/** Opening is mostly an animation, and what flies in can neither be read nor tapped on its way. */
async function comeToRest(page: Page, signal: AbortSignal): Promise<void> {
  const still = page.waitForFunction(isStill, undefined, { timeout: movingPatienceMs, polling: 100 });
  await withinDeadline(
    still.catch(() => {}), // some pages never hold still
    signal,
  );
}

/** Runs in the page: has everything come to rest that ever does? */
function isStill(): boolean {
  return document.getAnimations().every(({ playState, effect }) => {
    const end = Number(effect?.getComputedTiming().endTime ?? 0);
    return playState !== 'running' || !Number.isFinite(end);
  });
}

/** Runs in the page. */
function clickMarked({ tree }: { tree: ShadowTree }): void {
  const marked = tree.find('[data-touchlight-pressed="now"]');
  if (marked instanceof HTMLElement) marked.click();
}

/** What a press opens is written beside it (see LinkWords.addressOf), so that it is read as any link. */
async function noteOpened(page: Page, address: string | null): Promise<void> {
  await treeKit.evaluate(page, unmark, { address }).catch(() => {}); // the page has gone with its mark
}

/** Runs in the page. */
function unmark({ tree, address }: { tree: ShadowTree; address: string | null }): void {
  for (const marked of tree.all('[data-touchlight-pressed="now"]')) {
    marked.setAttribute('data-touchlight-pressed', 'before');
    if (address !== null) marked.setAttribute('data-touchlight-opens', address);
  }
}
