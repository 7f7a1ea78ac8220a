import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { arrive } from '../walking/arrive.ts';
import { pageOf } from '../walking/contact-links.ts';
import { passGates } from '../walking/gates.ts';
import { noteLanding } from '../walking/landed.ts';
import { pressOpener } from '../walking/menu.ts';
import { makeReady, openPage } from '../walking/open-page.ts';
import { dismissOverlays, waitOutPreloader } from '../walking/overlays.ts';
import { rankedPages } from '../walking/ranked-pages.ts';
import { readScreen } from '../walking/screen.ts';
import { steadily } from '../walking/steadily.ts';
import { type Errand, startWalk, type Walk, type WalkReport, type Way } from '../walking/walk.ts';
import { findWall, type Wall } from '../walking/wall.ts';
import { anchorOf, under } from './anchor.ts';
import { announcedForm, awaitForms } from './awaited-form.ts';
import { type FormTraces, formTraces, joinTraces, noTraces } from './form-traces.ts';
import { formsHere, hasMain, isYetToAppear, lookForForms, type PlacedForm } from './look-for-forms.ts';
import { mainForm, purposeOf } from './purpose.ts';

/** What the search came to: every form that was met, the one that a customer writes through first. */
export interface FormSearch {
  readonly found: readonly PlacedForm[];
  readonly walk: WalkReport;
  /** Of forms that were not seen. */
  readonly traces: FormTraces;
  readonly wall: Wall | null;
  readonly isGateShut: boolean;
}

const mostPages = 5;
const linksBudgetMs = 3_000;
/** Visitors give up after that, unless a link promises a form; then the budget counts. */
const searchMs = 6_000;
/** However slow the site: that there is no form must not depend on the pace of a machine. */
const leastPages = 3;
const budget = { pages: 7, taps: 12, seconds: 30 } as const;
const mostHidden = 2;
/** For all forms together that a page announces. */
const announcedMs = 10_000;

/** Opens a page of the form visit and makes it ready to be looked at. False when there is no page. */
export function openFormPage(visit: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  return openPage(visit, url, signal);
}

/**
 * Looks for the form that a customer writes through: on the page under test, then where its links promise one.
 * @param configured the page that is said to hold the form; then no other is looked at
 */
export async function findForms(
  visit: Visit,
  configured: string | undefined,
  signal: AbortSignal,
): Promise<FormSearch> {
  const start = new URL(configured ?? visit.url, visit.url).href;
  const search: Searching = {
    visit,
    signal,
    isNamed: configured !== undefined,
    anchor: anchorOf(configured),
    found: [],
    traces: noTraces,
    atOnce: false,
    patienceMs: announcedMs,
  };
  const landing = await land(visit, start, signal);
  const walk = startWalk(visit, errandFor(search), signal);
  if (landing.isThere && landing.wall === null) await walkOn(search, walk, landing.hadBanner);
  if (landing.wall !== null) search.found.push(...under(search.anchor, await formsOnWall(visit, signal)));
  const main = mainForm(
    search.found.map(({ form }) => form),
    configured !== undefined,
  );
  const found = search.found.toSorted((a, b) => Number(b.form === main) - Number(a.form === main));
  return { found, walk: walk.report(), traces: search.traces, wall: landing.wall, isGateShut: landing.isGateShut };
}

/** Of a page that nobody gets to, only what stands on its cover counts. */
async function formsOnWall(visit: Visit, signal: AbortSignal): Promise<PlacedForm[]> {
  const forms = await formsHere(visit, 0, signal);
  const onWall = visit.page.evaluate(() =>
    [...document.querySelectorAll('[data-touchlight-wall] [data-touchlight]')].map((e) =>
      e.getAttribute('data-touchlight'),
    ),
  );
  const keys = await withinDeadline(onWall, signal);
  return forms.filter(({ form }) => keys.includes(form.key));
}

/** A search on its way. */
interface Searching {
  readonly visit: Visit;
  readonly signal: AbortSignal;
  readonly isNamed: boolean;
  /** Only the forms under this anchor count; null for all. */
  readonly anchor: string | null;
  readonly found: PlacedForm[];
  traces: FormTraces;
  /** The first page has a form that customers write through, without any press. */
  atOnce: boolean;
  /** What is left of it for forms that a page announces. */
  patienceMs: number;
}

interface Landing {
  readonly isThere: boolean;
  readonly wall: Wall | null;
  readonly isGateShut: boolean;
  readonly hadBanner: boolean;
}

/** The visit stands on its page already; another is opened. */
async function land(visit: Visit, start: string, signal: AbortSignal): Promise<Landing> {
  const nothing = { isThere: false, wall: null, isGateShut: false, hadBanner: false };
  const { page } = visit;
  const isSamePage = pageOf(start) === pageOf(page.url());
  const isHere = isSamePage && [new URL(page.url()).hash, ''].includes(new URL(start).hash);
  // A page that is opened at its anchor may show what it does not when only the anchor changes.
  if (isSamePage && !isHere) await withinDeadline(page.goto('about:blank'), signal);
  if (!isHere && !(await openPage(visit, start, signal))) return nothing;
  return steadily(visit, () => landHere(visit, signal), signal);
}

async function landHere(visit: Visit, signal: AbortSignal): Promise<Landing> {
  await arrive(visit, signal);
  await noteLanding(visit, signal);
  await waitOutPreloader(visit.page, signal);
  const { isShut, passed } = await passGates(visit, signal);
  if (passed > 0) {
    await makeReady(visit, signal);
    await noteLanding(visit, signal, { again: true });
  }
  const banners = await dismissOverlays(visit, signal);
  const wall = await findWall(visit, signal);
  return { isThere: true, wall, isGateShut: isShut, hadBanner: banners.includes('cookie banner') };
}

async function walkOn(search: Searching, walk: Walk, hadBanner: boolean): Promise<void> {
  const { isNamed, found } = search;
  await lookHere(search, 0);
  search.atOnce = hasMain(found);
  if (!search.atOnce) {
    await noteTraces(search);
    await openHiddenForm(search, walk);
    if (!hasMain(found)) await walk.searchHere(0);
  }
  // Who books a table on the first page may still write on the page of contacts.
  if (!isNamed && (search.atOnce || !hasMain(found))) await walk.follow(await waysHere(search, 1));
  if (hasMain(found)) return;
  await walk.lookAgain(hadBanner);
}

/** The forms of the page as it stands; where it says that one is on its way, a visitor waits for it. */
async function lookHere(search: Searching, clicks: number): Promise<void> {
  const { visit, signal, found, anchor } = search;
  found.push(...(await lookForForms(visit, clicks, signal, anchor)));
  if (hasMain(found)) return;
  const announced = await announcedForm(visit, signal);
  if (announced === null) return;
  const startedMs = performance.now();
  found.push(...(await awaitForms({ visit, clicks, anchor }, search.patienceMs, signal)));
  search.patienceMs -= performance.now() - startedMs;
  if (!hasMain(found)) search.traces = joinTraces(search.traces, { ...noTraces, announced });
}

/** What one of the pages has a trace of is not forgotten on the next. */
async function noteTraces(search: Searching): Promise<void> {
  if (!hasMain(search.found)) search.traces = joinTraces(search.traces, await formTraces(search.visit, search.signal));
}

function errandFor(search: Searching): Errand {
  const { found } = search;
  const startedMs = performance.now();
  return {
    budget,
    toggles: [{ words: patterns.loadForm, longest: 160 }, { words: patterns.formToggle }],
    found: () => hasMain(found),
    async look(clicks) {
      await lookHere(search, clicks);
      await noteTraces(search);
    },
    waysHere: async () => [],
    choose(ways, pagesSeen) {
      const [next = null] = ways;
      if (next === null || pagesSeen >= mostPages) return null;
      if (hasMain(found))
        return search.atOnce && !hasContact(found) && next.rank === 'contact' && pagesSeen === 0 ? next : null;
      return next.promises || pagesSeen < leastPages || performance.now() - startedMs < searchMs ? next : null;
    },
  };
}

async function waysHere({ visit, signal, found }: Searching, clicks: number): Promise<Way[]> {
  if (hasContact(found)) return [];
  const screen = await withinDeadline(
    readScreen(visit.page.mainFrame(), { iconsFailed: true, budgetMs: linksBudgetMs }),
    signal,
  );
  return rankedPages(screen, 'form').map(({ url, rank }) => ({ url, rank, clicks, promises: rank !== 'other' }));
}

/** A form in a dialog or behind a tab whose opener names it. */
async function openHiddenForm({ visit, signal, found, anchor }: Searching, walk: Walk): Promise<void> {
  const here = pageOf(visit.page.url());
  for (const { form } of found.filter(isYetToAppear).slice(0, mostHidden)) {
    if (!(await walk.tap(() => pressOpener(visit, `[data-touchlight="${form.key}"]`, signal)))) continue;
    if (pageOf(visit.page.url()) !== here) return;
    const forms = under(anchor, await formsHere(visit, 1, signal));
    if (!hasMain(forms)) continue;
    found.push(...forms);
    return;
  }
}

function hasContact(found: readonly PlacedForm[]): boolean {
  const main = mainForm(found.map(({ form }) => form));
  return main !== null && purposeOf(main) === 'contact';
}
