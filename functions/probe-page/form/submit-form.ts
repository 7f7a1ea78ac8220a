import type { Frame } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { letLeave } from '../walking/ways-out.ts';
import { asks, bringOut, formNow } from './bring-out.ts';
import { asksToConfirm, noteButtons, pressConfirmation } from './confirmation.ts';
import { dwell, rest } from './dwell.ts';
import { type Filled, fillForm, typedValues } from './fill.ts';
import type { FormDraft } from './form-draft.ts';
import type { PlacedForm } from './look-for-forms.ts';
import type { Outgoing } from './outgoing.ts';
import { handOver, listen, type PageEvents } from './page-events.ts';
import { pressSubmit } from './press.ts';
import {
  compareStates,
  type InvalidField,
  isRestless,
  type PageState,
  type Reaction,
  readState,
  showsAnything,
  soundsLikeRefusal,
  soundsLikeThanks,
} from './reaction.ts';
import type { RequestInterceptor } from './request-interceptor.ts';
import type { Typing } from './typing.ts';

/** Everything that was seen while the form was filled and sent. */
export interface SubmittedForm {
  readonly filled: readonly Filled[];
  /** The form's own requests, in order. */
  readonly sent: readonly Outgoing[];
  /** Every field in view was disabled, even when it was tried once more. */
  readonly switchedOff: boolean;
  /** What the button says that has to be pressed before the one that sends; null where nothing waits for any. */
  readonly waitsFor: string | null;
  /** What opened outside the browser: `mailto:`, a messenger. */
  readonly handedOver: string | null;
  readonly dialogs: readonly string[];
  readonly scriptErrors: readonly string[];
  readonly reaction: Reaction;
  /** What stands beside the form has changed before its button was pressed. */
  readonly restless: boolean;
  /** Fields that the browser itself refused. */
  readonly invalid: readonly InvalidField[];
  readonly pressed: boolean;
  /** It was given the time and the values that a patient visitor gives. */
  readonly thorough: boolean;
  /** A script of the page's failed for want of what our guard has taken from it. */
  readonly hindered: boolean;
  readonly submitMs: number;
}

const mostSteps = 6;
const mostButtons = 2;
/** For scripts that wait for a visitor's hand. */
const wakingMs = 1_500;
const stepPatienceMs = 3_000;
/** A handler that failed may have been one of several. */
const errorPatienceMs = 1_200;
/** As long as a patient visitor waits for the server. */
export const answerPatienceMs = 15_000;
const reactionPatienceMs = 2_500;
const pollMs = 100;

/** How a form is filled in and sent. */
export interface Manner {
  readonly typing: Typing;
  /** The button is not pressed sooner after the page was opened: what a person cannot have done is ignored as a robot's. */
  readonly notBeforeMs: number;
  /** What a visitor may leave out is filled in, too. */
  readonly thorough: boolean;
  /** Asked before each step is filled in; absent where any may be. */
  readonly mayGoOn?: (form: FormDraft) => boolean;
}

/** What every part of one attempt works with. */
interface Attempt extends Manner {
  readonly visit: Visit;
  readonly frame: Frame;
  readonly interceptor: RequestInterceptor;
  readonly events: PageEvents;
  readonly state: () => Promise<PageState>;
  readonly signal: AbortSignal;
}

/** What was filled in, and the page just before its button was last pressed. */
interface Pressed {
  readonly filled: readonly Filled[];
  readonly before: PageState;
  readonly pressed: boolean;
  readonly startedMs: number;
  readonly restless: boolean;
}

/** Fills the form, step by step if it has several, presses its button and watches what follows. */
export async function submitForm(
  { form, frame }: PlacedForm,
  visit: Visit,
  interceptor: RequestInterceptor,
  manner: Manner,
  signal: AbortSignal,
): Promise<SubmittedForm> {
  await withinDeadline(letLeave(visit.page), signal);
  const events = await listen(visit.page);
  const state = (): Promise<PageState> => withinDeadline(look(frame, visit.page, form.key), signal);
  const attempt: Attempt = { ...manner, visit, frame, interceptor, events, state, signal };
  try {
    await wake(attempt);
    const { filled, before, pressed, startedMs, restless } = await fillSteps(form, attempt);
    const answered = await waitForAnswer(interceptor, signal);
    const submitMs = Math.max(0, Math.round(performance.now() - startedMs - interceptor.heldMs()));
    // A page whose next one is still being waited for cannot be asked anything.
    if (!answered) {
      interceptor.giveUp();
      await withinDeadline(events.stopLoading(), signal);
    }
    const after = answered ? await settle(before, attempt) : before;
    return {
      filled,
      sent: formRequests(interceptor.outgoing),
      handedOver: events.handedOver(),
      dialogs: events.dialogs,
      scriptErrors: events.scriptErrors,
      reaction: compareStates(before, after),
      restless,
      invalid: before.invalid,
      switchedOff: before.switchedOff,
      waitsFor: before.waitsFor,
      pressed,
      thorough: manner.thorough,
      hindered: before.hindered,
      submitMs,
    };
  } finally {
    await events.close();
  }
}

/** Some pages load their scripts only for who moves: a hand at the mouse does. */
async function wake({ visit, signal }: Attempt): Promise<void> {
  const { mouse } = visit.page;
  const before = await withinDeadline(visit.activity.starts(), signal);
  await withinDeadline(
    mouse.move(40, 60).then(() => mouse.move(180, 240, { steps: 3 })),
    signal,
  );
  await withinDeadline(visit.activity.settled(before, wakingMs), signal);
}

/** Fills one step after the other and presses its button, until the page shows no further step. */
async function fillSteps(form: FormDraft, attempt: Attempt): Promise<Pressed> {
  const { frame, typing, thorough, interceptor, state, signal } = attempt;
  const filled: Filled[] = [];
  const done = new Set<string>();
  let current: FormDraft | null = form;
  const found = await state();
  let [before, pressed, startedMs] = [found, false, 0];
  for (let step = 0; step < mostSteps && current !== null; step += 1) {
    if (attempt.mayGoOn?.(current) === false) break;
    const started = await withinDeadline(attempt.visit.activity.starts(), signal);
    interceptor.watch([typing.name, typing.email, typing.phone, typing.message]);
    current = await bringOut(current, done, frame, signal);
    const now = await fillForm(frame, current, { typing, skip: done, thorough }, signal);
    filled.push(...now);
    interceptor.watch(typedValues(now));
    for (const { field } of now) done.add(field.key);
    await dwell(started, attempt);
    before = await state();
    const outcome = await pressOnce(current, { before, filled }, attempt);
    startedMs = outcome.startedMs;
    pressed = outcome.pressed || pressed;
    current = outcome.step === 'changed' ? await nextStep(form.key, done, attempt) : null;
    if (outcome.step !== 'changed' || current !== null) continue;
    startedMs = (await confirmed(form.key, outcome, { before, filled }, attempt)).startedMs;
  }
  return { filled, before, pressed, startedMs, restless: isRestless(found, before) };
}

/** The button that most looks like the one that sends, then the next best: a helper of the form's may look like it. */
async function pressOnce(
  form: FormDraft,
  { before, filled }: { readonly before: PageState; readonly filled: readonly Filled[] },
  attempt: Attempt,
) {
  const { frame, interceptor, events, signal } = attempt;
  let outcome = { pressed: false, startedMs: 0, step: 'nothing' };
  for (let choice = 0; choice < mostButtons && outcome.step === 'nothing'; choice += 1) {
    events.clear();
    await noteButtons(frame, signal);
    interceptor.release([...new Set(typedValues(filled))]);
    const startedMs = performance.now();
    const pressed = await pressSubmit(frame, form, choice, signal);
    interceptor.pressed();
    if (!pressed && choice > 0) break;
    outcome = { pressed, startedMs, step: await waitForStep(before, attempt) };
    if (outcome.step === 'nothing') outcome = await confirmed(form.key, outcome, { before, filled }, attempt);
    // What the page has to say, or its browser, is said of the first button.
    if (events.scriptErrors.length > 0 || before.invalid.length > 0) break;
  }
  return outcome;
}

/** Says yes where the page asks whether to send, and has not thanked for it yet. */
async function confirmed<Step extends { readonly startedMs: number; readonly step: string }>(
  formKey: string,
  outcome: Step,
  { before, filled }: Pick<Pressed, 'before' | 'filled'>,
  attempt: Attempt,
): Promise<Step> {
  const { frame, interceptor, events, state, signal } = attempt;
  const isOver = before.invalid.length > 0 || events.scriptErrors.length > 0 || interceptor.outgoing.length > 0;
  if (isOver || soundsLikeThanks(compareStates(before, await state()).appeared) !== null) return outcome;
  if (!(await asksToConfirm(frame, formKey, signal))) return outcome;
  interceptor.release([...new Set(typedValues(filled))]);
  const startedMs = performance.now();
  const isPressed = await pressConfirmation(frame, signal);
  interceptor.pressed();
  return isPressed ? { ...outcome, startedMs, step: await waitForStep(before, attempt) } : outcome;
}

/** The form as it stands after a step; null when it asks for nothing more. */
async function nextStep(key: string, done: ReadonlySet<string>, { frame, signal }: Attempt): Promise<FormDraft | null> {
  const next = await formNow(key, frame, signal);
  return next !== null && asks(next, done) ? next : null;
}

/** The page may be on its way to the next one: then a moment later, and in the main frame if the form's own is gone. */
async function look(frame: Frame, page: Visit['page'], formKey: string): Promise<PageState> {
  for (const at of [frame, frame, page.mainFrame()]) {
    const state = await readState(at, formKey).catch(() => null);
    if (state !== null) return state;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return readState(page.mainFrame(), formKey);
}

/**
 * Those that carry what was typed; when none does, whatever the form sent instead of it. What the address guard refuses is
 * the form's only if it carries something (pages ask localhost for tools of their developers), and comes last: a form that
 * also sends to another place loses nothing.
 */
function formRequests(outgoing: readonly Outgoing[]): Outgoing[] {
  const own = outgoing.filter(
    ({ url, type, body, refusal, carries, unreadable }) =>
      handOver(url) === null &&
      // A counter's ping with nothing in it is no message.
      (type !== 'ping' || body !== null || carries.length > 0 || unreadable) &&
      (refusal === null || carries.length > 0 || unreadable),
  );
  const carrying = own.filter((request) => request.carries.length > 0);
  return (carrying.length > 0 ? carrying : own).toSorted(
    (a, b) => Number(a.refusal !== null) - Number(b.refusal !== null),
  );
}

async function waitForStep(
  before: PageState,
  { state, events, interceptor, signal }: Attempt,
): Promise<'sent' | 'refused' | 'changed' | 'nothing'> {
  for (let waitedMs = 0; waitedMs < stepPatienceMs; waitedMs += pollMs) {
    if (
      interceptor.outgoing.some(({ carries, type }) => carries.length > 0 || type === 'document') ||
      events.handedOver() !== null
    )
      return 'sent';
    await rest(pollMs, signal);
    const isOver = events.scriptErrors.length > 0 || before.invalid.length > 0;
    if (isOver && waitedMs >= errorPatienceMs) return 'nothing';
    if (waitedMs % 500 !== 400) continue;
    const now = await state();
    if (now.fields !== before.fields && interceptor.outgoing.length === 0) return 'changed';
    if (events.dialogs.length > 0 || soundsLikeRefusal(compareStates(before, now).appeared) !== null) return 'refused';
  }
  return interceptor.outgoing.length > 0 ? 'sent' : 'nothing';
}

/** True when the answer is here; false when a patient visitor would give up. */
async function waitForAnswer(interceptor: RequestInterceptor, signal: AbortSignal): Promise<boolean> {
  const answered = (): boolean =>
    interceptor.outgoing.every(({ status, failure }) => status !== null || failure !== null);
  for (let waitedMs = 0; waitedMs < answerPatienceMs && !answered(); waitedMs += pollMs) await rest(pollMs, signal);
  return answered();
}

/** Waits for what the page shows of the answer. */
async function settle(before: PageState, { state, events, interceptor, signal }: Attempt): Promise<PageState> {
  let after = await state();
  // A page that is our own stand-in shows nothing of the site; and where nothing was sent, the step has waited long enough.
  const isOurs = interceptor.policy === 'stop' && interceptor.outgoing.some(({ type }) => type === 'document');
  const patienceMs = isOurs || interceptor.outgoing.length === 0 ? 0 : reactionPatienceMs;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 250) {
    if (showsAnything(compareStates(before, after)) || events.dialogs.length > 0 || events.handedOver() !== null) break;
    await rest(250, signal);
    after = await state();
  }
  return after;
}
