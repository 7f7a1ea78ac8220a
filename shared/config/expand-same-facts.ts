import type { Check } from '../model/check.ts';
import { checkSchema } from '../model/check.ts';
import { contacts } from '../probes/contacts/spec.ts';
import { type Compared, type Profile, sameFacts } from '../probes/same-facts/spec.ts';
import { isGroup, valueAt } from './data-path.ts';
import type { FileConfiguration, FileTouchpoint } from './file-schema.ts';
import { shiftsOfHours } from './hours.ts';

type FileWebsite = Extract<FileTouchpoint, { kind: 'website' }>;

/** What the check needs of the rest of the file: where the profiles are, and what the file calls right. */
export function withCompared(check: Check, website: FileWebsite, file: FileConfiguration): Check {
  if (check.probe !== sameFacts.id) return check;
  const options = sameFacts.options.parse(check.options);
  const written = valueAt(website.checks, [contacts.id]);
  const compared: Compared = {
    google: profileOf('google-reviews', options.google, file),
    facebook: profileOf('facebook', options.facebook, file),
    phones: phonesOf(valueAt(written, ['expect', 'phone'])),
    country: textOf(valueAt(written, ['country'])),
    shifts: options.ownHours && file.hours !== undefined ? shiftsOfHours(file.hours) : null,
  };
  return { ...check, options: checkSchema.shape.options.parse({ ...options, compared }) };
}

function profileOf(
  kind: 'google-reviews' | 'facebook',
  named: string | false | null,
  { touchpoints }: FileConfiguration,
): Profile | null {
  if (named === false) return null;
  const all = touchpoints.filter((each) => each.kind === kind);
  const found = named === null ? all[0] : all.find(({ id }) => id === named);
  if (found === undefined || !('page' in found)) return null;
  const api = 'api' in found && typeof found.api === 'string' ? found.api : null;
  return {
    id: found.id,
    account: found.page,
    secret: found.secret ?? null,
    api: api === null || api.endsWith('/') ? api : `${api}/`,
  };
}

function phonesOf(phone: unknown): string[] {
  return [phone].flat().filter((each) => typeof each === 'string');
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Whose settings these are; nothing where the check is not asked for. */
export function sameFactsOf(touchpoint: unknown): Readonly<Record<string, unknown>> | null {
  const settings = valueAt(touchpoint, ['checks', sameFacts.id]);
  return isGroup(settings) ? settings : null;
}
