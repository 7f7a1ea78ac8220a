import type { Waiting } from '../../shared/evaluation/conversations/response-figures.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { dueOf, hasNoLength, isAboutNudges } from '../../shared/evaluation/week/troubles.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import type { Formats } from './formats.ts';
import { troubleWords } from './trouble-words.ts';

type Worst = NonNullable<WeekSummary['worst']>;

/** "the contact form has failed for 9 hours" */
export function worstInWords(summary: WeekSummary, naming: Naming, formats: Formats): string | null {
  const { worst, now } = summary;
  const { words, span, measured } = formats;
  if (worst === null) return null;
  const { touchpoint, trouble } = worst;
  const phrase = troubleWords(trouble.kind, trouble.about, formats);
  const at = naming.suffixOf(touchpoint.id);
  const longest = longestWait(summary);
  if (longest !== null) return words.waited(touchpoint.overdue.length, at, measured(longest.waitedMinutes, 'minutes'));
  const urgent = isAboutNudges(trouble) ? urgentInWords(worst, at, formats) : null;
  if (urgent !== null) return urgent;
  const lasting = (what: string, ms: number): string => (hasNoLength(trouble) ? what : words.lasting(what, span(ms)));
  if (trouble.open === null) return lasting(phrase.was(at), trouble.badMs);
  if (trouble.seenUntil !== null) {
    return lasting(phrase.was(at), Date.parse(trouble.seenUntil) - Date.parse(trouble.since));
  }
  return lasting(phrase.has(at), Date.parse(now) - Date.parse(trouble.since));
}

/** Who must be answered, and by when: that the promise is nearly over says more than since when. */
function urgentInWords({ touchpoint, trouble }: Worst, at: string, formats: Formats): string | null {
  const { words, deadline } = formats;
  const [first] = touchpoint.dueSoon;
  if (trouble.kind === 'responses' && first !== undefined && first.dueAt !== null) {
    const must = touchpoint.kind === 'phone' ? words.mustCallBack : words.mustAnswer;
    return must(touchpoint.dueSoon.length, at, deadline(first.dueAt));
  }
  const dueAt = dueOf(trouble);
  if (dueAt === null) return null;
  return words.until(troubleWords(trouble.kind, trouble.about, formats).has(at), deadline(dueAt));
}

/** Where customers who wait are what is worst: how long they wait says more than since when that is known. */
export function longestWait({ worst }: WeekSummary): Waiting | null {
  if (worst === null || worst.trouble.kind !== 'responses') return null;
  const { open, seenUntil } = worst.trouble;
  return open === null || seenUntil !== null ? null : (worst.touchpoint.overdue[0] ?? null);
}
