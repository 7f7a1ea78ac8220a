import { randomBytes } from 'node:crypto';
import type { Visit } from '../../../shared/browser/visit.ts';
import type { FoundForm } from '../../../shared/model/found.ts';
import { form as spec } from '../../../shared/model/probes/form.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { failed, type Measured, notApplicable, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import type { FormDraft } from '../form/drafts.ts';
import { askEndpoint, type EndpointAnswer } from '../form/endpoint.ts';
import { findForms, lookForForms, openFormPage, type PlacedForm } from '../form/find-forms.ts';
import { type Play, play } from '../form/play.ts';
import { captchaOf, mainForm, purposeOf, roleOf } from '../form/purpose.ts';
import { judgeRehearsal } from '../form/rehearsal.ts';
import { judgeSubmission } from '../form/submission.ts';
import { typingFor } from '../form/typing.ts';
import { guardWire } from '../form/wire.ts';
import { landingFault } from '../landing-fault.ts';

/**
 * Fills the form that a customer writes through and sends it: to a stand-in at the wire (`rehearse`), or really (`submit`).
 * A rehearsal delivers nothing, so it cannot see what the server does with a message beyond answering a plain question.
 */
export const form: Probe<typeof spec, Visit> = {
  spec,
  async measure(visit, context) {
    const fault = landingFault(visit);
    if (fault !== null) return fault;
    const { signal, options, progress } = context;
    await withinDeadline(visit.unthrottle(), signal);
    progress('looking for a form');
    const wire = await guardWire(visit.page.context(), options.mode === 'submit' ? 'send-once' : 'stop');
    const found = await findForms(visit, options.page, signal);
    const main = mainForm(
      found.map((placed) => placed.form),
      options.page !== undefined,
    );
    const placed = found.find((candidate) => candidate.form === main);
    if (placed === undefined) return noForm(found, options.page);

    progress(options.mode === 'submit' ? 'filling and sending the form' : 'rehearsing the form');
    const here = await returnTo(placed, visit, signal);
    if (here === null)
      return unknown('probe-fault', 'The form was there once and gone when it was to be filled.', detailsOf(found));
    const marker = randomBytes(4).toString('hex');
    const hint = here.form.fields.map(({ words }) => words).join(' ');
    const typing = typingFor(here.form.language, hint, marker);
    const played = await play(here, visit.page, wire, typing, signal);
    const rest = {
      measurements: { clicksToForm: placed.clicks, submitMs: played.submitMs },
      ...detailsOf(found, { main: placed.form, played, marker: options.mode === 'submit' ? marker : null }),
    };
    const result =
      options.mode === 'submit'
        ? judgeSubmission(here.form, played, options.confirmation, rest)
        : judgeRehearsal(here.form, played, await questionFor(played, context.network, signal), rest);
    await leave(visit, signal);
    return result;
  },
};

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
async function leave({ page }: Visit, signal: AbortSignal): Promise<void> {
  await withinDeadline(
    page.goto('about:blank', { timeout: 2_000 }).catch(() => {}),
    signal,
  );
}

async function questionFor({ sent }: Play, network: 'any' | 'public', signal: AbortSignal): Promise<EndpointAnswer> {
  const [request] = sent;
  if (request === undefined || !/^https?:/.test(request.url)) return { kind: 'silent' };
  return askEndpoint(request.url, network, signal);
}

function noForm(found: readonly PlacedForm[], configured: string | undefined): Measured {
  if (configured !== undefined)
    return failed('form-missing', `There is no contact form on ${configured}.`, detailsOf(found));
  const only = [...new Set(found.filter((f) => f.form.seen).map((f) => purposeOf(f.form)))];
  const others = only.length === 0 ? '' : ` (only for: ${only.join(', ')})`;
  return notApplicable(`No form was found through which a customer could write${others}.`, detailsOf(found));
}

function detailsOf(found: readonly PlacedForm[], seen?: { main: FormDraft; played: Play; marker: string | null }) {
  const forms = found
    .filter(({ form }) => form.seen)
    .map(({ form }) => tell(form, form === seen?.main ? seen.played : null));
  const unique = [...new Map(forms.map((form) => [JSON.stringify({ ...form, page: '' }), form])).values()];
  const sent =
    seen?.marker === null || seen === undefined
      ? {}
      : { sent: { marker: seen.marker, to: seen.played.sent.map(({ url }) => url) } };
  return { details: { forms: unique, ...sent } };
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
