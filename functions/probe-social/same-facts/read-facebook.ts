import { z } from 'zod';
import { type Stated, stated } from '../../../shared/business-facts/facts.ts';
import { addressWith } from '../../../shared/business-facts/page-facts.ts';
import { readPhone } from '../../../shared/business-facts/phones.ts';
import type { Day, Span, Week } from '../../../shared/business-facts/week.ts';
import { weekdays } from '../../../shared/model/calendar.ts';
import type { PlatformAccess } from '../platform.ts';
import { openGraph } from '../platforms/graph.ts';

const pageSchema = z.looseObject({
  name: z.string().optional(),
  phone: z.string().optional(),
  single_line_address: z.string().optional(),
  location: z
    .looseObject({ street: z.string().optional(), zip: z.string().optional(), city: z.string().optional() })
    .optional(),
  /** `mon_1_open` to `sun_2_close`. */
  hours: z.record(z.string(), z.unknown()).optional(),
  temporary_status: z.string().optional(),
  is_permanently_closed: z.boolean().optional(),
});
type Page = z.infer<typeof pageSchema>;

const fields = 'name,phone,single_line_address,location,hours,temporary_status,is_permanently_closed';

/**
 * What the business's page at Facebook says, by the Graph API.
 * @throws ApiFault
 */
export async function readFacebook(access: PlatformAccess, country: string | null): Promise<Stated> {
  const page = await openGraph(access).call({ path: access.account, query: { fields }, schema: pageSchema });
  const { name = '', phone = '', hours } = page;
  const week = hours === undefined ? null : weekOf(hours);
  return stated(
    { kind: 'facebook', path: null },
    {
      names: name.trim() === '' ? [] : [name],
      // "<<not-applicable>>" is what Facebook keeps for no number.
      phones: /\d/.test(phone) ? [readPhone(phone, country)] : [],
      addresses: addressesOf(page),
      weeks: week === null ? [] : [week],
      closed: closedBy(page),
    },
  );
}

function addressesOf({ location, single_line_address: line = '' }: Page): Stated['addresses'] {
  const { street = '', zip, city } = location ?? {};
  if (street.trim() !== '') return [addressWith(street, zip || null, city || null)];
  return /\d/.test(line) ? [{ written: line, street: null, postcode: null, city: null }] : [];
}

function closedBy({ is_permanently_closed: isGone, temporary_status: status = '' }: Page): Stated['closed'] {
  if (isGone === true) return 'for-good';
  return /^temporarily_closed$/i.test(status) ? 'for-now' : null;
}

function weekOf(hours: Readonly<Record<string, unknown>>): Week | null {
  const week = weekdays.map((day): Day => {
    const spans = [1, 2].map((part) => spanOf(hours[`${day}_${part}_open`], hours[`${day}_${part}_close`]));
    return spans.includes('unclear') ? null : spans.filter((span) => span !== null && span !== 'unclear');
  });
  return week.every((day) => day?.length === 0) ? null : week;
}

/** An end before the start is of the next day; the same time twice may mean round the clock or nothing. */
function spanOf(opens: unknown, closes: unknown): Span | 'unclear' | null {
  if (opens === undefined && closes === undefined) return null;
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  if (from === null || to === null || from === to) return 'unclear';
  return [from, to > from ? to : to + 1440];
}

function minutesOf(time: unknown): number | null {
  const match = typeof time === 'string' ? /^(\d{1,2}):(\d\d)$/.exec(time) : null;
  const minutes = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 1440 ? minutes : null;
}
