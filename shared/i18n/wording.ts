import type { Language } from '../model/business.ts';
import { type Cause, isCause } from '../model/cause.ts';
import type { Finding, MeasurementFinding, Statement } from '../model/finding.ts';
import type { Said, StatementFormat, Texts } from '../model/format.ts';
import type { GeneralStatements } from '../model/general-statements.ts';
import type { SiteStatements } from '../model/site-statements.ts';
import { specOf } from '../probes/index.ts';
import { probeWords, wordsOf } from '../probes/words.ts';
import { formatFor, mailPlace } from './format.ts';
import { causes as causesEn, en as generalEn } from './general/en.ts';
import { causes as causesRu, ru as generalRu } from './general/ru.ts';
import { causes as causesUk, uk as generalUk } from './general/uk.ts';
import { en as siteEn } from './site/en.ts';
import { ru as siteRu } from './site/ru.ts';
import { uk as siteUk } from './site/uk.ts';

/** What was found, as a reader of one language hears it. */
export interface Wording {
  /** One or more whole sentences, with what was expected and what to do. */
  readonly sentence: string;
  /** The same as it reads on behind a colon: without the leading capital. */
  readonly clause: string;
  /** What is so and nothing else, as a clause that reads on behind a colon; without addresses. */
  readonly brief: string;
  readonly expected: string | null;
  /** Null where the sentence says it already. */
  readonly actual: string | null;
}

/** How a language says that a number is beyond its bound. */
interface BoundWords {
  readonly atMost: (bound: string) => string;
  readonly atLeast: (bound: string) => string;
  readonly insteadOf: (bound: string) => string;
  /** For a measurement and a statement that this version has no words for. */
  readonly measurement: (id: string, value: string) => string;
  readonly unknown: (id: string) => string;
}

const bounds: Readonly<Record<Language, BoundWords>> = {
  en: {
    atMost: (bound) => `at most ${bound}`,
    atLeast: (bound) => `at least ${bound}`,
    insteadOf: (bound) => ` (expected ${bound})`,
    measurement: (id, value) => `the measurement ${id} is ${value}`,
    unknown: (id) => `a later version of Touchlight found something that this one has no words for (${id})`,
  },
  uk: {
    atMost: (bound) => `не більше ${bound}`,
    atLeast: (bound) => `щонайменше ${bound}`,
    insteadOf: (bound) => ` (має бути ${bound})`,
    measurement: (id, value) => `виміряно ${id}: ${value}`,
    unknown: (id) => `новіша версія Touchlight виявила те, для чого в цієї немає слів (${id})`,
  },
  ru: {
    atMost: (bound) => `не больше ${bound}`,
    atLeast: (bound) => `не меньше ${bound}`,
    insteadOf: (bound) => ` (должно быть ${bound})`,
    measurement: (id, value) => `измерено ${id}: ${value}`,
    unknown: (id) => `более новая версия Touchlight обнаружила то, для чего у этой нет слов (${id})`,
  },
};

const general: Readonly<Record<Language, Texts<GeneralStatements>>> = { en: generalEn, uk: generalUk, ru: generalRu };

const site: Readonly<Record<Language, Texts<SiteStatements>>> = { en: siteEn, uk: siteUk, ru: siteRu };

const causes: Readonly<Record<Language, Readonly<Record<Cause, string>>>> = {
  en: causesEn,
  uk: causesUk,
  ru: causesRu,
};

type Text = (params: Statement['params'], format: StatementFormat) => Said;

function textsOf(language: Language): Readonly<Record<string, Text>> {
  const ofProbes = Object.values(probeWords[language]).map(({ says }) => says);
  // A statement's parameters were typed where it was made; here only its id says which they are.
  return Object.assign({}, general[language], site[language], ...ofProbes) as Readonly<Record<string, Text>>;
}

class Phrasebook {
  readonly #language: Language;
  readonly #texts: Readonly<Record<string, Text>>;
  readonly #full: StatementFormat;
  readonly #brief: StatementFormat;

  constructor(language: Language, texts: Readonly<Record<string, Text>>, now: string | undefined) {
    this.#language = language;
    this.#texts = texts;
    const format = formatFor(language);
    const nested = {
      clause: (statement: Statement): string => this.#parts(statement, this.#full)[0],
      whole: (statement: Statement): string => this.sentence(statement),
      following: (statement: Statement): string => this.#whole(statement),
      moment: (at: string, timeZone: string): string => format.moment(at, timeZone, now),
      deadline: (at: string, timeZone: string): string => format.deadline(at, timeZone, now),
    };
    this.#full = { ...format, ...nested, at: (lead, address) => `${lead}${mailPlace(address, language)}` };
    this.#brief = { ...this.#full, at: () => '' };
  }

  sentence(statement: Statement): string {
    const whole = this.#whole(statement);
    // What others said stays as they said it.
    return statement.id === 'quoted' ? stopped(whole) : asSentence(whole);
  }

  /** Without the leading capital. */
  #whole(statement: Statement): string {
    const [what, ...more] = this.#parts(statement, this.#full);
    return more.length === 0 ? what : [stopped(what), ...more].join(' ');
  }

  brief(statement: Statement): string {
    return this.#parts(statement, this.#brief)[0];
  }

  #parts({ id, params }: Statement, format: StatementFormat): readonly [string, ...string[]] {
    const text = Object.hasOwn(this.#texts, id) ? this.#texts[id] : undefined;
    try {
      const said = text?.(params, format) ?? bounds[this.#language].unknown(id);
      return typeof said === 'string' ? [said] : said;
    } catch {
      // Stored by a version that fills it otherwise. No alert is lost over its wording.
      return [bounds[this.#language].unknown(id)];
    }
  }

  finding(finding: Finding, probe: string): Wording {
    if (finding.kind === 'measurement') return this.#measured(finding, probe);
    const { cause, says } = finding;
    const beside = { expected: wordsOf(probe, this.#language)?.good ?? null, actual: null };
    const own = causeInWords(cause, this.#language);
    // A sentence that an earlier version stored is in English: to others it is a quotation behind words of their own.
    if (says.id !== 'quoted' || this.#language === 'en' || own === null) return this.#wording(says, beside);
    const clause = `${own}: ${this.brief(says)}`;
    return { sentence: asSentence(clause), clause, brief: own, ...beside };
  }

  #wording(says: Statement, beside: Pick<Wording, 'expected' | 'actual'>): Wording {
    return { sentence: this.sentence(says), clause: this.#whole(says), brief: this.brief(says), ...beside };
  }

  #measured({ id, value, bound, side, unit, because }: MeasurementFinding, probe: string): Wording {
    const format = formatFor(this.#language);
    const words = bounds[this.#language];
    const isNoneWanted = unit === 'count' && bound === 0 && side === 'at-most';
    // Its bound is where the warning begins, not what was promised.
    const isWarning = specOf(probe)?.measurements[id]?.nudges === true;
    const actual = format.beside(value, bound, unit);
    const limit = (side === 'at-most' ? words.atMost : words.atLeast)(format.measured(bound, unit));
    const beside = isNoneWanted || isWarning ? { expected: null, actual: null } : { expected: limit, actual };
    // A count says less than what was counted.
    if (unit === 'count' && because !== undefined) return this.#wording(because, beside);
    const brief = measurementWords(probe, id, this.#language)?.(actual) ?? words.measurement(id, actual);
    const isWithin = side === 'at-most' ? value <= bound : value >= bound;
    const what = isWithin || isNoneWanted || isWarning ? brief : `${brief}${words.insteadOf(limit)}`;
    const clause = because === undefined ? what : `${stopped(what)} ${this.sentence(because)}`;
    return { sentence: asSentence(clause), clause, brief, ...beside };
  }
}

/** Null for no cause, and for one that this version does not know. */
export function causeInWords(cause: string | null, language: Language): string | null {
  return cause !== null && isCause(cause) ? causes[language][cause] : null;
}

function measurementWords(probe: string, id: string, language: Language): ((value: string) => string) | undefined {
  const all: Readonly<Partial<Record<string, (value: string) => string>>> = wordsOf(probe, language)?.measurement ?? {};
  return all[id];
}

/** With a capital and a full stop; an address or a host's name at the beginning stays as it is. */
export function asSentence(clause: string): string {
  const isName = /^(\S*[@/]|[a-z0-9-]+\.[a-z0-9]|localhost)/.test(clause);
  return stopped(isName ? clause : `${clause.charAt(0).toUpperCase()}${clause.slice(1)}`);
}

/** With a full stop, as it ends a line. */
export function stopped(text: string): string {
  return text === '' || /[.!?…]["»]?$/.test(text) ? text : `${text}.`;
}

const textsByLanguage = new Map<Language, Readonly<Record<string, Text>>>();

function phrasebookOf(language: Language, now: string | undefined): Phrasebook {
  const texts = textsByLanguage.get(language) ?? textsOf(language);
  textsByLanguage.set(language, texts);
  return new Phrasebook(language, texts, now);
}

/**
 * In whole sentences: what is so, and what to do about it.
 * @param now when it is read, for "today at 13:00"; without it, moments carry their date and year
 */
export function wordStatement(statement: Statement, language: Language, now?: string): string {
  return phrasebookOf(language, now).sentence(statement);
}

/**
 * @param probe whose words name the measurement and the state to be in
 * @param now when it is read, for "today at 13:00"; without it, moments carry their date and year
 */
export function wordFinding(finding: Finding, probe: string, language: Language, now?: string): Wording {
  return phrasebookOf(language, now).finding(finding, probe);
}
