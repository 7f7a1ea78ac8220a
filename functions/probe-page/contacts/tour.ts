import type { Frame, Page } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { intoPage } from '../lexicon/into-page.ts';
import { contactPages, isSameSite, type PageToVisit } from '../walking/contact-links.ts';
import { makeCoverReader } from '../walking/covers.ts';
import { legibilityReader } from '../walking/legibility.ts';
import type { SeenLink } from '../walking/links.ts';
import { openMenu, pressToggle } from '../walking/menu.ts';
import { dismissOverlays, waitOutPreloader } from '../walking/overlays.ts';
import { readScreen, type Screen } from '../walking/screen.ts';
import { scrollDown, scrollUp } from '../walking/scroll.ts';

/** A screen and how many clicks from the page under test it was met. */
export interface Stop {
  readonly screen: Screen;
  readonly clicks: number;
  /** As at load, before anything was closed: what lies over contacts counts here only. */
  readonly asLanded: boolean;
}

/** Generous, because a busy host must not cost the footer; an ordinary page takes a tenth of it. */
const readBudgetMs = 5_000;
const frameBudgetMs = 1_500;
const mostFrames = 6;
/** Frames that hold a map, a film, an advertisement or a captcha: what they say is not said by the business. */
const foreignFrames = [
  /(^|\.)(google|openstreetmap|yandex|2gis|youtube(-nocookie)?|vimeo)\.[a-z.]+$/,
  /(^|\.)(doubleclick|googlesyndication|googletagmanager|recaptcha|hcaptcha|cloudflare)\.[a-z.]+$/,
];
/** On many sites a number is complete only after a tap. */
const mostReveals = 3;
const pageTimeoutMs = 6_000;
const lateResourcesMs = 1_500;
const mostClicks = 2;
const sureContactPages = 2;
const mostContactPages = 3;
const mostAboutPages = 2;

/**
 * Walks the site as somebody who wants to call or write: the page as it is, then behind banners, down to its end, into the
 * menu, and to the pages that promise contacts.
 * @param found do these stops show a contact? Only when they do not, it looks further than at the pages of contacts.
 */
export async function tour(
  visit: Visit,
  found: (stops: readonly Stop[]) => boolean,
  signal: AbortSignal,
): Promise<Stop[]> {
  const { page } = visit;
  const stops: Stop[] = [];
  const look = async (clicks: number, asLanded = false): Promise<Screen> => {
    const screen = await readPage(visit, signal);
    stops.push({ screen, clicks, asLanded });
    return screen;
  };

  await waitOutPreloader(page, signal);
  const landed = await look(0, true);
  await dismissOverlays(visit, signal);
  await scrollDown(visit, signal);
  const start = await look(0);
  await scrollUp(page, signal);
  const ways: Way[] = waysFrom([...landed.links, ...start.links], start.url, 1);
  if ((await openMenu(visit, signal)) && isSameSite(page.url(), start.url)) {
    ways.push(...waysFrom((await look(1)).links, start.url, 2));
  }
  for (let pressed = 0; pressed < mostReveals && isSameSite(page.url(), start.url); pressed += 1) {
    if (!(await pressToggle(visit, { words: patterns.reveal }, signal))) break;
    await look(1);
  }
  const toContacts = { words: patterns.contact, onlyHidden: found(stops) };
  if ((await pressToggle(visit, toContacts, signal)) && isSameSite(page.url(), start.url)) await look(1);
  await followWays(visit, ways, () => found(stops), look, signal);
  return stops;
}

interface Way extends PageToVisit {
  readonly clicks: number;
}

function waysFrom(links: readonly SeenLink[], url: string, clicks: number): Way[] {
  const pages = contactPages({ links, url }).filter(({ seen }) => seen);
  return pages.map((page) => ({ ...page, clicks }));
}

/** The pages of contacts in any case; what they lead to and the pages about the business only while nothing is found. */
async function followWays(
  visit: Visit,
  ways: Way[],
  found: () => boolean,
  look: (clicks: number) => Promise<Screen>,
  signal: AbortSignal,
): Promise<void> {
  const visited = new Set<string>();
  for (const { rank, most } of [
    { rank: 'contact', most: mostContactPages },
    { rank: 'about', most: mostAboutPages },
  ] as const) {
    for (let pages = 0; pages < most; pages += 1) {
      const left = ways.filter((way) => way.rank === rank && !visited.has(way.url));
      const [next] = left.toSorted((a, b) => a.clicks - b.clicks);
      if (next === undefined || ((rank === 'about' || pages >= sureContactPages) && found())) break;
      visited.add(next.url);
      if (!(await openPage(visit, next.url, signal))) continue;
      const { links, url } = await look(next.clicks);
      if (next.clicks < mostClicks) ways.push(...waysFrom(links, url, next.clicks + 1));
    }
  }
}

async function openPage(visit: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  const { page } = visit;
  const response = await withinDeadline(
    page.goto(url, { waitUntil: 'domcontentloaded', timeout: pageTimeoutMs }).catch(() => null),
    signal,
  );
  if (response === null || response.status() >= 400) return false;
  await withinDeadline(
    page.waitForLoadState('load', { timeout: lateResourcesMs }).catch(() => {}),
    signal,
  );
  await waitOutPreloader(page, signal);
  await dismissOverlays(visit, signal);
  await scrollDown(visit, signal);
  return true;
}

async function readPage({ page, requests }: Visit, signal: AbortSignal): Promise<Screen> {
  const iconsFailed = requests.some(
    ({ status, type }) => status === null && /stylesheet|font|image|script/i.test(type),
  );
  const covers = page.evaluateHandle(makeCoverReader, intoPage(patterns.cookieCover));
  const [coverAt, legibilityOf] = await withinDeadline(Promise.all([covers, legibilityReader(page)]), signal);
  const order = { iconsFailed, budgetMs: readBudgetMs, coverAt, legibilityOf };
  const screen = await withinDeadline(readScreen(page.mainFrame(), order), signal);
  const framed = await readFrames(page, iconsFailed, signal);
  return {
    ...screen,
    blocks: [...screen.blocks, ...framed.flatMap(({ blocks }) => blocks)],
    links: [...screen.links, ...framed.flatMap(({ links }) => links)],
    hasForm: screen.hasForm || framed.some(({ hasForm }) => hasForm),
  };
}

/** What stands in frames of the page is on the page for a visitor. Frames that do not answer are no hindrance. */
async function readFrames(page: Page, iconsFailed: boolean, signal: AbortSignal): Promise<Screen[]> {
  const screens: Screen[] = [];
  const frames = page.frames().filter((frame) => frame.parentFrame() !== null && mayHoldContacts(frame));
  for (const frame of frames.slice(0, mostFrames)) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(frameBudgetMs)]);
    const screen = await withinDeadline(readFrame(page, frame, iconsFailed), limit).catch(() => null);
    signal.throwIfAborted();
    if (screen !== null) screens.push(screen);
  }
  return screens;
}

function mayHoldContacts(frame: Frame): boolean {
  const url = URL.parse(frame.url());
  if (frame.isDetached() || url === null) return false;
  return (
    url.href === 'about:srcdoc' ||
    (/^https?:$/.test(url.protocol) && !foreignFrames.some((host) => host.test(url.hostname)))
  );
}

async function readFrame(page: Page, frame: Frame, iconsFailed: boolean): Promise<Screen | null> {
  const element = await frame.frameElement();
  const box = (await element.isVisible()) ? await element.boundingBox() : null;
  if (box === null || box.width < 60 || box.height < 16 || box.x + box.width <= 0) return null;
  const fold = await page.evaluate(() => ({ height: innerHeight, scrolled: scrollY }));
  const order = { iconsFailed, budgetMs: frameBudgetMs / 2, foldPx: fold.height - (box.y + fold.scrolled) };
  return readScreen(frame, order);
}
