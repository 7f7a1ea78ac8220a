import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { TypedEnquiry } from '../../../../shared/model/check.ts';
import { withinDeadline } from '../../../../shared/runtime/deadline.ts';
import type { Waits } from '../waits.ts';
import type { Asking } from './askable.ts';

/** What came of writing into a chat. */
export type Written =
  /** `askedAt` by the page's own clock; `emailAsked` where its window wanted to know an address. */
  | { readonly reason: 'written'; readonly askedAt: number; readonly emailAsked: boolean }
  /** There is no place to write, and nothing has left. */
  | { readonly reason: 'nowhere' }
  /** Another delivery of the same run was faster. */
  | { readonly reason: 'taken' }
  /** Its form was sent, and then no place to write came. */
  | { readonly reason: 'unfinished' };

interface Writing {
  readonly asking: Asking;
  readonly enquiry: TypedEnquiry;
  readonly waits: Waits;
  /** Asked once, just before anything leaves. */
  readonly claim: () => Promise<boolean>;
}

/** Asks once. Nothing is tried a second time: it is better to ask one question too few than one too many. */
export async function writeQuestion(page: Page, writing: Writing, signal: AbortSignal): Promise<Written> {
  const { asking } = writing;
  return asking.send === null ? typeIn(page, writing, signal) : sendByCall(page, asking.send, writing, signal);
}

async function sendByCall(page: Page, send: string, writing: Writing, signal: AbortSignal): Promise<Written> {
  if (!(await writing.claim())) return { reason: 'taken' };
  await tell(page, writing.asking.introduce, writing.enquiry, signal);
  return { reason: 'written', askedAt: await tell(page, send, writing.enquiry, signal), emailAsked: false };
}

async function typeIn(page: Page, writing: Writing, signal: AbortSignal): Promise<Written> {
  const { asking, enquiry, waits } = writing;
  await tell(page, asking.open, enquiry, signal);
  const draft = await awaitDraft(page, asking, waits, signal);
  if (draft === null || !isPossible(draft)) return { reason: 'nowhere' };
  if (!(await writing.claim())) return { reason: 'taken' };
  await tell(page, asking.introduce, enquiry, signal);
  await typeWho(draft, enquiry, signal);
  let { composer } = draft;
  const hasForm = draft.email !== null || draft.name !== null;
  if (composer === null) {
    await withinDeadline(draft.submit?.click() ?? Promise.resolve(), signal);
    composer = await awaitComposer(page, asking, waits, signal);
    if (composer === null) return { reason: 'unfinished' };
  }
  await withinDeadline(composer.fill(enquiry.text), signal);
  const askedAt = await tell(page, '', enquiry, signal);
  const isOneForm = draft.composer !== null && hasForm;
  await withinDeadline(isOneForm && draft.submit ? draft.submit.click() : composer.press('Enter'), signal);
  return { reason: 'written', askedAt, emailAsked: draft.email !== null };
}

/** Evaluates one of the vendor's calls; one that it refuses is not needed. @returns when, by the page's own clock */
async function tell(page: Page, expression: string, who: TypedEnquiry, signal: AbortSignal): Promise<number> {
  const told = page.evaluate<unknown>(`(async (who) => {
    const at = performance.now();
    try { ${expression} } catch {}
    return at;
  })(${JSON.stringify(who)})`);
  return Number(await withinDeadline(told, signal));
}

/** What its window shows. */
interface Draft {
  readonly composer: Locator | null;
  readonly name: Locator | null;
  readonly email: Locator | null;
  readonly submit: Locator | null;
  /** It asks for something that a visitor has and we have not, or would have to choose. */
  readonly asksForMore: boolean;
}

function isPossible({ composer, name, email, submit, asksForMore }: Draft): boolean {
  const needsPress = name !== null || email !== null || composer === null;
  return !asksForMore && (!needsPress || submit !== null);
}

async function awaitComposer(page: Page, asking: Asking, waits: Waits, signal: AbortSignal): Promise<Locator | null> {
  const startedMs = performance.now();
  for (;;) {
    const drafts = await draftsIn(page, asking, signal);
    const composer = drafts.find((draft) => draft.composer !== null)?.composer ?? null;
    if (composer !== null || performance.now() - startedMs >= waits.windowMs) return composer;
    await withinDeadline(page.waitForTimeout(waits.pollMs), signal);
  }
}

async function awaitDraft(
  page: Page,
  asking: Asking,
  { windowMs, pollMs }: Waits,
  signal: AbortSignal,
): Promise<Draft | null> {
  const startedMs = performance.now();
  for (;;) {
    const drafts = await draftsIn(page, asking, signal);
    const found = drafts.find(({ composer, email }) => composer !== null || email !== null);
    if (found !== undefined || performance.now() - startedMs >= windowMs) return found ?? null;
    await withinDeadline(page.waitForTimeout(pollMs), signal);
  }
}

/** All that its window says to a visitor; nothing where it cannot be read, because a question has been asked all the same. */
export async function readWindow(page: Page, { window }: Asking, signal: AbortSignal): Promise<string> {
  const texts = (inside: Page | FrameLocator, place: string): Promise<string[]> =>
    withinDeadline(inside.locator(place).allInnerTexts(), signal).catch(() => {
      signal.throwIfAborted();
      return [];
    });
  if ('inPage' in window) return (await texts(page, window.inPage)).join('\n');
  const frames = page.locator(window.frame);
  const count = Math.min(await withinDeadline(frames.count(), signal), mostFrames);
  const all: string[] = [];
  for (let nth = 0; nth < count; nth++) all.push(...(await texts(frames.nth(nth).contentFrame(), 'body')));
  return all.join('\n');
}

const mostFrames = 5;

async function draftsIn(page: Page, { window }: Asking, signal: AbortSignal): Promise<Draft[]> {
  if ('inPage' in window) return [await draftIn(page.locator(window.inPage), signal)];
  const frames = page.locator(window.frame);
  const count = Math.min(await withinDeadline(frames.count(), signal), mostFrames);
  const drafts: Draft[] = [];
  for (let nth = 0; nth < count; nth++) drafts.push(await draftIn(frames.nth(nth).contentFrame(), signal));
  return drafts;
}

const places = {
  composer: 'textarea:visible, [contenteditable="true"]:visible, [role="textbox"]:visible',
  email: 'input[type="email"]:visible, input[name*="email" i]:visible',
  line: 'input[type="text"]:visible:not([name*="email" i]), input:not([type]):visible:not([name*="email" i])',
  /** Of a visitor; a question does not belong there. */
  name: 'input[name*="name" i]:visible, input[autocomplete*="name" i]:visible',
  others: 'input[type="tel"]:visible, input[type="checkbox"]:visible, input[type="radio"]:visible, select:visible',
  /** A window has other buttons above: one that closes it, one that attaches a file. */
  submit: 'button[type="submit"]:visible, input[type="submit"]:visible, form button:not([type]):visible',
  button: 'button:visible',
} as const;

async function draftIn(window: Locator | FrameLocator, signal: AbortSignal): Promise<Draft> {
  const count = (place: string): Promise<number> => withinDeadline(window.locator(place).count(), signal);
  const first = (place: string, found: number): Locator | null => (found === 0 ? null : window.locator(place).first());
  const [composers, emails, lines] = [
    await count(places.composer),
    await count(places.email),
    await count(places.line),
  ];
  const [others, submits] = [await count(places.others), await count(places.submit)];
  const isLine = composers === 0 && emails === 0 && lines === 1 && (await count(places.name)) === 0;
  return {
    composer: isLine ? first(places.line, lines) : first(places.composer, composers),
    name: isLine ? null : first(places.line, lines),
    email: first(places.email, emails),
    submit: first(places.submit, submits) ?? first(places.button, await count(places.button)),
    asksForMore: others > 0 || lines > 1 || emails > 1,
  };
}

async function typeWho({ name, email }: Draft, enquiry: TypedEnquiry, signal: AbortSignal): Promise<void> {
  await withinDeadline(name?.fill(enquiry.name) ?? Promise.resolve(), signal);
  await withinDeadline(email?.fill(enquiry.email) ?? Promise.resolve(), signal);
}
