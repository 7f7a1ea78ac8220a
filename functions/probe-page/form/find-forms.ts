import type { Frame } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { isFile, isSameSite, pageOf, rankContactLink } from '../walking/contact-links.ts';
import type { SeenLink } from '../walking/links.ts';
import { pressOpener, pressToggle } from '../walking/menu.ts';
import { dismissOverlays, waitOutPreloader } from '../walking/overlays.ts';
import { readScreen } from '../walking/screen.ts';
import { scrollDown } from '../walking/scroll.ts';
import { readForms } from './drafts.ts';
import type { FormDraft } from './form-draft.ts';
import { mainForm, purposeOf } from './purpose.ts';

export interface PlacedForm {
  readonly form: FormDraft;
  readonly frame: Frame;
  readonly clicks: number;
}

const pageTimeoutMs = 8_000;
const lateResourcesMs = 1_500;
const mostPages = 5;
const linksBudgetMs = 3_000;
/** Whoever has not met a form by then does not write. */
const searchMs = 6_000;
const mostFrames = 12;
const framePatienceMs = 3_000;
/** Scripts that fade a page in begin at its load event. */
const fullLoadMs = 3_000;
const fadeInMs = 800;

const mostToggles = 4;
const mostHidden = 2;

/** Opens a page of the form visit and makes it ready to be looked at. False when there is no page. */
export async function openFormPage(visit: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  const { page } = visit;
  const response = await withinDeadline(
    page.goto(url, { waitUntil: 'domcontentloaded', timeout: pageTimeoutMs }).catch(() => null),
    signal,
  );
  if (response === null || response.status() >= 400) return false;
  await waitForLoad(visit, lateResourcesMs, signal);
  await waitOutPreloader(page, signal);
  await dismissOverlays(visit, signal);
  return true;
}

/** Not longer than this: a page whose last picture hangs can be used all the same. */
async function waitForLoad({ page }: Visit, timeout: number, signal: AbortSignal): Promise<void> {
  await withinDeadline(
    page.waitForLoadState('load', { timeout }).catch(() => {}),
    signal,
  );
}

/** The forms of the page as it stands, those in its frames included. Frames that do not answer are no hindrance. */
async function formsHere(visit: Visit, clicks: number, signal: AbortSignal): Promise<PlacedForm[]> {
  const forms: PlacedForm[] = [];
  for (const frame of visit.page.frames().slice(0, mostFrames)) {
    const isMain = frame.parentFrame() === null;
    if (frame.isDetached() || (!isMain && !/^(https?|about:srcdoc)/.test(frame.url()))) continue;
    const limit = isMain ? signal : AbortSignal.any([signal, AbortSignal.timeout(framePatienceMs)]);
    const drafts = await withinDeadline(readFrame(frame, isMain), limit).catch(() => []);
    signal.throwIfAborted();
    forms.push(...drafts.map((form) => ({ form, frame, clicks })));
  }
  return forms;
}

async function readFrame(frame: Frame, isMain: boolean): Promise<FormDraft[]> {
  if (!isMain) {
    const box = await (await frame.frameElement()).boundingBox();
    if (box === null || box.width < 100 || box.height < 60) return [];
  }
  return readForms(frame);
}

/** Hidden searches and logins are met on every page, and nobody waits for them. */
function isYetToAppear({ form }: PlacedForm): boolean {
  return !form.seen && !/^(search|login|newsletter)$/.test(purposeOf(form));
}

/** A form that fades in, on scrolling or a little later, is given the chance to. */
export async function lookForForms(visit: Visit, clicks: number, signal: AbortSignal): Promise<PlacedForm[]> {
  const forms = await formsHere(visit, clicks, signal);
  if (hasMain(forms) || !forms.some(isYetToAppear)) return forms;
  await waitForLoad(visit, fullLoadMs, signal);
  await scrollDown(visit, signal);
  await withinDeadline(visit.page.waitForTimeout(fadeInMs), signal);
  return formsHere(visit, clicks, signal);
}

/**
 * Looks for the form that a customer writes through: on the page under test, then where its links promise one.
 * @param configured the page that is said to hold the form; then no other is looked at
 * @returns every form that was met, that one first
 */
export async function findForms(
  visit: Visit,
  configured: string | undefined,
  signal: AbortSignal,
): Promise<PlacedForm[]> {
  const found = await searchForms(visit, configured, signal);
  const main = mainForm(
    found.map(({ form }) => form),
    configured !== undefined,
  );
  return found.toSorted((a, b) => Number(b.form === main) - Number(a.form === main));
}

async function searchForms(visit: Visit, configured: string | undefined, signal: AbortSignal): Promise<PlacedForm[]> {
  const start = new URL(configured ?? visit.url, visit.url).href;
  if (!(await openFormPage(visit, start, signal))) return [];
  const found = await lookForForms(visit, 0, signal);
  const atOnce = hasMain(found);
  if (!atOnce && (found.some(isYetToAppear) || configured !== undefined)) {
    found.push(...(await openHiddenForm(visit, found.filter(isYetToAppear), signal)));
  }
  if (configured !== undefined || hasContact(found) || (hasMain(found) && !atOnce)) return found;
  const screen = await withinDeadline(
    readScreen(visit.page.mainFrame(), { iconsFailed: true, budgetMs: linksBudgetMs }),
    signal,
  );
  const pages = formPages(screen.links, screen.url);
  // Who books a table on the first page may still write on the page of contacts.
  const further = atOnce ? pages.filter(({ rank }) => rank === 'contact').slice(0, 1) : pages.slice(0, mostPages);
  const startedMs = performance.now();
  for (const { url } of further) {
    if (performance.now() - startedMs > searchMs) break;
    if (!(await openFormPage(visit, url, signal))) continue;
    found.push(...(await lookForForms(visit, 1, signal)));
    if (hasMain(found)) break;
  }
  return found;
}

/** A form in a dialog or behind a tab: presses what names it, then what promises one, until one is there. */
async function openHiddenForm(visit: Visit, hidden: readonly PlacedForm[], signal: AbortSignal): Promise<PlacedForm[]> {
  const here = pageOf(visit.page.url());
  for (const { form } of hidden.slice(0, mostHidden)) {
    if (!(await pressOpener(visit, `[data-touchlight="${form.key}"]`, signal))) continue;
    if (pageOf(visit.page.url()) !== here) return [];
    const forms = await formsHere(visit, 1, signal);
    if (hasMain(forms)) return forms;
  }
  for (let pressed = 0; pressed < mostToggles; pressed += 1) {
    if (!(await pressToggle(visit, { words: patterns.formToggle }, signal)) || pageOf(visit.page.url()) !== here) break;
    const forms = await formsHere(visit, 1, signal);
    if (hasMain(forms)) return forms;
  }
  return [];
}

function hasMain(found: readonly PlacedForm[]): boolean {
  const main = mainForm(found.map(({ form }) => form));
  return main !== null && /^(contact|booking|order|comment)$/.test(purposeOf(main));
}

function hasContact(found: readonly PlacedForm[]): boolean {
  const main = mainForm(found.map(({ form }) => form));
  return main !== null && purposeOf(main) === 'contact';
}

/** Contact pages first, then pages that promise a form, then the rest of the site's own pages. */
function formPages(links: readonly SeenLink[], here: string): { url: string; rank: 'contact' | 'other' }[] {
  const best = new Map<string, number>();
  for (const link of links) {
    const url = pageOf(link.url);
    if (!isSameSite(url, here) || url === pageOf(here) || isFile(url) || patterns.formlessPath.test(url)) continue;
    const contact = rankContactLink(link);
    const promises = patterns.formLink.test(link.text) ? 1 : 2;
    const rank = (contact === 'contact' ? 0 : promises) + (link.seen ? 0 : 0.5);
    best.set(url, Math.min(rank, best.get(url) ?? 9));
  }
  const inOrder = [...best].toSorted((a, b) => a[1] - b[1]);
  return inOrder.map(([url, rank]) => ({ url, rank: rank < 1 ? 'contact' : 'other' }));
}
