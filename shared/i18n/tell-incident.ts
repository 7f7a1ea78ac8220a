import type { Language } from '../model/business.ts';
import { parseCheckId } from '../model/check-id.ts';
import { oneLine } from '../model/foreign-text.ts';
import type { Incident } from '../model/incident.ts';
import { specOf } from '../probes/index.ts';
import type { TranslatedProbeWords } from '../probes/probe-words.ts';
import { translatedWordsOf } from '../probes/words.ts';
import { causeInWords, type FactWords } from './fact-words.ts';
import { factWords } from './facts.ts';
import { measuredBeside, measuredValue } from './measured-value.ts';

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
 * English is what judge and probes write; every other language is told from the parts: the measurement and its numbers, or
 * the stable word for the cause. What a page or a server said stays as it was said, as details.
 */
export function tellIncident(incident: Incident, language: Language): FactTold {
  const { reason, expected, actual } = incident;
  if (language === 'en') {
    const says = { sentence: reason, brief: readOn(reason), details: null };
    // "Expected: none, actual: 1" would say less than the sentence.
    if (isNoneWanted(incident)) return { ...says, expected: null, actual: null };
    return { ...says, expected, actual: actual === reason ? null : actual };
  }
  const words = factWords[language];
  const own = translatedWordsOf(parseCheckId(incident.checkId).probe, language);
  const fact = measured(incident, words, own) ?? failed(incident, words, own);
  return { expected: own?.good ?? expected, ...fact };
}

/** A sentence as it reads on behind a colon. */
export function readOn(sentence: string): string {
  return small(withoutAddresses(sentence));
}

type Measured = Omit<FactTold, 'expected'> & Partial<Pick<FactTold, 'expected'>>;

function measured(incident: Incident, words: FactWords, own: TranslatedProbeWords | undefined): Measured | null {
  const { checkId, comparison, measurement } = incident;
  const { probe } = parseCheckId(checkId);
  const unit = specOf(probe)?.measurements[measurement ?? '']?.unit;
  const say = own?.measurement[measurement ?? ''];
  if (comparison == null || unit === undefined || say === undefined) return null;
  const said = saidByProbe(incident);
  if (speakTheReadersLanguage.has(probe) && said !== null) {
    return { sentence: said, brief: readOn(said), actual: null, details: null };
  }
  const { value, bound, side } = comparison;
  const actual = measuredBeside(value, bound, unit, words.unit);
  const limit = (side === 'at-most' ? words.atMost : words.atLeast)(measuredValue(bound, unit, words.unit));
  const brief = say(actual);
  if (isNoneWanted(incident)) return { sentence: brief, brief, actual: null, details: said };
  return { sentence: `${brief}${words.insteadOf(limit)}`, brief, expected: limit, actual, details: said };
}

function isNoneWanted({ checkId, comparison, measurement }: Incident): boolean {
  const unit = specOf(parseCheckId(checkId).probe)?.measurements[measurement ?? '']?.unit;
  return unit === 'count' && comparison?.bound === 0;
}

function failed(
  { cause, reason }: Incident,
  words: FactWords,
  own: TranslatedProbeWords | undefined,
): Omit<FactTold, 'expected'> {
  const what = causeInWords(cause, words) ?? own?.bad ?? words.notMeasured;
  const status = /\b(?:answers|answered|with) ([1-5]\d\d)\b/.exec(reason)?.[1];
  const brief = status === undefined ? what : `${what} (${status})`;
  return { sentence: brief, brief, actual: null, details: reason };
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
