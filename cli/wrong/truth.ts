import { z } from 'zod';
import type { Check } from '../../shared/model/check.ts';
import type { Result } from '../../shared/model/result.ts';
import { contacts } from '../../shared/probes/contacts/spec.ts';
import { form } from '../../shared/probes/form/spec.ts';

const mostIgnored = 4;
const contactsFound = z.array(z.object({ kind: z.string(), value: z.string() }));
const formsFound = z.array(z.object({ page: z.string(), anchor: z.string().nullish() }));

/** What touchpoints.yaml can say of the check at once, with what was found, as lines to copy; none where it has no such options. */
export function truthLines(
  check: Pick<Check, 'touchpointId' | 'probe' | 'page'>,
  { details }: Pick<Result, 'details'>,
): string[] {
  const key = check.page === null ? check.probe : quoted(`${check.probe}:${check.page}`);
  const lines =
    check.probe === contacts.id ? ofContacts(details) : check.probe === form.id ? ofForm(check, details) : [];
  if (lines.length === 0) return [];
  return [
    'touchpoints:',
    `  - id: ${check.touchpointId}`,
    '    checks:',
    `      ${key}:`,
    ...lines.map((line) => `        ${line}`),
  ];
}

function ofContacts(details: Result['details']): string[] {
  const read = contactsFound.safeParse(details['found']);
  const found = read.success ? read.data : [];
  const valuesOf = (kind: string): string[] => found.filter((each) => each.kind === kind).map(({ value }) => value);
  const [phones, emails] = [valuesOf('phone'), valuesOf('email')];
  const [phone, ...morePhones] = phones;
  const [email, ...moreEmails] = emails;
  const own = [
    ...(phone === undefined && email !== undefined ? [] : [`phone: ${quoted(phone ?? '+380 44 123 45 67')}`]),
    ...(email === undefined ? [] : [`email: ${quoted(email)}`]),
  ].join(', ');
  const others = [...morePhones, ...moreEmails, ...valuesOf('messenger')].slice(0, mostIgnored).map(quoted);
  return [
    `expect: { ${own} }   # the business's own`,
    ...(others.length === 0 ? [] : [`ignore: [${others.join(', ')}]   # only those that are somebody else's`]),
  ];
}

function ofForm({ page }: Pick<Check, 'page'>, details: Result['details']): string[] {
  const read = formsFound.safeParse(details['forms']);
  const [main] = read.success ? read.data : [];
  const url = URL.parse(main?.page ?? '');
  const path = url === null ? '/contact' : `${url.pathname}${main?.anchor == null ? '' : `#${main.anchor}`}`;
  return [
    ...(page === null ? [`page: ${quoted(path)}   # where the form is`] : []),
    'confirmation: "Thank you"   # what a visitor reads after sending it',
  ];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
