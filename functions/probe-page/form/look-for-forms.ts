import type { Frame } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { scrollDown } from '../walking/scroll.ts';
import { steadily } from '../walking/steadily.ts';
import { under } from './anchor.ts';
import { readForms } from './drafts.ts';
import type { FormDraft } from './form-draft.ts';
import { mainForm, purposeOf } from './purpose.ts';

export interface PlacedForm {
  readonly form: FormDraft;
  readonly frame: Frame;
  /** Of the page that it was seen on; the form's own is another where it stands in a frame. */
  readonly shownOn: string;
  readonly clicks: number;
}

const mostFrames = 12;
const framePatienceMs = 3_000;
/** Scripts that fade a page in begin at its load event. */
const fullLoadMs = 3_000;
const fadeInMs = 800;

/** Not longer than this: a page whose last picture hangs can be used all the same. */
async function waitForLoad({ page }: Visit, timeout: number, signal: AbortSignal): Promise<void> {
  await withinDeadline(
    page.waitForLoadState('load', { timeout }).catch(() => {}),
    signal,
  );
}

/** The forms of the page as it stands, those in its frames included. Frames that do not answer are no hindrance. */
export async function formsHere(visit: Visit, clicks: number, signal: AbortSignal): Promise<PlacedForm[]> {
  const forms: PlacedForm[] = [];
  for (const frame of visit.page.frames().slice(0, mostFrames)) {
    const isMain = frame.parentFrame() === null;
    if (frame.isDetached() || (!isMain && !/^(https?:|about:(srcdoc|blank))/.test(frame.url()))) continue;
    const limit = isMain ? signal : AbortSignal.any([signal, AbortSignal.timeout(framePatienceMs)]);
    const drafts = await withinDeadline(readFrame(frame, isMain), limit).catch(() => []);
    signal.throwIfAborted();
    const shownOn = visit.page.url();
    forms.push(...drafts.map((form) => ({ form: withAddress(form, shownOn), frame, shownOn, clicks })));
  }
  return forms;
}

/** What a script writes into a frame has no address of its own. */
function withAddress(form: FormDraft, shownOn: string): FormDraft {
  return /^https?:/.test(form.page) ? form : { ...form, page: shownOn };
}

async function readFrame(frame: Frame, isMain: boolean): Promise<FormDraft[]> {
  if (!isMain) {
    const box = await (await frame.frameElement()).boundingBox();
    if (box === null || box.width < 100 || box.height < 60) return [];
  }
  return readForms(frame);
}

/** Hidden searches and logins are met on every page, and nobody waits for them. */
export function isYetToAppear({ form }: PlacedForm): boolean {
  return !form.seen && !/^(search|login|newsletter)$/.test(purposeOf(form));
}

/** A form that fades in, on scrolling or a little later, is given the chance to. */
export function lookForForms(
  visit: Visit,
  clicks: number,
  signal: AbortSignal,
  anchor: string | null = null,
): Promise<PlacedForm[]> {
  return steadily(visit, () => lookPatiently({ visit, clicks, signal, anchor }), signal);
}

interface Look {
  readonly visit: Visit;
  readonly clicks: number;
  readonly signal: AbortSignal;
  readonly anchor: string | null;
}

async function lookPatiently({ visit, clicks, signal, anchor }: Look): Promise<PlacedForm[]> {
  const forms = under(anchor, await formsHere(visit, clicks, signal));
  if (hasMain(forms)) return forms;
  if (!forms.some(isYetToAppear)) {
    if (!(await withinDeadline(visit.page.evaluate(mayBuildBelow), signal))) return forms;
    await scrollDown(visit, signal);
    return under(anchor, await formsHere(visit, clicks, signal));
  }
  await waitForLoad(visit, fullLoadMs, signal);
  await scrollDown(visit, signal);
  await withinDeadline(visit.page.waitForTimeout(fadeInMs), signal);
  return under(anchor, await formsHere(visit, clicks, signal));
}

/** Runs in the page: may a script build more when it is scrolled to, and has nobody scrolled there yet? */
function mayBuildBelow(): boolean {
  const root = document.documentElement;
  const isLong = root.scrollHeight > innerHeight * 1.3;
  if (!isLong || document.scripts.length === 0 || root.hasAttribute('data-touchlight-scrolled')) return false;
  root.setAttribute('data-touchlight-scrolled', '');
  return true;
}

export function hasMain(found: readonly PlacedForm[]): boolean {
  const main = mainForm(found.map(({ form }) => form));
  return main !== null && /^(contact|booking|order|comment)$/.test(purposeOf(main));
}
