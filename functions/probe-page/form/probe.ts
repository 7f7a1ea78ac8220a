import { randomBytes } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { saySite } from '../../../shared/model/site-statements.ts';
import type { UnfinishedWalk } from '../../../shared/model/unfinished-walk.ts';
import { form as spec } from '../../../shared/probes/form/spec.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import {
  failed,
  type Measured,
  notApplicable,
  type Probe,
  type ProbeContext,
  unknown,
} from '../../../shared/runtime/probe.ts';
import { landingFault } from '../landing-fault.ts';
import { takeScreenshot } from '../walking/screenshot.ts';
import { unfinished } from '../walking/unfinished.ts';
import { ageOf, doubtAbout, withoutUnasked } from './doubt.ts';
import { askEndpoint, type EndpointAnswer } from './endpoint.ts';
import { type FormSearch, findForms } from './find-forms.ts';
import { type FormPicture, takeFormPicture, withFormPicture } from './form-picture.ts';
import { detailsOf } from './found-forms.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { openAgain, returnTo } from './open-again.ts';
import type { Outgoing } from './outgoing.ts';
import { mainForm, purposeOf } from './purpose.ts';
import { judgeRehearsal } from './rehearsal.ts';
import { createRequestInterceptor, type RequestInterceptor } from './request-interceptor.ts';
import type { Sending } from './sending.ts';
import { judgeSubmission } from './submission.ts';
import { type Manner, type SubmittedForm, submitForm } from './submit-form.ts';
import { surveyForms } from './survey.ts';
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

type Context = ProbeContext<typeof spec>;

const leavePatienceMs = 2_000;
const notePatienceMs = 5_000;
const surveyPatienceMs = 30_000;

/**
 * Fills the form that a customer writes through and sends it: answered by an interceptor (`rehearse`), or really (`submit`).
 * A rehearsal delivers nothing, so it cannot see what the server does with a message beyond answering a plain question.
 */
export const form: Probe<typeof spec, FormTarget> = {
  spec,
  measure: (target, context) =>
    context.options.mode === 'submit' ? submit(target, context) : rehearse(target, context),
};

async function rehearse(target: FormTarget, context: Context): Promise<Measured> {
  const { lookup } = target;
  const interceptor = createRequestInterceptor('stop', async () => false, lookup);
  const tried = await tryForm(target, interceptor, randomBytes(4).toString('hex'), context);
  if (tried.submitted === null) return tried.instead;
  const { placed, submitted, visit, details, picture } = tried;
  const endpoint = await questionFor(submitted, lookup, context.signal);
  const result = judgeRehearsal(placed.form, submitted, endpoint, {
    measurements: numbersOf(placed, submitted),
    details,
  });
  // After a native submission the page is our own stand-in, which shows nothing of the site.
  const isOurs = submitted.sent.some(({ type }) => type === 'document');
  const evidence = isFine(result) || isOurs ? [] : [await takeScreenshot(visit, 'form.jpg', context.signal)];
  await leave(visit);
  // What was measured is not lost with it.
  const look = (over: AbortSignal) => surveyAfter(tried, interceptor, AbortSignal.any([context.signal, over]));
  const survey = target.survey ? await bestEffort(look, surveyPatienceMs) : null;
  const seen = survey?.ok ? survey.value : details;
  return withFormPicture({ ...result, details: { ...result.details, ...seen }, evidence }, picture);
}

/** Whatever else customers can write through; looked for last, so that it takes nothing from the form that was tried. */
async function surveyAfter(
  { visit, found, placed, submitted }: Extract<Tried, { submitted: SubmittedForm }>,
  interceptor: RequestInterceptor,
  signal: AbortSignal,
) {
  interceptor.restart();
  const more = await surveyForms(visit, found, signal);
  const main = found.find(({ form }) => form.key === placed.form.key && form.page === placed.form.page);
  return detailsOf([...found, ...more], { main: main?.form ?? placed.form, submitted });
}

async function submit(target: FormTarget, context: Context): Promise<Measured> {
  const { sending, lookup } = target;
  if (sending === undefined) throw new Error('a form is only sent where what was sent is written down');
  const { signal, options } = context;
  const instead = await sending.instead(options.maxPerDay, signal);
  if (instead !== null) return instead;
  const claim = ({ page, url, carries }: Outgoing): Promise<boolean> =>
    sending.claim({ page, sentTo: url, typed: carries.map((value) => ({ field: '', value })) });
  const interceptor = createRequestInterceptor('send-once', claim, lookup);
  const tried = await tryForm(target, interceptor, sending.marker, context);
  if (tried.submitted === null) return tried.instead;
  const { placed, submitted, visit, details, picture } = tried;
  const faster = await sending.fasterOne(signal);
  if (faster !== null) return faster;
  const sent = { marker: sending.marker, to: submitted.sent.map(({ url }) => url) };
  const judged = judgeSubmission(placed.form, submitted, options.confirmation, {
    measurements: numbersOf(placed, submitted),
    details: { ...details, sent },
  });
  // With its picture, so that another delivery of the run tells the same.
  const result = withFormPicture(judged, picture);
  // The message is in somebody's inbox: what came of it is told, whether or not it could be written down.
  await bestEffort(() => sending.complete(typedInto(submitted), result), notePatienceMs);
  const evidence = isFine(result) ? [] : [await takeScreenshot(visit, 'form.jpg', signal)];
  await leave(visit);
  return { ...result, evidence: [...evidence, ...(result.evidence ?? [])] };
}

/** Nobody needs to see a form that works. */
function isFine({ outcome, facts = {} }: Measured): boolean {
  return outcome === 'measured' && Object.keys(facts).length === 0;
}

type Tried =
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
async function tryForm(
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
  progress(options.mode === 'submit' ? 'filling and sending the form' : 'rehearsing the form');
  const here = await returnTo(placed, visit, signal);
  if (here === null) {
    const gone = sayForm('form/vanished', {});
    return { submitted: null, instead: unknown('probe-fault', gone, { details: detailsOf(found) }) };
  }
  const picture = context.pictures ? await takeFormPicture(here, visit, signal) : null;
  const { rehearseMs, submitMs, againMs } = target.pace ?? pace;
  const attempt = { visit, interceptor, marker, context };
  const notBeforeMs = options.mode === 'submit' ? submitMs : rehearseMs;
  const first = await fillAndSend(here, { notBeforeMs, thorough: false }, attempt);
  const tried = { visit, placed: here, submitted: first };
  const doubt = doubtAbout(here, first, interceptor);
  if (doubt !== null && performance.now() - startedMs < againWithinMs) {
    progress('trying once more, slower');
    const ageMs = doubt === 'unasked' ? await ageOf(here, signal) : 0;
    // What was typed is still guarded until the page that knows it is gone.
    await leave(visit);
    interceptor.restart();
    const again = await openAgain(here, visit, signal);
    if (again !== null && (again.form.seen || !here.form.seen)) {
      const manner = { notBeforeMs: Math.max(againMs, ageMs), thorough: true };
      const submitted = await fillAndSend(again, manner, attempt);
      const isSettled = doubt === 'silent' || first.sent.some(interceptor.wasUnasked);
      if (isSettled) Object.assign(tried, { placed: again, submitted });
    }
  }
  const submitted = withoutUnasked(tried.submitted, interceptor);
  return { ...tried, submitted, found, details: detailsOf(found, { main: placed.form, submitted }), picture };
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
  manner: Pick<Manner, 'notBeforeMs' | 'thorough'>,
  {
    visit,
    interceptor,
    marker,
    context: { signal, options },
  }: { visit: Visit; interceptor: RequestInterceptor; marker: string; context: Context },
): Promise<SubmittedForm> {
  const hint = placed.form.fields.map(({ words }) => words).join(' ');
  const soon = await withinDeadline(visit.page.evaluate(inTwoWeeks), signal);
  const typing = typingFor(placed.form.language, hint, marker, { soon, fill: options.fill });
  return submitForm(placed, visit, interceptor, { typing, ...manner }, signal);
}

/** Runs in the page. */
function inTwoWeeks(): string {
  return new Date(performance.timeOrigin + 14 * 86_400_000).toISOString().slice(0, 10);
}

function numbersOf({ clicks }: PlacedForm, { submitMs }: SubmittedForm): Measured['measurements'] {
  return { clicksToForm: clicks, submitMs };
}

/** What was typed, under the words that a visitor reads at the field. */
function typedInto({ filled }: SubmittedForm): { field: string; value: string }[] {
  return filled.flatMap(({ field, role, value }) =>
    value === null || role === 'consent' ? [] : [{ field: field.label, value }],
  );
}

/** What a page sends on being left is stopped as well, because the guard still stands. */
async function leave({ page }: Visit): Promise<void> {
  await bestEffort(() => page.goto('about:blank', { timeout: leavePatienceMs }), leavePatienceMs);
}

async function questionFor(
  { sent }: SubmittedForm,
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  const [request] = sent;
  if (request === undefined || request.refusal !== null || !/^https?:/.test(request.url)) return { kind: 'silent' };
  return askEndpoint(request.url, lookup, signal);
}

/** No form is claimed only where one could have been seen. */
function noForm({ found, walk, wall, ...search }: FormSearch, page: string | undefined): Measured {
  const details = { ...detailsOf(found), walk };
  if (wall !== null) return failed('page-covered', saySite('site/covered', wall), { details });
  const gap = gapOf({ walk, ...search });
  if (gap !== null) return unknown('walk-unfinished', sayForm('form/unfinished', gap), { details });
  if (page !== undefined) return failed('form-missing', sayForm('form/missing', { page }), { details });
  const purposes = [...new Set(found.filter((f) => f.form.seen).map((f) => purposeOf(f.form)))];
  return notApplicable(sayForm('form/none', { purposes }), { details });
}

function gapOf({
  walk,
  traces,
  isGateShut,
}: Pick<FormSearch, 'walk' | 'traces' | 'isGateShut'>): UnfinishedWalk | null {
  if (isGateShut) return unfinished(walk, 'gate');
  const { service, consent, closedElement, silentFrame, announced } = traces;
  if (service !== null) return unfinished(walk, 'service', service);
  if (consent !== null) return unfinished(walk, 'consent', consent);
  if (closedElement !== null) return unfinished(walk, 'element', closedElement);
  if (silentFrame !== null) return unfinished(walk, 'frame', silentFrame);
  if (announced !== null) return unfinished(walk, 'announced', announced === '' ? null : announced);
  return walk.endedByBudget ? unfinished(walk, 'budget') : null;
}
