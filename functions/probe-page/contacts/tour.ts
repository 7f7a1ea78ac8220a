import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { contactPages, isSameSite, type PageToVisit } from './contact-links.ts';
import { openMenu } from './menu.ts';
import { dismissOverlays, waitOutCurtain } from './overlays.ts';
import { readScreen, type Screen } from './screen.ts';
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
const mostContactPages = 2;
const mostAboutPages = 2;

/**
 * Walks the site as somebody who wants to call or write: the page as it is, then behind banners, down to its end, into the
 * menu, and to the pages that promise contacts.
 * @param found do these stops show a contact? Further pages are only tried when nothing is found before.
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

  const onStart = contactPages({ url: start.url, links: [...landed.links, ...start.links] }).filter(({ seen }) => seen);
  await scrollUp(page, signal);
  const inMenu = (await openMenu(page, signal)) && isSameSite(page.url(), start.url) ? contactPages(await look(1)) : [];
  const next = nearestFirst(onStart, inMenu);
  const visited = new Set<string>();

  const visitPages = async (rank: PageToVisit['rank'], most: number): Promise<void> => {
    for (const { url, clicks } of next.filter((candidate) => candidate.rank === rank).slice(0, most)) {
      if (visited.has(url)) continue;
      visited.add(url);
      if (await openPage(visit, url, signal)) await look(clicks);
    }
  };
  await visitPages('contact', mostContactPages);
  if (!found(stops)) await visitPages('about', mostAboutPages);
  return stops;
}

/** A link in view costs one click, one in the menu two. */
function nearestFirst(onStart: readonly PageToVisit[], inMenu: readonly PageToVisit[]) {
  const direct = onStart.map((page) => ({ ...page, clicks: 1 }));
  const known = new Set(direct.map(({ url }) => url));
  return [
    ...direct,
    ...inMenu.filter(({ url, seen }) => seen && !known.has(url)).map((page) => ({ ...page, clicks: 2 })),
  ];
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
