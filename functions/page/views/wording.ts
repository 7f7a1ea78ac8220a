import { alertMessages } from '../../../shared/i18n/alerts.ts';
import { formatFor } from '../../../shared/i18n/format.ts';
import { remedyFor } from '../../../shared/i18n/remedies.ts';
import { asSentence, wordFinding } from '../../../shared/i18n/wording.ts';
import { parseCheckId } from '../../../shared/model/check-id.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { PluralForms } from '../../../shared/model/format.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { type Light, lightsWorstFirst } from '../../../shared/model/light.ts';
import { wordsOf } from '../../../shared/probes/words.ts';
import type { PageFrame } from '../page-frame.ts';

/** Of a sentence that may quote a page. */
const longestText = 400;
/** Of a note, and of the name of who wrote it. */
const longestNote = 200;

/** What may hold a customer's words, or the address under which they stand. */
const quotesCustomers = /^(?:quoted|responses\/(?:overdue|waiting|nudge)|shopper\/.*|chat-question\/.*)$/;
const aboutCustomers: ReadonlySet<string> = new Set(['responses', 'shopper', 'chat-question']);

function short(text: string, limit = longestText): string {
  return shorten(oneLine(text), limit);
}

export function note(text: string): string {
  return short(text, longestNote);
}

/** "Website: Contact form", "Website: Loading speed, on a phone, /prices" */
export function checkTitle(checkId: string, { naming, words }: PageFrame): string {
  const { touchpointId, probe, page, device } = parseCheckId(checkId);
  const where = [device === null ? null : words.device[device], page === null ? null : short(page, 80)];
  return [`${naming.nameOf(touchpointId)}: ${naming.checkName(probe)}`, ...where.flatMap((part) => part ?? [])].join(
    ', ',
  );
}

interface FindingWords {
  readonly sentence: string;
  /** What is so and nothing else, as it reads on behind a colon. */
  readonly brief: string;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** What was found, in the business's language; a reader gets nothing that a customer may have written. */
export function wordFound(finding: Finding, checkId: string, { language, now, session }: PageFrame): FindingWords {
  const { probe } = parseCheckId(checkId);
  const says = finding.kind === 'measurement' ? finding.because : finding.says;
  const mayQuote = aboutCustomers.has(probe) && says !== undefined && quotesCustomers.test(says.id);
  if (session.role !== 'operator' && mayQuote) return withoutQuotes(finding, probe, { language, now });
  const { sentence, brief, expected, actual } = wordFinding(finding, probe, language, now);
  return {
    sentence: short(sentence),
    brief: short(brief).replace(/\.$/, ''),
    expected: expected === null ? null : short(expected),
    actual: actual === null ? null : short(actual),
  };
}

function withoutQuotes(
  finding: Finding,
  probe: string,
  { language, now }: Pick<PageFrame, 'language' | 'now'>,
): FindingWords {
  if (finding.kind === 'measurement') {
    const { because: _, ...number } = finding;
    const { sentence, brief, expected, actual } = wordFinding(number, probe, language, now);
    return { sentence, brief, expected, actual };
  }
  const brief = wordsOf(probe, language)?.bad ?? alertMessages[language].light.red;
  return { sentence: asSentence(brief), brief, expected: null, actual: null };
}

/** What to do about an incident. */
export function remedyOf(incident: Incident, { language }: PageFrame): string {
  return short(remedyFor({ checkId: incident.checkId, incident }, language) ?? alertMessages[language].remedyOfUnknown);
}

/**
 * "1 red, 2 yellow", worst first; what there is none of is left out.
 * @param words of touchpoints and checks, or of days: their genders differ
 */
export function countLights(
  counts: Readonly<Record<Light, number>>,
  { digest, language }: PageFrame,
  words: Readonly<Record<Light, PluralForms>> = digest.lights,
): string {
  const { counted } = formatFor(language);
  return lightsWorstFirst
    .filter((light) => counts[light] > 0)
    .map((light) => counted(counts[light], words[light]))
    .join(', ');
}
