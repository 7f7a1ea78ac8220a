import { randomBytes } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import type { FoundForm } from '../../../shared/model/found.ts';
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
import type { FormDraft } from './drafts.ts';
import { askEndpoint, type EndpointAnswer } from './endpoint.ts';
import { findForms, lookForForms, openFormPage, type PlacedForm } from './find-forms.ts';
import { type Play, play } from './play.ts';
import { captchaOf, mainForm, purposeOf, roleOf } from './purpose.ts';
import { judgeRehearsal } from './rehearsal.ts';
import type { Sending } from './sending.ts';
import { judgeSubmission } from './submission.ts';
import { typingFor } from './typing.ts';
import { createWire, type Outgoing, type Wire } from './wire.ts';

/** A page to be opened behind a guard, and the run's leave to really send from it. */
export interface FormTarget {
  readonly open: (prepare: (context: BrowserContext) => Promise<void>) => Promise<Visit>;
  /** Absent where nothing that is sent is written down: then `submit` is refused. */
  readonly sending?: Sending;
  /** The address guard's resolver; absent where any address may be asked. */
  readonly lookup?: LookupFunction;
}

type Context = ProbeContext<typeof spec>;

const leavePatienceMs = 2_000;
const notePatienceMs = 5_000;

/**
 * Fills the form that a customer writes through and sends it: to a stand-in at the wire (`rehearse`), or really (`submit`).
 * A rehearsal delivers nothing, so it cannot see what the server does with a message beyond answering a plain question.
 */
export const form: Probe<typeof spec, FormTarget> = {
  spec,
  measure: (target, context) =>
    context.options.mode === 'submit' ? submit(target, context) : rehearse(target, context),
};

async function rehearse({ open, lookup }: FormTarget, context: Context): Promise<Measured> {
  const wire = createWire('stop', async () => false, lookup);
  const tried = await tryForm(open, wire, randomBytes(4).toString('hex'), context);
  if (tried.played === null) return tried.instead;
  const { placed, played, visit, details } = tried;
  const endpoint = await questionFor(played, lookup, context.signal);
  const result = judgeRehearsal(placed.form, played, endpoint, { measurements: numbersOf(placed, played), details });
  // After a native submission the page is our own stand-in, which shows nothing of the site.
  const isOurs = played.sent.some(({ type }) => type === 'document');
  const evidence = isFine(result) || isOurs ? [] : [await takeScreenshot(visit, 'form.jpg', context.signal)];
  await leave(visit);
  return { ...result, evidence };
}

async function submit({ open, sending, lookup }: FormTarget, context: Context): Promise<Measured> {
  if (sending === undefined) throw new Error('a form is only sent where what was sent is written down');
  const { signal, options } = context;
  const instead = await sending.instead(options.maxPerDay, signal);
  if (instead !== null) return instead;
  const claim = ({ page, url, carries }: Outgoing): Promise<boolean> =>
    sending.claim({ page, sentTo: url, typed: carries.map((value) => ({ field: '', value })) });
  const wire = createWire('send-once', claim, lookup);
  const tried = await tryForm(open, wire, sending.marker, context);
  if (tried.played === null) return tried.instead;
  const { placed, played, visit, details } = tried;
  const faster = await sending.fasterOne(signal);
  if (faster !== null) return faster;
  const sent = { marker: sending.marker, to: played.sent.map(({ url }) => url) };
  const result = judgeSubmission(placed.form, played, options.confirmation, {
    measurements: numbersOf(placed, played),
    details: { ...details, sent },
  });
  // The message is in somebody's inbox: what came of it is told, whether or not it could be written down.
  await bestEffort(() => sending.complete(typedInto(played), result), notePatienceMs);
  const evidence = isFine(result) ? [] : [await takeScreenshot(visit, 'form.jpg', signal)];
  await leave(visit);
  return { ...result, evidence };
}

/** Nobody needs to see a form that works. */
function isFine({ outcome, facts = {} }: Measured): boolean {
  return outcome === 'measured' && Object.keys(facts).length === 0;
}

type Tried =
  | { readonly played: null; readonly instead: Measured }
  | {
      readonly played: Play;
      readonly placed: PlacedForm;
      readonly visit: Visit;
      readonly details: Readonly<Record<string, unknown>>;
    };

/** Finds the form, fills it and presses its button, behind the guard. */
async function tryForm(open: FormTarget['open'], wire: Wire, marker: string, context: Context): Promise<Tried> {
  const { signal, options, progress } = context;
  const visit = await open(wire.guard);
  const fault = landingFault(visit);
  if (fault !== null) return { played: null, instead: fault };
  progress('looking for a form');
  const found = await findForms(visit, options.page, signal);
  const main = mainForm(
    found.map((placed) => placed.form),
    options.page !== undefined,
  );
  const placed = found.find((candidate) => candidate.form === main);
  if (placed === undefined) return { played: null, instead: noForm(found, options.page) };
  progress(options.mode === 'submit' ? 'filling and sending the form' : 'rehearsing the form');
  const here = await returnTo(placed, visit, signal);
  if (here === null) {
    const gone = sayForm('form/vanished', {});
    return { played: null, instead: unknown('probe-fault', gone, { details: detailsOf(found) }) };
  }
  const hint = here.form.fields.map(({ words }) => words).join(' ');
  const soon = await withinDeadline(visit.page.evaluate(inTwoWeeks), signal);
  const typing = typingFor(here.form.language, hint, marker, { soon, fill: options.fill });
  const played = await play(here, visit.page, wire, typing, signal);
  return { played, placed: here, visit, details: detailsOf(found, { main: placed.form, played }) };
}

/** Runs in the page. */
function inTwoWeeks(): string {
  return new Date(performance.timeOrigin + 14 * 86_400_000).toISOString().slice(0, 10);
}

function numbersOf({ clicks }: PlacedForm, { submitMs }: Play): Measured['measurements'] {
  return { clicksToForm: clicks, submitMs };
}

/** What was typed, under the words that a visitor reads at the field. */
function typedInto({ filled }: Play): { field: string; value: string }[] {
  return filled.flatMap(({ field, role, value }) =>
    value === null || role === 'consent' ? [] : [{ field: field.label, value }],
  );
}

/** The search went on to other pages: back to the form's own, freshly loaded behind the guard. */
async function returnTo(placed: PlacedForm, visit: Visit, signal: AbortSignal): Promise<PlacedForm | null> {
  const isHere = !placed.frame.isDetached() && placed.form.page === placed.frame.url();
  if (isHere) return placed;
  if (!(await openFormPage(visit, placed.form.page, signal))) return null;
  const again = await lookForForms(visit, placed.clicks, signal);
  return (
    again.find(({ form }) => form.key === placed.form.key && form.fields.length === placed.form.fields.length) ?? null
  );
}

/** What a page sends on being left is stopped as well, because the guard still stands. */
async function leave({ page }: Visit): Promise<void> {
  await bestEffort(() => page.goto('about:blank', { timeout: leavePatienceMs }), leavePatienceMs);
}

async function questionFor(
  { sent }: Play,
  lookup: LookupFunction | undefined,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  const [request] = sent;
  if (request === undefined || request.refusal !== null || !/^https?:/.test(request.url)) return { kind: 'silent' };
  return askEndpoint(request.url, lookup, signal);
}

function noForm(found: readonly PlacedForm[], page: string | undefined): Measured {
  const details = detailsOf(found);
  if (page !== undefined) return failed('form-missing', sayForm('form/missing', { page }), { details });
  const purposes = [...new Set(found.filter((f) => f.form.seen).map((f) => purposeOf(f.form)))];
  return notApplicable(sayForm('form/none', { purposes }), { details });
}

function detailsOf(found: readonly PlacedForm[], seen?: { main: FormDraft; played: Play }) {
  const forms = found
    .filter(({ form }) => form.seen)
    .map(({ form }) => tell(form, form === seen?.main ? seen.played : null));
  return { forms: [...new Map(forms.map((form) => [JSON.stringify({ ...form, page: '' }), form])).values()] };
}

function tell(form: FormDraft, played: Play | null): FoundForm {
  const met = new Set(played?.filled.map(({ field }) => field.key));
  return {
    page: form.page,
    purpose: purposeOf(form),
    fields: form.fields.map((field) => ({
      name: field.name,
      type: field.type,
      role: field.seen || met.has(field.key) ? roleOf(field) : 'other',
      required: field.required,
    })),
    submit: played === null ? submitAsWritten(form) : submitAsPlayed(form, played),
    captcha: captchaOf(form),
  };
}

function submitAsWritten({ action, method }: FormDraft): FoundForm['submit'] {
  if (/^mailto:/i.test(action ?? '')) return 'mailto';
  return action === null || /^#?$/.test(action) ? 'none' : method === 'dialog' ? 'none' : 'post';
}

function submitAsPlayed(form: FormDraft, { sent, handedOver }: Play): FoundForm['submit'] {
  const [request] = sent;
  if (handedOver !== null) return 'mailto';
  if (request === undefined) return captchaOf(form) === 'none' ? 'none' : submitAsWritten(form);
  return request.type === 'document' ? 'post' : 'fetch';
}
