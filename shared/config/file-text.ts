import { z } from 'zod';
import { oneLine } from '../model/foreign-text.ts';
import { cadenceLimits, cadenceProblem, type DurationLimits, durationProblem } from './duration.ts';
import { shiftProblem } from './hours.ts';
import { looksLikeToken } from './redact.ts';
import { zoneProblem } from './time-zones.ts';
import {
  addressProblem,
  dateProblem,
  mailDomainProblem,
  mailOwnerProblem,
  mailServerProblem,
  momentProblem,
  pagePathProblem,
  personProblem,
  phoneNumberProblem,
  receiptNameProblem,
  secretNameProblem,
  smtpServerProblem,
  telegramAccountProblem,
  weekMomentProblem,
} from './value-problems.ts';

/**
 * The kinds of text that the file's values are made of. Each is a string in the JSON Schema and says in words what is wrong
 * with a value; nothing is transformed here, so that the schema describes exactly what people write.
 */
interface About {
  readonly description: string;
  readonly examples?: readonly string[];
  readonly default?: unknown;
}

/** A string with a rule; `problemOf` gives the words that follow the value, or null. */
function text(problemOf: (value: string) => string | null, about: About & { readonly pattern?: string }) {
  return z
    .string()
    .check((context) => {
      const message = problemOf(context.value);
      if (message !== null) context.issues.push({ code: 'custom', message, input: context.value });
    })
    .meta({ ...about });
}

/** A name that somebody else has given. @param problemOf the words that follow the value, or null */
export function named(problemOf: (value: string) => string | null, about: About) {
  return text(problemOf, about);
}

export function name(maximum: number, about: About) {
  return z
    .string()
    .overwrite(oneLine)
    .min(1)
    .max(maximum)
    .meta({ ...about });
}

export function duration(limits: DurationLimits, about: About) {
  return text((value) => durationProblem(value, limits), { ...withLimits(about, limits), pattern: '^[0-9]+[mhd]$' });
}

export function durationOrNever(limits: DurationLimits, about: About) {
  return text((value) => (value === 'never' ? null : durationProblem(value, limits)), {
    ...withLimits(about, limits),
    pattern: '^([0-9]+[mhd]|never)$',
  });
}

/** A duration's limits are no keyword of JSON Schema: they stand in its description, where editors and docs show them. */
function withLimits(about: About, { min, max }: DurationLimits): About {
  return { ...about, description: `${about.description} From ${min} to ${max}.` };
}

export function cadence(about: About, limits: DurationLimits = cadenceLimits) {
  return text((value) => cadenceProblem(value, limits), { ...withLimits(about, limits), pattern: '^[0-9]+[mhd]$' });
}

export function email(about: About) {
  return z.email().meta({ ...about });
}

export function siteAddress(about: About) {
  return text(addressProblem, { ...about, pattern: '^https?://' });
}

export function pagePath(about: About) {
  return text(pagePathProblem, { ...about, pattern: '^/' });
}

export function timeZone(about: About) {
  return text(zoneProblem, about);
}

export function secretName(about: About) {
  return text((value) => secretNameProblem(value, looksLikeToken(value)), about);
}

export function phoneNumber(about: About) {
  return text(phoneNumberProblem, { ...about, pattern: '^\\+[0-9() .-]+$' });
}

/** A mail server's name and port. */
export function mailServer(about: About) {
  return text(mailServerProblem, { ...about, pattern: ':[0-9]{1,5}$' });
}

/** The name and port of a server that sends mail. */
export function smtpServer(about: About) {
  return text(smtpServerProblem, { ...about, pattern: ':[0-9]{1,5}$' });
}

/** A day, `2026-11-20`. */
export function date(about: About) {
  return text(dateProblem, { ...about, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
}

/** An email address, or a domain for everybody there. */
export function mailOwner(about: About) {
  return text(mailOwnerProblem, about);
}

/** A person's name, or an email address where that is all that is known. */
export function person(about: About) {
  return text(personProblem, about);
}

/** A domain whose mail is received. */
export function mailDomain(about: About) {
  return text(mailDomainProblem, about);
}

/** The name of a receipt rule or rule set of SES. */
export function receiptName(about: About) {
  return text(receiptNameProblem, { ...about, pattern: '^[A-Za-z0-9_.-]{1,64}$' });
}

export function telegramAccount(about: About) {
  return text(telegramAccountProblem, { ...about, pattern: '^(@[A-Za-z0-9_]{4,32}|[0-9]{1,20})$' });
}

export function shift(about: About) {
  return text(shiftProblem, { ...about, pattern: '^[0-9]{1,2}:[0-9]{2} ?- ?[0-9]{1,2}:[0-9]{2}$' });
}

/** A local date and time, `2026-12-01T22:00`, in the business's zone. */
export function moment(about: About) {
  return text(momentProblem, { ...about, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$' });
}

/** A weekday and a time, `Mon 08:00`. */
export function weekMoment(about: About) {
  return text(weekMomentProblem, { ...about, pattern: '^[A-Za-z]+ [0-9]{1,2}:[0-9]{2}$' });
}
