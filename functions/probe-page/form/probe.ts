import { randomBytes } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { form as spec } from '../../../shared/probes/form/spec.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import type { Measured, Probe } from '../../../shared/runtime/probe.ts';
import { takeScreenshot } from '../walking/screenshot.ts';
import { askEndpoint, type EndpointAnswer } from './endpoint.ts';
import { takeFormPicture, withFormPicture } from './form-picture.ts';
import { detailsOf } from './found-forms.ts';
import { decidedBy, fullerForm, takesMessage } from './fuller-form.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { withMissingCaptcha } from './missing-captcha.ts';
import { openAgain } from './open-again.ts';
import type { Outgoing } from './outgoing.ts';
import { judgeRehearsal } from './rehearsal.ts';
import { createRequestInterceptor } from './request-interceptor.ts';
import { withDoubles } from './sent-twice.ts';
import { judgeSubmission } from './submission.ts';
import type { SubmittedForm } from './submit-form.ts';
import { surveyForms } from './survey.ts';
import { type Context, type FormTarget, leave, type Trial, type Tried, tryForm, tryHere } from './try-form.ts';
import { adviseOn, untriedForms } from './untried-forms.ts';

const notePatienceMs = 5_000;
const surveyPatienceMs = 30_000;
/** What is looked for beside the form that was tried has to end within the visit's time. */
const furtherWithinMs = 40_000;
const alsoPatienceMs = 35_000;

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
  const startedMs = performance.now();
  const interceptor = createRequestInterceptor('stop', async () => false, target.lookup);
  const marker = randomBytes(4).toString('hex');
  const tried = await tryForm(target, interceptor, marker, context);
  if (tried.submitted === null) return tried.instead;
  const { visit, picture, submitted } = tried;
  const trial = { visit, interceptor, marker, target, context };
  const first = await judgeTrial(tried, tried.details, trial);
  await leave(visit);
  // What was measured is not lost with it.
  const isEarly = performance.now() - startedMs < furtherWithinMs;
  const mayLook =
    target.survey === true || (isEarly && context.options.page === undefined && !takesMessage(tried.placed));
  const more = mayLook ? await furtherForms(tried, trial) : [];
  const found = [...tried.found, ...more];
  const main = found.find(({ form }) => form.key === tried.placed.form.key && form.page === tried.placed.form.page);
  const seen = detailsOf(found, { main: main?.form ?? tried.placed.form, submitted });
  const fuller = target.survey && isEarly ? fullerForm(tried.placed, found) : null;
  const second = fuller === null || first.outcome !== 'measured' ? null : await rehearseAlso(fuller, trial);
  if (fuller !== null && second?.outcome === 'failed') {
    return { ...decidedBy(second, fuller), details: { ...second.details, ...seen } };
  }
  const done = second?.outcome === 'measured' && fuller !== null ? [tried.placed, fuller] : [tried.placed];
  const advised = adviseOn(
    first,
    untriedForms(found, done, { url: visit.url, named: target.named ?? [] }),
    context.options,
  );
  return withFormPicture({ ...advised, details: { ...first.details, ...seen } }, picture);
}

/** What a rehearsed form came to, with what was seen where it is not fine. */
async function judgeTrial(
  { placed, submitted }: { readonly placed: PlacedForm; readonly submitted: SubmittedForm },
  details: Readonly<Record<string, unknown>>,
  { visit, target, context }: Trial,
): Promise<Measured> {
  const endpoint = await questionFor(submitted, target.lookup, context.signal);
  const measurements = numbersOf(placed, submitted);
  const rehearsed = judgeRehearsal(placed.form, submitted, endpoint, { measurements, details });
  const judged = withMissingCaptcha(rehearsed, placed.form, visit);
  // A thorough attempt follows one that sent nothing, on the page as it is opened anew; where this one did send, the two disagree.
  const sentNothing = judged.outcome === 'failed' && submitted.sent.length === 0;
  const seenTwice = sentNothing && submitted.thorough && target.isRepeated !== true;
  const result = { ...withDoubles(judged, submitted), ...(seenTwice && { seenTwice }) };
  // After a native submission the page is our own stand-in, which shows nothing of the site.
  const isOurs = submitted.sent.some(({ type }) => type === 'document');
  const evidence = isFine(result) || isOurs ? [] : [await takeScreenshot(visit, 'form.jpg', context.signal)];
  return { ...result, evidence };
}

/** Whatever else customers can write through; looked for last, so that it takes nothing from the form that was tried. */
async function furtherForms(
  { visit, found }: Extract<Tried, { submitted: SubmittedForm }>,
  { interceptor, context }: Trial,
): Promise<readonly PlacedForm[]> {
  interceptor.restart();
  const look = (over: AbortSignal) => surveyForms(visit, found, AbortSignal.any([context.signal, over]));
  const survey = await bestEffort(look, surveyPatienceMs);
  return survey.ok ? survey.value : [];
}

/** Beside a form that works, the one that takes a message; null where it could not be tried. */
async function rehearseAlso(fuller: PlacedForm, trial: Trial): Promise<Measured | null> {
  const { visit, interceptor, context } = trial;
  const startedMs = performance.now();
  const second = await bestEffort(async (over) => {
    const signal = AbortSignal.any([context.signal, over]);
    interceptor.restart();
    const here = await openAgain(fuller, visit, signal);
    if (here === null) return null;
    const limited = { ...trial, context: { ...context, signal } };
    const picture = context.pictures ? await takeFormPicture(here, visit, signal) : null;
    return withFormPicture(await judgeTrial(await tryHere(here, startedMs, limited), {}, limited), picture);
  }, alsoPatienceMs);
  await leave(visit);
  return second.ok ? second.value : null;
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
  const others = untriedForms(tried.found, [placed], { url: visit.url, named: target.named ?? [] });
  const result = withFormPicture(
    adviseOn(withDoubles(withMissingCaptcha(judged, placed.form, visit), submitted), others, options),
    picture,
  );
  // The message is in somebody's inbox: what came of it is told, whether or not it could be written down.
  await bestEffort(() => sending.complete(typedInto(submitted), result), notePatienceMs);
  const evidence = isFine(result) ? [] : [await takeScreenshot(visit, 'form.jpg', signal)];
  await leave(visit);
  return { ...result, evidence: [...evidence, ...(result.evidence ?? [])] };
}

/** Nobody needs to see a form that works, and how often it sends is not to be seen. */
function isFine({ outcome, facts = {} }: Measured): boolean {
  return outcome === 'measured' && Object.keys(facts).every((name) => name === 'sentTwice');
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

async function questionFor(
  { sent }: SubmittedForm,
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  const [request] = sent;
  if (request === undefined || request.refusal !== null || !/^https?:/.test(request.url)) return { kind: 'silent' };
  return askEndpoint(request, lookup, signal);
}
