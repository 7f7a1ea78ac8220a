import { z } from 'zod';
import { type Stated, stated } from '../../../shared/business-facts/facts.ts';
import { addressWith } from '../../../shared/business-facts/page-facts.ts';
import { readPhone } from '../../../shared/business-facts/phones.ts';
import type { Day, Span, Week } from '../../../shared/business-facts/week.ts';
import type { PlatformAccess } from '../platform.ts';
import { openWithRefresh } from '../platforms/google-access.ts';
import { classifyBusinessProfile } from '../platforms/google-reviews.ts';

const dayNames = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
/** `{ "hours": 9, "minutes": 30 }`, where a zero is left out; some answers write "09:30". */
const timeSchema = z.union([
  z
    .looseObject({ hours: z.number().default(0), minutes: z.number().default(0) })
    .transform(({ hours, minutes }) => hours * 60 + minutes),
  z
    .string()
    .regex(/^\d{1,2}:\d\d$/)
    .transform((text) => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1])),
]);

const locationSchema = z.looseObject({
  title: z.string().optional(),
  phoneNumbers: z
    .looseObject({ primaryPhone: z.string().optional(), additionalPhones: z.array(z.string()).default([]) })
    .optional(),
  storefrontAddress: z
    .looseObject({
      regionCode: z.string().optional(),
      postalCode: z.string().optional(),
      locality: z.string().optional(),
      addressLines: z.array(z.string()).default([]),
    })
    .optional(),
  regularHours: z
    .looseObject({
      periods: z
        .array(
          z.looseObject({
            openDay: z.enum(dayNames),
            openTime: timeSchema.default(0),
            closeDay: z.enum(dayNames),
            closeTime: timeSchema.default(0),
          }),
        )
        .default([]),
    })
    .optional(),
  openInfo: z.looseObject({ status: z.string().optional() }).optional(),
});
type Location = z.infer<typeof locationSchema>;

/** Special hours are not read: they are of single dates, and nothing else tells those. */
const readMask = 'title,phoneNumbers,storefrontAddress,regularHours,openInfo';

/**
 * What the business's profile at Google says, by the Business Information API, which knows a place as `locations/<id>`.
 * @throws ApiFault
 */
export async function readGoogle(access: PlatformAccess, country: string | null): Promise<Stated> {
  const api = openWithRefresh(access, {
    base: access.base ?? 'https://mybusinessbusinessinformation.googleapis.com/v1/',
    classify: classifyBusinessProfile,
  });
  const path = /locations\/[^/]+/.exec(access.account)?.[0] ?? access.account;
  return statedBy(await api.call({ path, query: { readMask }, schema: locationSchema }), country);
}

function statedBy(location: Location, country: string | null): Stated {
  const { title, phoneNumbers, storefrontAddress: address, regularHours, openInfo } = location;
  const home = address?.regionCode ?? country;
  const numbers = [phoneNumbers?.primaryPhone ?? '', ...(phoneNumbers?.additionalPhones ?? [])].filter(isSaid);
  const street = (address?.addressLines ?? []).filter(isSaid).join(', ');
  return stated(
    { kind: 'google', path: null },
    {
      names: [title ?? ''].filter(isSaid),
      phones: numbers.map((number) => readPhone(number, home)),
      addresses: street === '' ? [] : [addressWith(street, address?.postalCode ?? null, address?.locality ?? null)],
      weeks: regularHours === undefined || regularHours.periods.length === 0 ? [] : [weekOf(regularHours.periods)],
      closed: closedBy(openInfo?.status),
    },
  );
}

function isSaid(text: string): boolean {
  return text.trim() !== '';
}

function closedBy(status: string | undefined): Stated['closed'] {
  if (status === 'CLOSED_PERMANENTLY') return 'for-good';
  return status === 'CLOSED_TEMPORARILY' ? 'for-now' : null;
}

type Period = NonNullable<Location['regularHours']>['periods'][number];

/** A period may end days after it began; without times it is round the clock. */
function weekOf(periods: readonly Period[]): Week {
  const spans = periods.map(({ openDay, closeDay, openTime, closeTime }) => {
    const [day, end] = [dayNames.indexOf(openDay), dayNames.indexOf(closeDay)];
    const nights = (end - day + 7) % 7;
    const to = nights * 1440 + closeTime;
    return {
      day,
      span: [openTime, to > openTime ? to : to + (nights === 0 ? 1440 : 7 * 1440)] as const satisfies Span,
    };
  });
  return dayNames.map((_, day): Day => spans.flatMap((each): Span[] => (each.day === day ? [each.span] : [])));
}
