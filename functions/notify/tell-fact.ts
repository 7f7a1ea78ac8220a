import type { FactWords } from '../../shared/i18n/fact-words.ts';
import { factWords } from '../../shared/i18n/facts.ts';
import { measuredBeside, measuredValue } from '../../shared/i18n/measured-value.ts';
import { oneLine } from '../../shared/i18n/plain-text.ts';
import type { Language } from '../../shared/model/business.ts';
import { parseCheckId } from '../../shared/model/check-id.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Notice } from '../../shared/model/notification.ts';
import { probeSpecs } from '../../shared/model/probes/index.ts';

/** What was found, as a reader of one language hears it. */
export interface FactTold {
  /** For the body; with what was expected. Empty where the notice is about no finding. */
  readonly sentence: string;
  /** As it reads on behind a colon: without what was expected, a leading capital or a full stop. */
  readonly brief: string;
  readonly expected: string | null;
  /** Null where the sentence says it already. */
  readonly actual: string | null;
  /** What only the probe's own words say; they are in English. Null where nothing is lost without them. */
  readonly details: string | null;
}

/** Probes whose facts are written in the business's language. */
const speakTheReadersLanguage: ReadonlySet<string> = new Set(['responses']);

/**
 * English is what judge and planner write; every other language is told from the parts: the measurement and its numbers, or
 * the stable word for the cause. What a page or a server said stays as it was said, as details.
 */
export function tellFact(notice: Notice, language: Language): FactTold {
  if (language === 'en') return inEnglish(notice);
  const words = factWords[language];
  const { incident, blindness, reason } = notice;
  if (reason === 'blind') {
    const why = blindness?.cause == null ? undefined : words.cause[blindness.cause];
    return {
      ...nothing,
      sentence: why ?? '',
      brief: why ?? words.notMeasured,
      details: blindness?.reason ?? notice.text,
    };
  }
  // Nudges are written in the business's language.
  if (reason === 'nudge') {
    return { ...nothing, sentence: notice.text, brief: small(withoutAddresses(notice.text)) };
  }
  if (reason === 'sighted' || reason === 'flapping' || incident === null) return nothing;
  return { expected: goodState(incident, words), ...(measured(incident, words) ?? failed(incident, words)) };
}

const nothing: FactTold = { sentence: '', brief: '', expected: null, actual: null, details: null };

function inEnglish(notice: Notice): FactTold {
  const { incident, text } = notice;
  const from = incident === null ? -1 : text.indexOf(incident.reason);
  return {
    // The planner's sentence from the fact on: what happened to it is said by the reader's own words.
    sentence: from === -1 ? text : text.slice(from),
    brief: small(withoutAddresses(incident?.reason ?? text)),
    expected: incident?.expected ?? null,
    actual: incident === null || incident.actual === incident.reason ? null : incident.actual,
    details: null,
  };
}

function measured(incident: Incident, words: FactWords): Omit<FactTold, 'expected'> | null {
  const { checkId, comparison, measurement } = incident;
  const { probe } = parseCheckId(checkId);
  const unit = probeSpecs[probe]?.measurements[measurement ?? '']?.unit;
  const say = words.measurement[measurement ?? ''];
  if (comparison == null || unit === undefined || say === undefined) return null;
  const said = saidByProbe(incident);
  if (speakTheReadersLanguage.has(probe) && said !== null) {
    return { sentence: said, brief: small(withoutAddresses(said)), actual: null, details: null };
  }
  const { value, bound, side } = comparison;
  const actual = measuredBeside(value, bound, unit, words.unit);
  const limit = (side === 'at-most' ? words.atMost : words.atLeast)(measuredValue(bound, unit, words.unit));
  const isNoneWanted = unit === 'count' && bound === 0;
  const brief = say(actual);
  const sentence = isNoneWanted ? brief : `${brief}${words.insteadOf(limit)}`;
  return { sentence, brief, actual: null, details: said, ...(!isNoneWanted && { expected: limit, actual }) };
}

function failed({ checkId, cause, reason }: Incident, words: FactWords): Omit<FactTold, 'expected'> {
  const { probe } = parseCheckId(checkId);
  const what = words.cause[cause ?? ''] ?? words.probe[probe]?.bad ?? words.notMeasured;
  const status = /\b(?:answers|answered|with) ([1-5]\d\d)\b/.exec(reason)?.[1];
  const brief = status === undefined ? what : `${what} (${status})`;
  return { sentence: brief, brief, actual: null, details: reason };
}

function goodState({ checkId, expected }: Incident, words: FactWords): string {
  return words.probe[parseCheckId(checkId).probe]?.good ?? expected;
}

/** What the probe added to the judge's sentence, which ends in the bound; of a count the whole sentence is the probe's. */
function saidByProbe({ reason, expected }: Incident): string | null {
  const lead = `(expected ${expected}).`;
  const at = reason.indexOf(lead);
  const said = at === -1 ? reason : reason.slice(at + lead.length).trim();
  return said === '' ? null : said;
}

/** An address fills a line and says nothing there; the body has it. */
function withoutAddresses(sentence: string): string {
  return oneLine(sentence)
    .replaceAll(/ \((expected [^)]*|https?:\/\/[^)]*)\)/g, '')
    .replaceAll(/(:| (to|at|of))? ?https?:\/\/[^\s,;]+/g, '')
    .trim();
}

function small(sentence: string): string {
  return sentence.replace(/\.$/, '').replace(/^(The|A|An|No|Nothing)\b/, (word) => word.toLowerCase());
}
