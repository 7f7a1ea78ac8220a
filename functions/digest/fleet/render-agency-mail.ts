import type { FleetWeek, Standing } from '../../../shared/evaluation/fleet/standings.ts';
import type { Week } from '../../../shared/evaluation/week/week.ts';
import { fleetWords } from '../../../shared/i18n/fleet/fleet.ts';
import type { FleetWords } from '../../../shared/i18n/fleet/words.ts';
import type { Language } from '../../../shared/model/business.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import { formatsFor } from '../formats.ts';
import type { RenderedMail } from '../render-mail.ts';
import { agencyHtml } from './agency-html.ts';
import { agencyText } from './agency-text.ts';
import type { AgencySection, AgencyView } from './agency-view.ts';

export interface AgencyWording {
  readonly agency: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly week: Week;
  readonly now: Instant;
}

/** Gmail cuts a mail at 102 KB. */
const limitBytes = 96_000;
const linesAtMost = { need: 60, broken: 20, unmeasured: 20, well: 100 } as const;
/** Where names and sentences are long, those who are well make room. */
const fewerWell = [50, 10] as const;
const subjectLimit = 120;

/** One mail for the agency: who needs it, worst first, and of whom nothing is known. */
export function renderAgencyMail(fleet: FleetWeek, wording: AgencyWording): RenderedMail {
  let mail = mailOf(wordAgency(fleet, wording, linesAtMost.well));
  for (const well of fewerWell) {
    if (Buffer.byteLength(mail.html) <= limitBytes) break;
    mail = mailOf(wordAgency(fleet, wording, well));
  }
  return mail;
}

function mailOf(view: AgencyView): RenderedMail {
  return { subject: view.subject, text: agencyText(view), html: agencyHtml(view) };
}

function wordAgency(
  fleet: FleetWeek,
  { agency, language, timeZone, week, now }: AgencyWording,
  wellAtMost: number,
): AgencyView {
  const words = fleetWords[language];
  const formats = formatsFor(language, timeZone, now);
  const { need, broken, unmeasured, well } = fleet;
  const unknown = broken.length + unmeasured.length;
  const verdict = verdictOf(fleet, unknown, words);
  return {
    language,
    subject: shorten(oneLine(`${agency}: ${verdict}`), subjectLimit),
    agency: oneLine(agency),
    period: `${formats.words.week(Number(week.id.slice(-2)))}, ${formats.dates(week.days[0]?.date ?? '', week.days[6]?.date ?? '')}`,
    verdict,
    light: need[0]?.light ?? (unknown > 0 ? 'unknown' : 'green'),
    note: need.length > 0 && unknown > 0 ? words.unmeasured(unknown) : null,
    sections: [
      section('need', need, words),
      section('broken', broken, words),
      section('unmeasured', unmeasured, words),
      section('well', well, words, { saysOf: ({ firstWeek }) => firstWeek?.says ?? null, atMost: wellAtMost }),
    ].filter(({ lines }) => lines.length > 0),
    small: words.small,
  };
}

function verdictOf({ need, all }: FleetWeek, unknown: number, words: FleetWords): string {
  if (need.length > 0) return words.need(need.length, all);
  return unknown > 0 ? words.noneKnown(unknown, all) : words.allWell(all);
}

/** @param saysOf null where the name says enough */
function section(
  which: keyof typeof linesAtMost,
  standings: readonly Standing[],
  words: FleetWords,
  {
    saysOf = ({ says }) => says,
    atMost = linesAtMost[which],
  }: { readonly saysOf?: (standing: Standing) => string | null; readonly atMost?: number } = {},
): AgencySection {
  const shown = standings.slice(0, atMost);
  const left = standings.length - shown.length;
  return {
    heading: words.heading[which],
    lines: shown.map((each) => ({ light: each.light, name: oneLine(each.name), says: saysOf(each) })),
    more: left > 0 ? words.more(left) : null,
  };
}
