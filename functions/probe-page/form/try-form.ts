import type { LookupFunction } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import type { TypedEnquiry } from '../../../shared/model/check.ts';
import { saySite } from '../../../shared/model/site-statements.ts';
import type { form as spec } from '../../../shared/probes/form/spec.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { failed, type Measured, type ProbeContext, unknown } from '../../../shared/runtime/probe.ts';
import { landingFault } from '../landing-fault.ts';
import { ageOf, doubtAbout, withoutUnasked } from './doubt.ts';
import { enquiryFitness, type Fitness, unfitForEnquiry } from './enquiry.ts';
import { findForms } from './find-forms.ts';
import { type FormPicture, takeFormPicture } from './form-picture.ts';
import { detailsOf } from './found-forms.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { noForm } from './no-form.ts';
import { openAgain } from './open-again.ts';
import { mainForm } from './purpose.ts';
import { reach } from './reach.ts';
import { refusalIn } from './reaction.ts';
import type { RequestInterceptor } from './request-interceptor.ts';
import type { Sending } from './sending.ts';
import { type Manner, type SubmittedForm, submitForm } from './submit-form.ts';
import { typingFor } from './typing.ts';

/** A page to be opened behind a guard, and the run's leave to really send from it. */
export interface FormTarget {
  readonly open: (prepare: (context: BrowserContext) => Promise<void>) => Promise<Visit>;
  /** Absent where nothing that is sent is written down: then `submit` is refused. */
  readonly sending?: Sending;
  /** The address guard's resolver; absent where any address may be asked. */
  readonly lookup?: LookupFunction;
  /** List every form that customers can write through, also beyond the one that is looked for. */
  readonly survey?: boolean;
  /** Where further forms stand that the file names: `/contact`, `/#callback`. */
  readonly named?: readonly string[];
  /** What a mystery shopper asks; absent where the form itself is tried. */
  readonly enquiry?: TypedEnquiry;
  /** The same visit was red or grey a moment ago: the form is filled in slowly from the start. */
  readonly isRepeated?: boolean;
  /** How long a visitor is seen to take. Default: as a person does. */
  readonly pace?: Pace;
}

/** From the opening of the form's page to the press of its button, at least, in milliseconds. */
export interface Pace {
  readonly rehearseMs: number;
  readonly submitMs: number;
  /** Before a form is accused of sending nothing: traps for robots stay silent to who is too fast. */
  readonly againMs: number;
}

/** Traps for robots mostly wait three to five seconds, some ten. */
const pace: Pace = { rehearseMs: 4_000, submitMs: 8_000, againMs: 11_000 };
/** A second attempt has to end within the visit's time. */
const againWithinMs = 55_000;

export type Context = ProbeContext<typeof spec>;

const leavePatienceMs = 2_000;

export type Tried =
  | { readonly submitted: null; readonly instead: Measured }
  | {
      readonly submitted: SubmittedForm;
      readonly placed: PlacedForm;
      readonly visit: Visit;
      /** Every form that was met on the way. */
      readonly found: readonly PlacedForm[];
      readonly details: Readonly<Record<string, unknown>>;
      readonly picture: FormPicture | null;
    };

/** Finds the form, fills it and presses its button, behind the guard. */
export async function tryForm(
  target: FormTarget,
  interceptor: RequestInterceptor,
  marker: string,
  context: Context,
): Promise<Tried> {
  const { signal, options, progress } = context;
  const startedMs = performance.now();
  const visit = await target.open(interceptor.guard);
  const fault = landingFault(visit);
  if (fault !== null) return { submitted: null, instead: fault };
  progress('looking for a form');
  const search = await findForms(visit, options.page, signal);
  const { found } = search;
  const placed = mainOf(found, options.page);
  if (placed === undefined) return { submitted: null, instead: noForm(search, options.page) };
  const unfit = target.enquiry === undefined ? null : unfitForEnquiry(placed.form);
  if (unfit !== null) return { submitted: null, instead: unfit };
  const fitness = target.enquiry === undefined ? null : enquiryFitness();
  progress(options.mode === 'submit' ? 'filling and sending the form' : 'rehearsing the form');
  const here = await reach(placed, visit, signal);
  if (here === 'locked') {
    const says = saySite('site/locked', {});
    return { submitted: null, instead: failed('page-covered', says, { details: detailsOf(found) }) };
  }
  if (here === null) {
    const gone = sayForm('form/vanished', {});
    return { submitted: null, instead: unknown('probe-fault', gone, { details: detailsOf(found) }) };
  }
  const picture = context.pictures ? await takeFormPicture(here, visit, signal) : null;
  const done = await tryHere(here, startedMs, { visit, interceptor, marker, target, context, fitness });
  if (fitness !== null && fitness.unfit !== null) return { submitted: null, instead: fitness.unfit };
  return {
    ...done,
    visit,
    found,
    details: detailsOf(found, { main: placed.form, submitted: done.submitted }),
    picture,
  };
}

/** What a form is tried with. */
export interface Trial {
  readonly visit: Visit;
  readonly interceptor: RequestInterceptor;
  readonly marker: string;
  readonly target: FormTarget;
  readonly context: Context;
  /** Of the form for a mystery shopper; null or absent where the form itself is tried. */
  readonly fitness?: Fitness | null;
}

/** Fills the form in and presses its button; once more, slower, where it would be accused without having been given a chance. */
export async function tryHere(
  here: PlacedForm,
  startedMs: number,
  trial: Trial,
): Promise<{ readonly placed: PlacedForm; readonly submitted: SubmittedForm }> {
  const { visit, interceptor, target } = trial;
  const { signal, options, progress } = trial.context;
  const { rehearseMs, submitMs, againMs } = target.pace ?? pace;
  const isSlow = target.isRepeated === true;
  const notBeforeMs = options.mode === 'submit' ? submitMs : isSlow ? againMs : rehearseMs;
  const first = await fillAndSend(here, { notBeforeMs, thorough: isSlow, refusal: null }, trial);
  const tried = { placed: here, submitted: first };
  const doubt = isUnfit(trial) ? null : doubtAbout(here, first, interceptor);
  const hasHadTime = isSlow && doubt === 'silent';
  if (doubt !== null && !hasHadTime && performance.now() - startedMs < againWithinMs) {
    progress('trying once more, slower');
    const ageMs = doubt === 'unasked' ? await ageOf(here, signal) : 0;
    // What was typed is still guarded until the page that knows it is gone.
    await leave(visit);
    interceptor.restart();
    const again = await openAgain(here, visit, signal);
    if (again !== null && (again.form.seen || !here.form.seen)) {
      const refusal = [refusalIn(first) ?? '', ...first.invalid.map(({ says }) => says)].join(' ');
      const manner = { notBeforeMs: Math.max(againMs, ageMs), thorough: true, refusal };
      const submitted = await fillAndSend(again, manner, trial);
      const isSettled = doubt === 'silent' || first.sent.some(interceptor.wasUnasked);
      if (isSettled) Object.assign(tried, { placed: again, submitted });
    }
  }
  return { ...tried, submitted: withoutUnasked(tried.submitted, interceptor) };
}

function isUnfit({ fitness }: Trial): boolean {
  return fitness != null && fitness.unfit !== null;
}

function mainOf(found: readonly PlacedForm[], page: string | undefined): PlacedForm | undefined {
  const main = mainForm(
    found.map(({ form }) => form),
    page !== undefined,
  );
  return found.find(({ form }) => form === main);
}

async function fillAndSend(
  placed: PlacedForm,
  { refusal, ...manner }: Pick<Manner, 'notBeforeMs' | 'thorough'> & { readonly refusal: string | null },
  { visit, interceptor, marker, target, fitness, context: { signal, options } }: Trial,
): Promise<SubmittedForm> {
  const hint = placed.form.fields.map(({ words }) => words).join(' ');
  const soon = await withinDeadline(visit.page.evaluate(inTwoWeeks), signal);
  const needs = { soon, fill: options.fill, enquiry: target.enquiry, refusal };
  const typing = typingFor(placed.form.language, hint, marker, needs);
  const mayGoOn = fitness == null ? {} : { mayGoOn: fitness.mayGoOn };
  return submitForm(placed, visit, interceptor, { typing, ...manner, ...mayGoOn }, signal);
}

/** Runs in the page. */
function inTwoWeeks(): string {
  return new Date(performance.timeOrigin + 14 * 86_400_000).toISOString().slice(0, 10);
}

/** What a page sends on being left is stopped as well, because the guard still stands. */
export async function leave({ page }: Visit): Promise<void> {
  await bestEffort(() => page.goto('about:blank', { timeout: leavePatienceMs }), leavePatienceMs);
}
