import { z } from 'zod';
import { handleOf } from '../../functions/probe-page/contacts/expectations.ts';
import { plain } from '../../shared/business-facts/html-text.ts';
import { pagePathProblem } from '../../shared/config/value-problems.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { type FoundContact, type FoundForm, foundContactSchema, foundFormSchema } from '../../shared/model/found.ts';
import type { Result } from '../../shared/model/result.ts';
import type { CheckedResult } from '../local/run-visits.ts';

/** The contacts that the written file will expect, by the key of `expect`. */
export interface SeenContacts {
  readonly phone: readonly string[];
  readonly email: readonly string[];
  readonly whatsapp: readonly string[];
  readonly telegram: readonly string[];
  readonly viber: readonly string[];
  readonly messenger: readonly string[];
}

export interface NamedForm {
  readonly form: FoundForm;
  readonly name: string | null;
}

interface SeenForm {
  readonly form: FoundForm;
  /** Null when it is on the page under test. */
  readonly page: string | null;
}

export interface SiteFindings {
  /** After redirects that only change scheme or `www.`. */
  readonly url: string;
  readonly contacts: SeenContacts;
  /** Addresses on messengers that the file cannot expect yet. */
  readonly otherMessengers: readonly string[];
  /** Addresses of social pages and messengers. */
  readonly outward: readonly string[];
  /** As the site writes them; null when it does not. */
  readonly openingHours: string | null;
  /** All of that, each line as it stands there. */
  readonly writtenHours: string | null;
  /** In which its pages are written, as a `lang` attribute says it; empty when that was not seen. */
  readonly language: string;
  readonly form: SeenForm | null;
  /** Others through which customers can write; each is named as in `form:/contact`, or null where nothing tells it from another. */
  readonly otherForms: readonly NamedForm[];
  /** Why contacts or form could not be looked at; null when they could. */
  readonly contactsHidden: string | null;
  readonly formHidden: string | null;
}

const known = ['WhatsApp', 'Telegram', 'Viber', 'Messenger'];

/** More of one kind are branches or people, and each would have to stay where it is for the light to stay green. */
const most = { phone: 4, email: 3 } as const;

export function siteFindings(url: string, results: readonly CheckedResult[]): SiteFindings {
  const of = (probe: string): Result[] => results.flatMap(({ check, result }) => (check.probe === probe ? result : []));
  const looks = of('contacts').filter(({ outcome }) => outcome === 'measured');
  const found = seenOnEveryDevice(looks);
  const messengers = (name: string): string[] =>
    found.filter((f) => f.kind === 'messenger' && f.text.startsWith(`${name}:`)).map(({ value }) => handleOf(value));
  const [form] = of('form');
  const hours = found.find(({ kind }) => kind === 'hours')?.value ?? null;
  const address = settledAddress(url, of('availability')[0]);
  return {
    url: address,
    contacts: {
      phone: valuesOf(found, 'phone').slice(0, most.phone),
      email: valuesOf(found, 'email').slice(0, most.email),
      whatsapp: messengers('WhatsApp'),
      telegram: messengers('Telegram'),
      viber: messengers('Viber'),
      messenger: messengers('Messenger'),
    },
    otherMessengers: valuesOf(
      found.filter(({ text }) => !known.some((name) => text.startsWith(`${name}:`))),
      'messenger',
    ),
    outward: found.filter(({ kind }) => kind === 'social' || kind === 'messenger').map(({ value }) => value),
    openingHours: hours === null ? null : plain(hours, 160),
    writtenHours: hours,
    language: z.string().catch('').parse(looks[0]?.details['language']),
    form: form === undefined ? null : mainForm(form, address),
    otherForms: form === undefined ? [] : otherForms(form, address),
    contactsHidden: looks.length > 0 ? null : hiddenBecause(of('contacts')),
    formHidden: form === undefined || form.outcome !== 'unknown' ? null : plain(wordStatement(form.reason, 'en'), 160),
  };
}

/** What only one device shows cannot be expected on both. */
function seenOnEveryDevice(looks: readonly Result[]): FoundContact[] {
  const [first = [], ...others] = looks.map(({ details }) => z.array(foundContactSchema).parse(details['found'] ?? []));
  return first
    .filter((contact) => others.every((other) => other.some((each) => isSameContact(each, contact))))
    .toSorted((a, b) => a.clicks - b.clicks);
}

function isSameContact(a: FoundContact, b: FoundContact): boolean {
  if (a.kind !== b.kind) return false;
  // A wide screen may show the hours twice.
  if (a.kind === 'hours') return a.value.split('; ').some((line) => b.value.split('; ').includes(line));
  return a.value === b.value;
}

function valuesOf(found: readonly FoundContact[], kind: FoundContact['kind']): string[] {
  return [...new Set(found.filter((contact) => contact.kind === kind).map(({ value }) => value))];
}

/** In the order in which the form probe chooses; a newsletter is no way to write to a business. */
const purposes = ['contact', 'booking', 'order', 'comment', 'other'] as const;

function mainForm({ outcome, details }: Result, url: string): SeenForm | null {
  if (outcome === 'not-applicable') return null;
  const forms = z.array(foundFormSchema).parse(details['forms'] ?? []);
  const form = purposes.flatMap((purpose) => forms.filter((each) => each.purpose === purpose))[0];
  return form === undefined ? null : { form, page: pathFrom(form.page, url) };
}

/** Who writes through them reaches the business; comments and newsletters are no ways to do so. */
const writable: readonly FoundForm['purpose'][] = ['contact', 'booking', 'order'];

function otherForms(result: Result, url: string): NamedForm[] {
  const main = mainForm(result, url)?.form;
  const forms = z.array(foundFormSchema).parse(result.details['forms'] ?? []);
  const placeOf = ({ page }: FoundForm): string => pathFrom(page, url) ?? new URL(url).pathname;
  return forms
    .filter((form) => writable.includes(form.purpose) && JSON.stringify(form) !== JSON.stringify(main))
    .filter(({ page }) => URL.parse(page)?.host === new URL(url).host)
    .map((form) => {
      const isAlone = forms.every((other) => other === form || placeOf(other) !== placeOf(form));
      const anchor = isAlone ? '' : form.anchor === null ? null : `#${form.anchor}`;
      return { form, name: anchor === null ? null : `form:${placeOf(form)}${anchor}` };
    });
}

function pathFrom(page: string, url: string): string | null {
  const [there, here] = [URL.parse(page), new URL(url)];
  if (there === null || there.host !== here.host) return null;
  const path = `${there.pathname}${there.search}`;
  return path === `${here.pathname}${here.search}` || pagePathProblem(path) !== null ? null : path;
}

/** `https://` and `www.` as the site itself wants them; a redirect to another page is what customers meet, and stays. */
function settledAddress(url: string, availability: Result | undefined): string {
  const chain = z.array(z.object({ url: z.url() })).safeParse(availability?.details['chain']);
  const last = URL.parse(chain.data?.at(-1)?.url ?? '');
  const asked = new URL(url);
  if (last === null || last.pathname !== asked.pathname || last.search !== asked.search) return url;
  const bare = (host: string): string => host.replace(/^www\./, '');
  return bare(last.hostname) === bare(asked.hostname) ? last.href : url;
}

function hiddenBecause([first]: readonly Result[]): string {
  return first === undefined ? 'It was not looked at.' : plain(wordStatement(first.reason, 'en'), 160);
}
