import { sayForm } from '../../../shared/probes/form/statements.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';
import { withoutQuery } from './endpoint.ts';
import type { Outgoing } from './outgoing.ts';
import { fieldsOf } from './payload-fields.ts';
import type { SubmittedForm } from './submit-form.ts';
import { withAdvice } from './with-advice.ts';

/** What one press sends comes so close together; a later one may be another try. */
const atOnceMs = 1_000;
/** With these, requests differ that send the same. */
const namesOfNoise = /nonce|token|csrf|captcha|timestamp|uuid|guid|random|request_?id|(^|_)(ts|time)$/i;
const valuesOfNoise = /^(\d{10,}|0\.\d{6,}|[\da-f]{8}-[\da-f-]{27}|[\w+/=.-]{32,})$/i;
/** Who counts enquiries sends them beside the form, and delivers none. */
const countingPaths = /track|collect|event|\blogs?\b|beacon|pixel|metric|telemetry|analytic|stat[s/]/i;

/** Two requests of one press, each with the visitor's whole message. */
interface SentTwice {
  /** Where to; two addresses of one site may be two ways to the same inbox, or an inbox and a customer list. */
  readonly to: 'one-address' | 'two-addresses';
  readonly urls: readonly [string, string];
}

/** A message that arrives twice has arrived; its owner is told of it, or what to look at where only the inbox can tell. */
export function withDoubles(result: Measured, { sent, filled }: SubmittedForm): Measured {
  if (result.outcome !== 'measured' || sent.length === 0) return result;
  const message = filled.find(({ role, value }) => role === 'message' && value !== null)?.value ?? null;
  const twice = sentTwice(sent, message);
  const measurements = { ...result.measurements, sentTwice: twice?.to === 'one-address' ? 1 : 0 };
  if (twice === null) return { ...result, measurements };
  const [url, other] = twice.urls;
  if (twice.to === 'one-address')
    return { ...result, measurements, facts: { ...result.facts, sentTwice: sayForm('form/sent-twice', { url }) } };
  const advised = withAdvice(result, sayForm('form/sent-two-ways', { url, other }));
  return { ...advised, measurements };
}

/**
 * Does one press deliver the message twice? Only what cannot be meant counts: the second leaves before the first is answered, so
 * it is neither a question before the sending nor another try, and differs from it in nothing that a server could go by.
 * @param message what was typed as the message; null where the form asks for none
 */
function sentTwice(sent: readonly Outgoing[], message: string | null): SentTwice | null {
  const whole = sent.filter((request) => isDelivery(request) && carriesAll(request, message));
  const pairs = whole.flatMap((one, at) => whole.slice(at + 1).map((other) => [one, other] as const));
  const apart = pairs.filter(([one, other]) => leftTogether(one, other) && originOf(one) === originOf(other));
  const same = apart.find(([one, other]) => placeOf(one) === placeOf(other) && !differ(one, other));
  if (same !== undefined) return { to: 'one-address', urls: namesOf(same) };
  const byBoth = apart.find(
    ([one, other]) => placeOf(one) !== placeOf(other) && (one.type === 'document') !== (other.type === 'document'),
  );
  return byBoth === undefined ? null : { to: 'two-addresses', urls: namesOf(byBoth) };
}

function namesOf([one, other]: readonly [Outgoing, Outgoing]): readonly [string, string] {
  return [withoutQuery(one.url), withoutQuery(other.url)];
}

function isDelivery({ type, method, url, unreadable, failure, refusal }: Outgoing): boolean {
  return (
    /^(document|fetch|xhr)$/.test(type) &&
    method !== 'GET' &&
    !unreadable &&
    failure === null &&
    refusal === null &&
    !countingPaths.test(URL.parse(url)?.pathname ?? '')
  );
}

function carriesAll({ carries }: Outgoing, message: string | null): boolean {
  return message === null ? carries.length >= 2 : carries.includes(message);
}

/** Of two that a browser opens as pages, the second calls the first off. */
function leftTogether(one: Outgoing, other: Outgoing): boolean {
  const [first, second] = one.leftMs <= other.leftMs ? [one, other] : [other, one];
  const wasOpen = first.answeredMs === null || second.leftMs < first.answeredMs;
  return wasOpen && second.leftMs - first.leftMs < atOnceMs && !(one.type === 'document' && other.type === 'document');
}

function originOf({ url }: Outgoing): string | undefined {
  return URL.parse(url)?.origin;
}

function placeOf({ url, method }: Outgoing): string {
  return `${method} ${URL.parse(url)?.pathname.replace(/\/$/, '')}`;
}

/** Do they name another recipient, action or template? */
function differ(one: Outgoing, other: Outgoing): boolean {
  const [fields, others] = [fieldsOf(one), fieldsOf(other)];
  const isNoise = (name: string, value: string): boolean => namesOfNoise.test(name) || valuesOfNoise.test(value);
  const isAnother = ([name, value]: readonly [string, string]): boolean => {
    const counterpart = others.get(name);
    return counterpart !== undefined && counterpart !== value && !isNoise(name, value);
  };
  const isSameShape = one.contentType.split(';')[0] === other.contentType.split(';')[0];
  const isMore = (here: ReadonlyMap<string, string>, there: ReadonlyMap<string, string>): boolean =>
    [...here].some(([name, value]) => !there.has(name) && !isNoise(name, value));
  return [...fields].some(isAnother) || (isSameShape && isMore(fields, others) && isMore(others, fields));
}
