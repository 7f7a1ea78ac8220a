import { shorten } from '../../../shared/model/foreign-text.ts';
import { type DeadForm, sayForm } from '../../../shared/probes/form/statements.ts';
import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import { captchaRecipe } from './captcha-recipe.ts';
import { type EndpointAnswer, isPlaceholder, withoutQuery } from './endpoint.ts';
import type { FieldDraft, FormDraft } from './form-draft.ts';
import { adviceOn } from './needless.ts';
import { onlyReloads } from './only-reloads.ts';
import type { Outgoing } from './outgoing.ts';
import { handOver } from './page-events.ts';
import { fieldsOf } from './payload-fields.ts';
import { captchaOf } from './purpose.ts';
import { type InvalidField, refusalIn, showsAnything, soundsLikeRefusal, soundsLikeThanks } from './reaction.ts';
import { judgeRefusal } from './refusal.ts';
import { isMarked } from './required.ts';
import type { SubmittedForm } from './submit-form.ts';

type Rest = Pick<Measured, 'measurements' | 'details'>;

/** How browsers word that an answer lacks what a script looks for in it. */
const wantsAnswer = /of (undefined|null)\b|destructure|is not iterable|JSON/;
/** More than that is a message. */
const mostQuestionBytes = 500;

/** What a rehearsal came to. Nothing that our own stand-in answer caused is held against the site. */
export function judgeRehearsal(
  form: FormDraft,
  submitted: SubmittedForm,
  endpoint: EndpointAnswer,
  rest: Rest,
): Measured {
  // Its button may work all the same, and sends nothing but empty fields.
  if (submitted.switchedOff)
    return failed('form-does-nothing', sayForm('form/switched-off', whereIs(form, rest)), rest);
  const [request] = submitted.sent;
  const { waitsFor } = submitted;
  if (waitsFor !== null && submitted.sent.length > 0 && submitted.sent.every(looksUp)) return asleep(waitsFor, rest);
  if (onlyReloads(form, submitted)) return judgeReload(form, submitted, rest);
  if (request !== undefined) return judgeRequest(form, request, { submitted, endpoint, rest });
  const to = submitted.handedOver === null ? null : handOver(submitted.handedOver);
  if (to !== null) {
    if (to === 'messenger') return measured(sayForm('form/hands-over', { to, advice: [] }), rest);
    return measured(sayForm('form/hands-over', { to, advice: [] }), {
      ...rest,
      measurements: { ...rest.measurements, mailProgramNeeded: 1 },
      facts: { mailProgramNeeded: sayForm('form/mail-program', {}) },
    });
  }
  return judgeSilence(form, submitted, rest);
}

interface Seen {
  readonly submitted: SubmittedForm;
  readonly endpoint: EndpointAnswer;
  readonly rest: Rest;
}

function judgeRequest(form: FormDraft, request: Outgoing, { submitted, endpoint, rest }: Seen): Measured {
  const url = withoutQuery(request.url);
  if (isPlaceholder(request.url)) return failed('form-error', sayForm('form/placeholder-address', { url }), rest);
  const refused = judgeRefusal(request, rest);
  if (refused !== null) return refused;
  if (endpoint.kind === 'broken') {
    return failed('form-error', sayForm('form/endpoint-broken', { status: endpoint.status, url }), rest);
  }
  if (endpoint.kind === 'absent') {
    const says = endpoint.misses === 'program' ? sayForm('form/private-address', { url }) : nameless(request.url);
    return failed('form-error', says, rest);
  }
  if (asksFirst(form, submitted)) return unknown('nothing-sent', sayForm('form/asks-first', {}), rest);
  const labels = missingFields(request, submitted);
  // A page that shows nothing may have waited for something that only the real answer holds.
  const confirms = request.type !== 'document' && showsReaction(submitted);
  const measurements = {
    ...rest.measurements,
    ...(request.unreadable ? {} : { fieldsMissing: labels.length }),
    ...(confirms && { confirmationMissing: 0 }),
    endpointDoubtful: endpoint.kind === 'doubtful' ? 1 : 0,
  };
  const facts = {
    ...(labels.length > 0 && { fieldsMissing: sayForm('form/fields-not-sent', { labels }) }),
    ...(endpoint.kind === 'doubtful' && {
      endpointDoubtful: sayForm('form/endpoint-doubtful', { status: endpoint.status, url }),
    }),
  };
  return measured(sayForm('form/rehearsed', { url, advice: adviceOn(form, submitted.filled) }), {
    ...rest,
    measurements,
    facts,
  });
}

/** A token, mostly: no field of the form's is in what its script sent, and our own answer has led it astray. */
function asksFirst(form: FormDraft, { sent, scriptErrors, reaction, dialogs }: SubmittedForm): boolean {
  const said = [...dialogs, ...reaction.appeared];
  const isAstray = soundsLikeRefusal(said) !== null || scriptErrors.some((message) => wantsAnswer.test(message));
  if (!isAstray || soundsLikeThanks(said) !== null) return false;
  const names = new Set(form.fields.flatMap(({ name }) => name ?? []));
  const isQuestion = (request: Outgoing): boolean =>
    /^(fetch|xhr)$/.test(request.type) &&
    request.carries.length === 0 &&
    !request.unreadable &&
    (request.body?.length ?? 0) < mostQuestionBytes &&
    ![...fieldsOf(request).keys()].some((key) => names.has(key));
  return names.size > 0 && sent.every(isQuestion);
}

/** A question about one of the fields. */
function looksUp({ type, method, carries }: Outgoing): boolean {
  return /^(fetch|xhr)$/.test(type) && method === 'GET' && carries.length <= 1;
}

/** What that button asks for, a rehearsal does not get: what was typed is kept back. */
function asleep(button: string, rest: Rest): Measured {
  return unknown('nothing-sent', sayForm('form/waits-for', { button }), rest);
}

function nameless(url: string) {
  return sayForm('form/unreachable', { host: new URL(url).host, why: sayForm('form/no-such-name', {}) });
}

function showsReaction({ reaction, dialogs }: SubmittedForm): boolean {
  return showsAnything(reaction) || dialogs.length > 0;
}

/** What was typed came back to the page itself, in its address. */
export function judgeReload(form: FormDraft, submitted: SubmittedForm, rest: Rest): Measured {
  const [message] = submitted.scriptErrors;
  const where = whereIs(form, rest);
  return message === undefined
    ? failed('form-does-nothing', sayForm('form/only-reloads', where), rest)
    : failed('script-error', sayForm('form/script-error', { message, ...where }), rest);
}

/** Nothing left the page: who is to blame, the site or our own typing? */
function judgeSilence(form: FormDraft, submitted: SubmittedForm, rest: Rest): Measured {
  const [message] = submitted.scriptErrors;
  const where = whereIs(form, rest);
  if (message !== undefined) return failed('script-error', sayForm('form/script-error', { message, ...where }), rest);
  const captcha = captchaOf(form);
  if (captcha !== 'none') return unknown('captcha', sayForm('form/captcha', captchaRecipe(captcha)), rest);
  const [invalid] = submitted.invalid;
  if (invalid !== undefined) return refusedByTheBrowser(form, submitted, invalid, rest);
  return judgeReaction(submitted, where, rest);
}

/** Where to look for a form that is not on the page under test itself. */
function whereIs({ page }: FormDraft, { measurements }: Rest): DeadForm {
  const path = (measurements?.['clicksToForm'] ?? 0) > 0 ? URL.parse(page)?.pathname : undefined;
  return path === undefined ? {} : { page: path };
}

/** Neither a script error, a captcha nor the browser explains the silence: what does the page show? */
function judgeReaction(submitted: SubmittedForm, where: DeadForm, rest: Rest): Measured {
  const words = [...submitted.dialogs, ...submitted.reaction.appeared];
  const thanks = soundsLikeThanks(words);
  if (submitted.reaction.reloaded && thanks === null) {
    return failed('form-does-nothing', sayForm('form/only-reloads', where), rest);
  }
  if (thanks !== null || submitted.reaction.cleared) {
    const said = thanks === null ? null : shorten(thanks, 300);
    return failed('form-sends-nothing', sayForm('form/sends-nothing', { thanks: said, ...where }), rest);
  }
  const says = refusalIn(submitted);
  if (says !== null) return unknown('form-refuses', sayForm('form/refuses', { says }), rest);
  const empty = submitted.filled.find(({ field, value }) => (value ?? '') === '' && mayBeNeeded(field));
  if (empty !== undefined) {
    return unknown('form-refuses', sayForm('form/field-unfilled', { label: empty.field.label }), rest);
  }
  if (submitted.waitsFor !== null) return asleep(submitted.waitsFor, rest);
  return submitted.pressed
    ? failed('form-does-nothing', sayForm('form/does-nothing', where), rest)
    : unknown('no-button', sayForm('form/no-button', {}), rest);
}

/** A list or a calendar that a script has made is there to be chosen from, also where nothing says so. */
function mayBeNeeded(field: FieldDraft): boolean {
  return isMarked(field) || field.type === 'choice';
}

function refusedByTheBrowser(
  form: FormDraft,
  submitted: SubmittedForm,
  { key, says }: InvalidField,
  rest: Rest,
): Measured {
  const label = form.fields.find((field) => field.key === key)?.label ?? null;
  const field = { label, says: says === '' ? null : says };
  const isSeen = (one: InvalidField): boolean => form.fields.some((each) => each.seen && each.key === one.key);
  const impossible = submitted.invalid.find((one) => one.impossible !== null && isSeen(one));
  // On a hurried visit its choices may still have been on their way.
  if (impossible?.impossible != null && submitted.thorough) {
    const of = form.fields.find((each) => each.key === impossible.key)?.label ?? null;
    const said = sayForm('form/impossible-field', { label: of, misses: impossible.impossible });
    return failed('form-does-nothing', said, rest);
  }
  if (submitted.invalid.every(({ hidden }) => hidden) && !showsReaction(submitted))
    return failed('form-does-nothing', sayForm('form/hidden-required', { label }), rest);
  const typed = submitted.filled.find((each) => each.field.key === key)?.value ?? '';
  return typed === ''
    ? unknown('form-refuses', sayForm('form/field-closed', field), rest)
    : unknown('form-refuses', sayForm('form/refuses-field', field), rest);
}

/** Name, address, phone and message that were typed, but that the request does not carry. */
function missingFields(request: Outgoing, submitted: SubmittedForm): string[] {
  const typed = submitted.filled.filter(
    ({ role, value }) => /^(name|email|phone|message)$/.test(role) && value !== null && value.trim().length > 2,
  );
  const sent = new Set(submitted.sent.flatMap(({ carries }) => carries));
  return request.unreadable
    ? []
    : typed.filter(({ value }) => value !== null && !sent.has(value)).map(({ field }) => field.label);
}
