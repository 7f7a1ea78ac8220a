import type { Frame, JSHandle, Page } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { type CoverParts, makeCovering, makeCoverReader } from './covers.ts';
import { isForeignFrame } from './foreign-frames.ts';
import type { Kit } from './kit.ts';
import { makeOpenedSince } from './landed.ts';
import { layerKit } from './layers.ts';
import { withLegibility } from './legibility.ts';
import { readScreen, readWithParts, type Screen, withScreenReader } from './screen.ts';
import type { SpotKeeper, Spots } from './spots.ts';

/** Generous, because a busy host must not cost the footer; an ordinary page takes a tenth of it. */
const readBudgetMs = 5_000;
const frameBudgetMs = 1_500;
const mostFrames = 6;

/** What has opened since the visitor landed covers nothing of what stood there then. */
const landedKit = withReaders(layerKit.with('openedSince', makeOpenedSince));
const laterKit = withReaders(layerKit.holding({ openedSince: null }));

function withReaders<Others extends CoverParts>(others: Kit<Others>) {
  return withScreenReader(withLegibility(others).with('covering', makeCovering).with('coverAt', makeCoverReader));
}

/**
 * What a visitor sees of the page, its frames included.
 * @param asLanded what has opened since the visitor landed covers nothing
 * @param spots remembers where things were read, for a picture
 */
export async function readPage(
  { page, requests }: Visit,
  { asLanded, spots }: { readonly asLanded: boolean; readonly spots?: Spots },
  signal: AbortSignal,
): Promise<Screen> {
  const iconsFailed = requests.some(
    ({ status, type }) => status === null && /stylesheet|font|image|script/i.test(type),
  );
  const keeper = await withinDeadline(keeperIn(page.mainFrame(), spots), signal);
  const order = { iconsFailed, budgetMs: readBudgetMs, ...keeper };
  const pageKit = asLanded ? landedKit : laterKit;
  const screen = await withinDeadline(pageKit.evaluate(page, readWithParts, order), signal);
  const framed = await readFrames(page, { iconsFailed, spots }, signal);
  return {
    ...screen,
    blocks: [...screen.blocks, ...framed.flatMap(({ blocks }) => blocks)],
    links: [...screen.links, ...framed.flatMap(({ links }) => links)],
    hasForm: screen.hasForm || framed.some(({ hasForm }) => hasForm),
    tellingPictures: [screen, ...framed].flatMap(({ tellingPictures }) => tellingPictures),
  };
}

interface FrameOrder {
  readonly iconsFailed: boolean;
  readonly spots: Spots | undefined;
}

async function keeperIn(frame: Frame, spots: Spots | undefined): Promise<{ keeper?: JSHandle<SpotKeeper> }> {
  return spots === undefined ? {} : { keeper: await spots.keeperIn(frame) };
}

/** What stands in frames of the page is on the page for a visitor. Frames that do not answer are no hindrance. */
async function readFrames(page: Page, order: FrameOrder, signal: AbortSignal): Promise<Screen[]> {
  const screens: Screen[] = [];
  const frames = page.frames().filter((frame) => frame.parentFrame() !== null && mayHoldContacts(frame));
  for (const frame of frames.slice(0, mostFrames)) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(frameBudgetMs)]);
    const screen = await withinDeadline(readFrame(page, frame, order), limit).catch(() => null);
    signal.throwIfAborted();
    if (screen !== null) screens.push(screen);
  }
  return screens;
}

function mayHoldContacts(frame: Frame): boolean {
  const url = URL.parse(frame.url());
  if (frame.isDetached() || url === null) return false;
  return url.href === 'about:srcdoc' || (/^https?:$/.test(url.protocol) && !isForeignFrame(url));
}

async function readFrame(page: Page, frame: Frame, { iconsFailed, spots }: FrameOrder): Promise<Screen | null> {
  const element = await frame.frameElement();
  const box = (await element.isVisible()) ? await element.boundingBox() : null;
  if (box === null || box.width < 60 || box.height < 16 || box.x + box.width <= 0) return null;
  const fold = await page.evaluate(() => ({ height: innerHeight, scrolled: scrollY }));
  const order = { iconsFailed, budgetMs: frameBudgetMs / 2, foldPx: fold.height - (box.y + fold.scrolled) };
  return readScreen(frame, { ...order, ...(await keeperIn(frame, spots)) });
}
