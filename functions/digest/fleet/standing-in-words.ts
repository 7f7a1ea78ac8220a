import { type Standing, standingOf } from '../../../shared/evaluation/fleet/standings.ts';
import type { WeekSummary } from '../../../shared/evaluation/week/summarize-week.ts';
import { fleetWords } from '../../../shared/i18n/fleet/fleet.ts';
import type { Language } from '../../../shared/model/business.ts';
import { formatsFor } from '../formats.ts';
import { wordFirstWeek, wordHeadline } from '../word-week.ts';

/** A business's week as its line in the agency's mail. */
export function standingInWords(
  id: string,
  summary: WeekSummary,
  language: Language,
  measuredBy: 'watch' | 'stack',
): Standing {
  const { nothingMeasured } = fleetWords[language];
  const says = summary.runs === 0 ? nothingMeasured[measuredBy] : wordHeadline(summary, language);
  const note = wordFirstWeek(summary, formatsFor(language, summary.timeZone, summary.now));
  const { watchedSince: since } = summary;
  return standingOf(id, summary, says, since === null || note === null ? null : { since, says: note });
}
