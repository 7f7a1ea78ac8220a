import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { contactPages, contactWords, isSameSite, type PageToVisit } from './contact-links.ts';
import { openMenu, pressToggle } from './menu.ts';
import { dismissOverlays, waitOutCurtain } from './overlays.ts';
import { readScreen, type Screen, type SeenLink } from './screen.ts';
import { scrollDown, scrollUp } from './scroll.ts';

/** A screen and how many clicks from the page under test it was met. */
export interface Stop {
  readonly screen: Screen;
  readonly clicks: number;
  /** As at load, before anything was closed: what lies over contacts counts here only. */
  readonly asLanded: boolean;
}

const readBudgetMs = 2_000;
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

  await waitOutCurtain(page, signal);
  const landed = await look(0, true);
  await dismissOverlays(page, signal);
  await scrollDown(page, signal);
  const start = await look(0);
  await scrollUp(page, signal);
  const ways: Way[] = waysFrom([...landed.links, ...start.links], start.url, 1);
  if ((await openMenu(page, signal)) && isSameSite(page.url(), start.url)) {
    ways.push(...waysFrom((await look(1)).links, start.url, 2));
  }
  if (!found(stops) && (await pressToggle(page, contactWords, 0, signal)) && isSameSite(page.url(), start.url))
    await look(1);
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

async function openPage({ page }: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  const response = await withinDeadline(
    page.goto(url, { waitUntil: 'domcontentloaded', timeout: pageTimeoutMs }).catch(() => null),
    signal,
  );
  if (response === null || response.status() >= 400) return false;
  await withinDeadline(
    page.waitForLoadState('load', { timeout: lateResourcesMs }).catch(() => {}),
    signal,
  );
  await waitOutCurtain(page, signal);
  await dismissOverlays(page, signal);
  await scrollDown(page, signal);
  return true;
}

async function readPage({ page, requests }: Visit, signal: AbortSignal): Promise<Screen> {
  const iconsFailed = requests.some(
    ({ status, type }) => status === null && /stylesheet|font|image|script/i.test(type),
  );
  return withinDeadline(page.evaluate(readScreen, { iconsFailed, budgetMs: readBudgetMs }), signal);
}
