import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { harmless } from '../model/foreign-text.ts';
import { parseWeekMoment } from './hours.ts';

// What may be wrong with a single value. Each function returns words that follow the value ("... is not a time zone"), or
// null when nothing is wrong.

const unseen = 'contains a character that cannot be seen, often copied along with the text; delete it';

export function addressProblem(text: string): string | null {
  if (/^https?:/i.test(text) && /\s/.test(text)) return 'contains a space; write it as %20';
  if (harmless(text) !== text) return unseen;
  if (!URL.canParse(text)) {
    const guess = `https://${text}`;
    const looksLikeHost = /^[\w-]+(\.[\w-]+)+([:/].*)?$/.test(text) && URL.canParse(guess);
    return looksLikeHost
      ? `is not an address; did you mean "${guess}"?`
      : 'is not an address; write one like https://example.com';
  }
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    const guess = `https://${text}`;
    if (/^[\w.-]+:\d+(\/.*)?$/.test(text)) return `has no http:// or https:// in front; did you mean "${guess}"?`;
    return `has the scheme ${url.protocol.slice(0, 20)} but only http: and https: can be visited; write https://…`;
  }
  if (!/^https?:\/\//i.test(text)) return `lacks the two slashes; did you mean "${url.href}"?`;
  if (url.username !== '' || url.password !== '') {
    return 'contains a user name or password; remove them: customers have none, and secrets do not belong in this file';
  }
  if (url.hash !== '') return 'has a part behind "#" that no server ever sees; leave it out';
  return null;
}

export function pagePathProblem(text: string): string | null {
  if (URL.canParse(text)) {
    const url = new URL(text);
    return `is a whole address; write only its path, "${url.pathname}${url.search}"`;
  }
  if (harmless(text) !== text) return unseen;
  if (!text.startsWith('/')) return `does not start with a slash; did you mean "/${text}"?`;
  if (text.startsWith('//'))
    return `starts with two slashes, which is another site; did you mean "${text.replace(/^\/+/, '/')}"?`;
  if (text.includes('\\'))
    return 'contains a backslash, which browsers take for a slash; write "/" there, or %5C where one is meant';
  if (/\s/.test(text)) return 'contains a space; write it as %20';
  if (text.includes('@')) return 'contains "@", which stands for the device in check ids; write it as %40';
  if (text.includes('#')) return 'has a part behind "#" that no server ever sees; leave it out';
  return null;
}

/** @param isToken looksLikeToken of the text */
export function secretNameProblem(text: string, isToken: boolean): string | null {
  if (isToken) {
    return 'looks like the secret itself; store it as a secret and write here only the name it is stored under, such as facebook-page-token';
  }
  // On a laptop it is a path below .touchlight/secrets/, and must stay there.
  if (/^[A-Za-z0-9][A-Za-z0-9/_.-]{0,79}$/.test(text) && !text.split('/').includes('..')) return null;
  return 'is not a name of a secret; write letters, digits, hyphens and slashes, such as facebook-page-token';
}

export function phoneNumberProblem(text: string): string | null {
  const digits = text.replace(/\D/g, '');
  if (/[^\d+() .-]/.test(text)) return 'is not a phone number; write one such as "+380 44 123 45 67"';
  if (!text.startsWith('+')) return 'lacks its country code; write one such as "+380 44 123 45 67", with the plus';
  if (digits.length < 7 || digits.length > 15) {
    return `has ${digits.length === 1 ? '1 digit' : `${digits.length} digits`}; a phone number with its country code has 7 to 15`;
  }
  return null;
}

export function mailServerProblem(text: string): string | null {
  if (harmless(text) !== text) return unseen;
  if (/^[a-z]+:\/\//i.test(text))
    return "is a web address; write only the mail server's name and port, such as imap.example.com:993";
  const [, host = '', port] = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[\da-f:]+\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  if (host === '') return 'is not a mail server; write its name and port, such as imap.example.com:993';
  if (port === undefined) return `has no port; did you mean "${text}:993"?`;
  if (/^(?:25|465|587|2525)$/.test(port))
    return 'is the port for sending mail (SMTP); mail is read by IMAP, on port 993';
  if (/^(?:110|995)$/.test(port)) return 'is the port of POP3, which has no folders; mail is read by IMAP, on port 993';
  return Number(port) >= 1 && Number(port) <= 65_535 ? null : 'has a port outside 1 to 65535';
}

export function smtpServerProblem(text: string): string | null {
  if (harmless(text) !== text) return unseen;
  if (/^[a-z]+:\/\//i.test(text))
    return "is a web address; write only the mail server's name and port, such as smtp.example.com:587";
  const [, host = '', port] = /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[\da-f:]+\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  if (host === '') return 'is not a mail server; write its name and port, such as smtp.example.com:587';
  if (port === undefined) return `has no port; did you mean "${text}:587"?`;
  if (/^(?:110|143|993|995)$/.test(port))
    return 'is a port for reading mail (IMAP or POP3); mail is sent by SMTP, on port 465 or 587';
  if (port === '25') return 'is the port on which mail servers exchange mail; programs send on port 465 or 587';
  return Number(port) >= 1 && Number(port) <= 65_535 ? null : 'has a port outside 1 to 65535';
}

export function mailOwnerProblem(text: string): string | null {
  if (harmless(text) !== text) return unseen;
  if (/^(?:[^\s@]+@)?[\p{L}\d](?:[\p{L}\d-]*\.)+[\p{L}\d-]{2,}$/u.test(text)) return null;
  if (text.startsWith('@'))
    return `begins with @; for everybody at a domain, write only the domain: "${text.slice(1)}"`;
  return 'is neither an email address nor a domain; write one like anna@example.com or example.com';
}

const longestName = 80;

export function personProblem(text: string): string | null {
  if (harmless(text) !== text) return unseen;
  if (text.trim() === '') return 'is an empty text; write a name or an email address, such as olena@example.com';
  if (text.length > longestName) return `has ${text.length} characters; shorten it to ${longestName} at most`;
  if (!text.includes('@') || isEmail(text)) return null;
  return 'is neither a name nor an email address; write one of them, or both: { name: Olena, email: olena@example.com }';
}

/** An address such as a person's own. */
export function isEmail(text: string): boolean {
  return z.email().safeParse(text).success;
}

export function mailDomainProblem(text: string): string | null {
  if (harmless(text) !== text) return unseen;
  if (/^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i.test(text)) return null;
  const domain = text.split('@')[1];
  if (domain !== undefined) return `is an address; write only the domain: "${domain}"`;
  return 'is not a domain; write one like inbox.example.com';
}

export function receiptNameProblem(text: string): string | null {
  if (/^[A-Za-z0-9_.-]{1,64}$/.test(text)) return null;
  return 'is not a name in SES; write it as "aws ses describe-active-receipt-rule-set" shows it';
}

export function telegramAccountProblem(text: string): string | null {
  if (/^(@\w{4,32}|\d{1,20})$/.test(text)) return null;
  return 'is no Telegram account; write its name with @, such as "@coffeelab", or its numeric id in quotes';
}

const momentShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

export function momentProblem(text: string): string | null {
  if (momentShape.test(text)) {
    if (!isDateTime(text)) return 'is not in the calendar; write an existing date and a time from 00:00 to 23:59';
    return yearProblem(text);
  }
  if (/(Z|[+-]\d{2}:?\d{2})$/.test(text) && /T\d{2}:\d{2}/.test(text)) {
    return 'includes a time zone; times are in the time zone of the business: write it like 2026-12-01T22:00';
  }
  const spaced = text.trim().replace(/\s+/, 'T').slice(0, 16);
  if (momentShape.test(spaced) && isDateTime(spaced))
    return `is not written like a date and time; did you mean ${spaced}?`;
  return 'is not a date and time; write it like 2026-12-01T22:00';
}

/** In UTC a local year may be the one before or after it, and an instant has a year of four digits. */
const years = { first: 2000, last: 2199 };

function yearProblem(text: string): string | null {
  const year = Number(text.slice(0, 4));
  if (year >= years.first && year <= years.last) return null;
  return `is not in a year from ${years.first} to ${years.last}; write one that is`;
}

function isDateTime(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text);
    return true;
  } catch {
    return false; // RangeError is how Temporal says "no such date".
  }
}

export function dateProblem(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return 'is not a date; write it like 2026-12-24';
  return isDateTime(`${text}T00:00`) ? null : 'is not in the calendar';
}

export function weekMomentProblem(text: string): string | null {
  return parseWeekMoment(text) === null ? 'is not a weekday and a time; write them like "Mon 08:00"' : null;
}
