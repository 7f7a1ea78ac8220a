import type { Visit } from '../../../shared/browser/visit.ts';
import type { UnfinishedWalk } from '../../../shared/model/unfinished-walk.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { arrive } from './arrive.ts';
import { chooseInPage } from './choices.ts';
import { isSameSite, pageOf } from './contact-links.ts';
import { pressLastButton } from './last-buttons.ts';
import { bringsMore, wordsOf } from './late-content.ts';
import { openHoverMenu, openMenu, openUnnamedMenu, pressLink, pressToggle, type ToggleWish } from './menu.ts';
import { hasPage, makeReady, openPage } from './open-page.ts';
import { dismissOverlays } from './overlays.ts';
import type { Pressed } from './press.ts';
import { turnSections } from './sections.ts';
import { turnSlide } from './slides.ts';

/** How far a walk goes for what it has not found. */
interface WalkBudget {
  readonly pages: number;
  readonly taps: number;
  readonly seconds: number;
}

/** A page to go to. */
export interface Way {
  readonly url: string;
  readonly clicks: number;
  readonly rank: 'contact' | 'booking' | 'about' | 'form' | 'other';
  /** Its link promises what is looked for. */
  readonly promises: boolean;
}

/** What somebody walks for. Contacts and forms are looked for on the same ways. */
export interface Errand {
  readonly budget: WalkBudget;
  /** What a button or tab says that may show it, the most promising first. */
  readonly toggles: readonly ToggleWish[];
  /** Looks at the page as it stands, so many clicks from the first. @param how `still` without touching it: what was opened closes */
  look(clicks: number, how?: 'still'): Promise<void>;
  found(): boolean;
  /** The ways that have come into view on the page as it stands. */
  waysHere(clicks: number): Promise<readonly Way[]>;
  /** The next to go; null when none is worth it. */
  choose(ways: readonly Way[], pagesSeen: number): Way | null;
}

/** What a walk has cost, and what it left. */
export interface WalkReport extends Pick<UnfinishedWalk, 'pages' | 'taps' | 'seconds' | 'left'> {
  readonly endedByBudget: boolean;
}

export interface Walk {
  /** A press within the budget. @returns whether something was pressed */
  tap(press: () => Promise<Pressed | boolean | null>): Promise<boolean>;
  /** Opens what this page may hide: menus, tabs, dialogs, placeholders; until it is found. */
  searchHere(clicks: number): Promise<void>;
  /** Goes to further pages, as long as the errand chooses. */
  follow(ways: readonly Way[]): Promise<void>;
  /** Waits on the first page for what scripts may bring late; then once more as a visitor who accepts cookies. */
  lookAgain(hadBanner: boolean): Promise<void>;
  report(): WalkReport;
}

const mostClicks = 2;
const mostTogglesOfAKind = 4;
const mostHovers = 3;
const mostSlides = 3;
const mostLastButtons = 3;
const mostChoices = 2;
const lateMs = 2_500;

/** A walk on its way. */
interface Walking {
  readonly visit: Visit;
  readonly errand: Errand;
  readonly signal: AbortSignal;
  readonly start: string;
  readonly tap: Walk['tap'];
  readonly spent: { pages: number; taps: number };
  readonly visited: Set<string>;
  readonly pressedLabels: string[];
  /** Ways that promised something and were not gone. */
  readonly left: Set<string>;
  isLate(): boolean;
}

export function startWalk(visit: Visit, errand: Errand, signal: AbortSignal): Walk {
  const startedMs = performance.now();
  const start = visit.page.url();
  const spent = { pages: 1, taps: 0 };
  const pressedLabels: string[] = [];
  const left = new Set<string>();
  const isLate = (): boolean => performance.now() - startedMs > errand.budget.seconds * 1_000;
  const tap: Walk['tap'] = async (press) => {
    if (spent.taps >= errand.budget.taps || isLate()) return false;
    const pressed = await press();
    if (pressed === null || pressed === false) return false;
    spent.taps += 1;
    if (pressed !== true) pressedLabels.push(pressed.label);
    return true;
  };
  const visited = new Set([pageOf(start)]);
  const walking: Walking = { visit, errand, signal, start, tap, spent, visited, pressedLabels, left, isLate };
  return {
    tap,
    searchHere: (clicks) => searchHere(walking, clicks),
    follow: (ways) => follow(walking, ways),
    lookAgain: (hadBanner) => lookAgain(walking, hadBanner),
    report: () => ({
      ...spent,
      seconds: Math.round((performance.now() - startedMs) / 1_000),
      left: [...left],
      endedByBudget: !errand.found() && (left.size > 0 || spent.taps >= errand.budget.taps || isLate()),
    }),
  };
}

/** A press may have led to another document: it is looked at, and left again. */
async function lookAfterPress(
  { visit, errand, signal }: Walking,
  clicks: number,
  origin: string,
  how?: 'still',
): Promise<void> {
  const hasMoved = pageOf(visit.page.url()) !== pageOf(origin);
  if (hasMoved && !isSameSite(visit.page.url(), origin)) {
    await openPage(visit, origin, signal);
    return;
  }
  if (hasMoved) await makeReady(visit, signal);
  await errand.look(clicks, hasMoved ? undefined : how);
  if (hasMoved && !errand.found()) await openPage(visit, origin, signal);
}

async function pressToggles(walking: Walking, clicks: number, origin: string): Promise<void> {
  const { visit, errand, signal, tap, pressedLabels } = walking;
  for (const wish of errand.toggles) {
    for (let pressed = 0; pressed < mostTogglesOfAKind && !errand.found(); pressed += 1) {
      if (!(await tap(() => pressToggle(visit, { ...wish, before: pressedLabels }, signal)))) break;
      await lookAfterPress(walking, clicks + 1, origin);
    }
  }
}

async function searchHere(walking: Walking, clicks: number): Promise<void> {
  const { visit, errand, signal, tap, isLate } = walking;
  const origin = visit.page.url();
  const open = async (press: () => Promise<boolean>, most: number, how?: 'still'): Promise<void> => {
    for (let opened = 0; opened < most && !errand.found(); opened += 1) {
      if (!(await tap(press))) return;
      await lookAfterPress(walking, clicks + 1, origin, how);
      if (!errand.found()) await pressToggles(walking, clicks + 1, origin);
    }
  };
  await pressToggles(walking, clicks, origin);
  await open(() => openMenu(visit, signal), 1);
  await open(() => openHoverMenu(visit, patterns.contact, signal), mostHovers, 'still');
  await open(() => openUnnamedMenu(visit, signal), 1);
  await open(() => pressLastButton(visit, signal), mostLastButtons);
  await open(() => turnSlide(visit, signal), mostSlides);
  await open(() => chooseInPage(visit, signal), mostChoices);
  if (errand.found()) return;
  const look = async (): Promise<boolean> => {
    await errand.look(clicks);
    return errand.found() || isLate();
  };
  await turnSections(visit, look, signal);
}

/** By its address; where that brings an error, as a visitor does, by its link. */
async function go({ visit, errand, signal, start, tap }: Walking, way: Way): Promise<boolean> {
  if (await openPage(visit, way.url, signal)) return true;
  if (errand.found() || !way.promises || !(await openPage(visit, start, signal))) return false;
  if (!(await tap(() => pressLink(visit, way.url, signal)))) return false;
  return isSameSite(visit.page.url(), start) && hasPage(visit, signal);
}

async function follow(walking: Walking, first: readonly Way[]): Promise<void> {
  const { visit, errand, signal, spent, visited, left, isLate } = walking;
  const ways = [...first];
  for (let seen = 0; ; seen += 1) {
    const ahead = ways.filter(({ url }) => !visited.has(url));
    const next = errand.choose(ahead, seen);
    if (next === null || spent.pages >= errand.budget.pages || isLate()) {
      for (const { url, promises } of ahead) if (promises && !errand.found()) left.add(new URL(url).pathname);
      return;
    }
    visited.add(next.url);
    spent.pages += 1;
    if (!(await go(walking, next))) continue;
    const before = await wordsOf(visit, signal);
    await errand.look(next.clicks);
    if (!errand.found() && next.promises) await searchHere(walking, next.clicks);
    if (!errand.found() && next.promises && pageOf(visit.page.url()) === pageOf(next.url))
      if (await bringsMore(visit, before, signal)) await errand.look(next.clicks);
    if (next.clicks < mostClicks) ways.push(...(await errand.waysHere(next.clicks + 1)));
  }
}

async function lookAgain({ visit, errand, signal, start, isLate }: Walking, hadBanner: boolean): Promise<void> {
  const { page } = visit;
  if (errand.found() || isLate() || !(await openPage(visit, start, signal))) return;
  if (!(await withinDeadline(page.evaluate('document.scripts.length > 0'), signal))) return;
  const before = await wordsOf(visit, signal);
  // A page that has started nothing by itself brings nothing late.
  const isQuiet = await withinDeadline(visit.activity.settled('its beginning', lateMs), signal);
  const hasMore = await bringsMore(visit, before, signal);
  if (!isQuiet || hasMore) await errand.look(0);
  if (errand.found() || !hadBanner) return;
  await withinDeadline(page.context().clearCookies(), signal);
  await withinDeadline(page.evaluate('try { localStorage.clear(); sessionStorage.clear() } catch {}'), signal);
  const went = page.goto(start, { waitUntil: 'domcontentloaded' }).catch(() => null);
  await withinDeadline(went, signal);
  await arrive(visit, signal);
  await dismissOverlays(visit, signal, 'accept');
  await withinDeadline(page.waitForTimeout(lateMs / 2), signal);
  await errand.look(1);
}
