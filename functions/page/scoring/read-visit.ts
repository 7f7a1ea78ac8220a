import { Temporal } from 'temporal-polyfill';
import { readDate } from '../../../shared/evaluation/dates/read-date.ts';
import { oneLine } from '../../../shared/model/foreign-text.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import { type ScorecardTemplate, type ScoredVisit, scoredVisitSchema } from '../../../shared/model/scorecard.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { type Missing, readAnswers, type Sent } from './read-answers.ts';

/** A form that was sent, as a visit to keep, or what is missing. */
export type VisitReading = { readonly visit: ScoredVisit } | { readonly missing: readonly Missing[] };

export interface VisitFrame {
  readonly template: ScorecardTemplate;
  readonly timeZone: string;
  readonly now: Instant;
}

export function readVisit(sent: Sent, { template, timeZone, now }: VisitFrame): VisitReading {
  const at = momentOf(sent['at'] ?? '', timeZone);
  const evaluator = oneLine(sent['evaluator'] ?? '').trim();
  const contact = oneLine(sent['contact'] ?? '').trim();
  const { answers, missing: inQuestions } = readAnswers(template, sent);
  const about = (what: Missing['what'], field: string): Missing => ({ what, field, question: null, n: 0 });
  const missing = [
    ...(at === null ? [about('at', 'at')] : []),
    ...(at !== null && Date.parse(at) > Date.parse(now) + dayMs ? [about('future', 'at')] : []),
    ...(evaluator === '' ? [about('evaluator', 'evaluator')] : []),
    ...inQuestions,
  ];
  if (at === null || missing.length > 0) return { missing };
  const { data } = scoredVisitSchema.safeParse({
    ...{ scorecard: template.scorecard, version: template.version, at, evaluator, answers },
    visit: sent['visit'] ?? '',
    contact: contact === '' ? null : contact,
  });
  return data === undefined ? { missing: [about('evaluator', 'evaluator')] } : { visit: data };
}

/** `2026-11-30T14:05` by the business's clocks, or as people write it where a browser has no field for times. */
function momentOf(text: string, timeZone: string): Instant | null {
  const reading = readDate(text, { timeZone, order: null });
  return reading.is === 'date' && !reading.isDay ? toInstant(reading.at) : null;
}

/** Now, as a field for date and time wants it. */
export function localMinute(now: Instant, timeZone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
