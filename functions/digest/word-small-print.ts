import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import type { Formats } from './formats.ts';

/** What the mail is made of, and why it comes. */
export function smallPrint(summary: WeekSummary, naming: Naming, formats: Formats): string[] {
  const { runs, alerts, monthlyDollars, business, hasReaders } = summary;
  const { words, number, dollars } = formats;
  return [
    words.runs(number(runs)),
    [words.noise(alerts), ...loudestOf(summary, naming, formats)].join(' '),
    ...(monthlyDollars === null ? [] : [words.cost(dollars(monthlyDollars))]),
    ...(hasReaders ? [words.whyThis(oneLine(business)), words.stop] : [words.noReaders]),
  ];
}

/** One alert is no noise. */
function loudestOf({ loudest, alerts }: WeekSummary, naming: Naming, { words }: Formats): string[] {
  if (loudest === null || loudest.notices < 2 || alerts < 2) return [];
  const { touchpointId, probe } = parseCheckId(loudest.checkId);
  const check = `${naming.nameOf(touchpointId)}, ${naming.checkName(probe)}`;
  return [words.loudest(check, formatFor(words.language).counted(loudest.notices, words.times))];
}
