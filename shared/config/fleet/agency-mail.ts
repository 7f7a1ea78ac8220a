import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../../model/business.ts';
import { weekdays } from '../../model/calendar.ts';
import type { Agency } from './agency-file.ts';

/** The agency's own mail, as a stack sends it: when, to whom, and what it cannot read from the table. */
export interface AgencyMail extends Pick<Agency, 'name' | 'timeZone' | 'language'> {
  readonly digest: Digest;
  /** Somebody hears of all businesses: the text reaches them where SES may not write to the readers. */
  readonly isAnnounced: boolean;
}

type Digest = NonNullable<Configuration['digest']>;

/** The scope of the agency's log of mails, and the name of its schedule; no business may be called so. */
export const agencyScope = 'agency';

const hourMinutes = 60;
const dayMinutes = 24 * hourMinutes;
/** A business's default, too. */
const usualMinute = 8 * hourMinutes;

interface AgencyMailOptions extends Pick<AgencyMail, 'isAnnounced'> {
  /** Of the businesses. */
  readonly zones: readonly string[];
  /** `2026-11-22` */
  readonly today: string;
}

/** What the stack sends to the agency, and what a person should know about its time; null where nobody is to read it. */
export function agencyMail(
  agency: Agency | null,
  { zones, today, ...stored }: AgencyMailOptions,
): { readonly mail: AgencyMail; readonly note: string | null } | null {
  if (agency === null || agency.digest === null || agency.digest.to.length === 0) return null;
  const { name, timeZone, language, digest } = agency;
  const end = lastWeekEnd(timeZone, [...new Set(zones)], today);
  const at = digest.at ?? whenEnded(end.minute);
  const mail: AgencyMail = {
    ...{ ...stored, name, timeZone, language },
    digest: { to: digest.to, from: digest.from, ...at, reportsUrl: null },
  };
  const note =
    digest.at === null ? chosenNote(at, timeZone) : isEarly(at, end.minute) ? earlyNote(at, end, timeZone) : null;
  return { mail, note };
}

type At = Pick<Digest, 'weekday' | 'atMinute'>;

/** When the week has ended for everybody, in minutes after Monday's midnight by the agency's clock; negative where that is earlier. */
interface WeekEnd {
  readonly minute: number;
  readonly timeZone: string;
}

/** Clocks are changed on different days of the year, so each of its weeks is looked at. */
function lastWeekEnd(own: string, zones: readonly string[], today: string): WeekEnd {
  const day = Temporal.PlainDate.from(today);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  let last: WeekEnd = { minute: 0, timeZone: own };
  for (let week = 0; week < 53; week += 1) {
    const next = monday.add({ weeks: week });
    const ownMs = next.toZonedDateTime(own).epochMilliseconds;
    for (const timeZone of zones) {
      const minute = (next.toZonedDateTime(timeZone).epochMilliseconds - ownMs) / 60_000;
      if (minute > last.minute) last = { minute, timeZone };
    }
  }
  return last;
}

/** Monday at 08:00, or the first full hour at which the week has ended for all: for zones far apart, on Tuesday. */
function whenEnded(minute: number): At {
  const at = Math.max(usualMinute, Math.ceil(minute / hourMinutes) * hourMinutes);
  return { weekday: at < dayMinutes ? 'mon' : 'tue', atMinute: at % dayMinutes };
}

function isEarly({ weekday, atMinute }: At, endMinute: number): boolean {
  return weekdays.indexOf(weekday) * dayMinutes + atMinute < endMinute;
}

/** It moves with the zones of the businesses, and the week in which it moves back may go without a mail. */
function chosenNote(at: At, own: string): string {
  return (
    `The agency's mail is sent at "${inWords(at)}" (${own}), when the week has ended for every business. This time moves with their zones: ` +
    "if this deployment moves it from later today to earlier today, send this week's mail by hand (docs/fleet.md#the-agencys-mail-in-aws). " +
    `To keep the time, write it into agency.yaml: digest: at: "${inWords(at)}".`
  );
}

function earlyNote(at: At, { minute, timeZone }: WeekEnd, own: string): string {
  return (
    `agency.yaml: digest: at: "${inWords(at)}" (${own}) is before the week has ended in ${timeZone}, so businesses there are summed up ` +
    `as far as their week has gone. Write at: "${inWords(whenEnded(minute))}" or later.`
  );
}

function inWords({ weekday, atMinute }: At): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${weekday.charAt(0).toUpperCase()}${weekday.slice(1)}`;
  return `${day} ${two(Math.floor(atMinute / hourMinutes))}:${two(atMinute % hourMinutes)}`;
}
