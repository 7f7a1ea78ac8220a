import type { Language, TouchpointKind } from '../model/business.ts';
import type { PluralForms } from '../model/format.ts';
import type { Light } from '../model/light.ts';
import type { FigureId, Role } from '../model/week-figure.ts';
import type { TroubleWords } from '../probes/probe-words.ts';

/** Everything that the weekly mail and the report say in one language, beside names, numbers and what pages said. */
export interface DigestWords {
  readonly language: Language;
  /** BCP 47: dates, numbers and plurals follow it. */
  readonly locale: string;
  readonly light: Readonly<Record<Light, string>>;
  /** How many touchpoints have that light: "2 red". */
  readonly lights: Readonly<Record<Light, PluralForms>>;
  readonly kind: Readonly<Record<TouchpointKind, string>>;
  /** Of a probe that this version does not have. */
  readonly otherTrouble: TroubleWords;
  readonly figure: Readonly<Record<FigureId, string>>;
  readonly role: Readonly<Record<Role, string>>;
  /** Behind some names of many. */
  readonly andMore: (count: number) => string;
  readonly lasting: (what: string, length: string) => string;
  /** How many customers wait too long, and for how much business time at most. */
  readonly waited: (count: number, at: string, length: string) => string;
  /** Who must be answered, or called back, by when: `deadline` is "by 13:20 today". */
  readonly mustAnswer: (count: number, at: string, deadline: string) => string;
  readonly mustCallBack: (count: number, at: string, deadline: string) => string;
  /** Behind what else waits for an answer until then. */
  readonly until: (what: string, deadline: string) => string;
  readonly week: (number: number) => string;
  readonly subject: {
    readonly allGreen: (count: number) => string;
    readonly nothingToDo: string;
    readonly overNow: (what: string) => string;
    readonly unseen: (name: string) => string;
    readonly notAllMeasured: string;
    readonly nothingMeasured: string;
    readonly nothingWatched: string;
  };
  readonly headline: {
    /** @param since null where it says nothing */
    readonly worst: (what: string, since: string | null) => string;
    /** What must be done in time. */
    readonly urgent: (what: string) => string;
    /** What was open when it was last measured. */
    readonly lastKnown: (what: string, since: string) => string;
    readonly over: (what: string) => string;
    /** Over, and nothing was broken. */
    readonly green: (what: string) => string;
    /** Over, in a week of which not everything is known. */
    readonly overUnseen: (what: string) => string;
    /** Over, while something else has just turned bad. */
    readonly overAndNews: (what: string) => string;
    readonly news: string;
    readonly allWell: string;
    readonly unseen: string;
    readonly nothingMeasured: string;
    readonly nothingWatched: string;
  };
  readonly note: {
    readonly firstWeek: (since: string) => string;
    readonly past: string;
    readonly runningWeek: string;
  };
  readonly heading: Readonly<
    Record<
      'actions' | 'touchpoints' | 'unseen' | 'overdue' | 'overdueCalls' | 'figures' | 'incidents' | 'small',
      string
    >
  >;
  readonly column: Readonly<Record<'what' | 'thisWeek' | 'lastWeek', string>>;
  readonly noActions: string;
  readonly action: {
    readonly why: string;
    readonly gain: string;
    readonly who: string;
    readonly by: string;
    readonly answer: (count: number, name: string) => string;
    /** At touchpoints of several kinds, which no one preposition suits. */
    readonly answerAll: (count: number, names: string) => string;
    /** `which`: " (sales, support)" where there are several; otherwise empty. */
    readonly answerMail: (count: number, which: string) => string;
    readonly callBack: (count: number, which: string) => string;
    readonly callBackTodo: string;
    readonly answerGain: string;
    readonly steady: (title: string, times: string) => string;
    readonly steadyTodo: string;
    readonly steadyGain: string;
    readonly see: (title: string, name: string) => string;
    readonly seeTodo: string;
    readonly seeGain: string;
    readonly since: (moment: string) => string;
    /** Of customers who wait. */
    readonly longestSince: (moment: string, count: number) => string;
    readonly today: string;
    readonly more: (count: number) => string;
  };
  readonly times: PluralForms;
  readonly weekBefore: (light: string) => string;
  readonly noWeekBefore: string;
  readonly troubleFor: (length: string) => string;
  readonly noTrouble: string;
  /** Of a touchpoint whose trouble shows in what covers days or weeks. */
  readonly troubleOverWindow: string;
  /** Of a touchpoint that is in trouble now, but was not within the week. */
  readonly troubleAfter: string;
  /** Of one that has just got into trouble, in a week that is not over. */
  readonly troubleNow: string;
  /** Of a touchpoint where somebody waits in time, but not for long. */
  readonly dueSoon: string;
  readonly nothingSeen: string;
  readonly still: string;
  /** Instead of `still`, where nobody has measured it since: its last light, and when that was. */
  readonly lastKnown: (light: string, at: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly sinceMoment: (from: string) => string;
  /** Of what covers days or weeks, instead of `sinceMoment` and `fromTo`. */
  readonly noticed: (moment: string) => string;
  readonly gone: (moment: string) => string;
  readonly moreIncidents: (count: number) => string;
  /** Before what was found. */
  readonly detail: string;
  /** Before what a probe said in its own words, which are English. */
  readonly ownWords: string;
  readonly notMeasured: string;
  /** @param waited null for nothing yet */
  readonly overdue: (waited: string | null, due: string | null) => string;
  readonly overdueCall: (waited: string | null, due: string | null) => string;
  readonly missedCall: (caller: string, at: string) => string;
  /** What a customer wrote, as it was written. */
  readonly saidBy: (name: string, text: string) => string;
  readonly answerHere: string;
  readonly moreOverdue: (count: number) => string;
  readonly unseen: {
    readonly never: string;
    readonly now: (since: string) => string;
    readonly silent: (since: string) => string;
    /** Followed by what was measured. */
    readonly unjudged: string;
    readonly clockAhead: string;
    readonly often: string;
    readonly missing: string;
    readonly days: (days: string) => string;
  };
  readonly rest: (count: number, green: number) => string;
  readonly runs: (count: string) => string;
  readonly cost: (dollars: string) => string;
  readonly noise: (alerts: number) => string;
  readonly loudest: (check: string, times: string) => string;
  readonly report: string;
  /** On a button that leads to the live page. */
  readonly livePage: string;
  /** Instead of `whyThis` and `stop`, where the mail is only looked at. */
  readonly noReaders: string;
  readonly whyThis: (business: string) => string;
  readonly stop: string;
  /** Of a count: "3 of 5". */
  readonly someOf: (some: string, all: string) => string;
  readonly ofFive: (rating: string) => string;
  readonly ofHundred: (score: string) => string;
  /** Behind a number of seconds. */
  readonly second: string;
  /** What only the report says. */
  readonly full: Readonly<
    Record<
      | 'title'
      | 'trends'
      | 'typicalTrends'
      // Heads what a service knows of the months before.
      | 'histories'
      | 'typical'
      | 'waterfall'
      | 'screenshots'
      | 'contacts'
      | 'request'
      | 'type'
      | 'size'
      | 'time'
      | 'contact'
      | 'mobile'
      | 'desktop'
      | 'inView'
      | 'coveredBy'
      | 'unusable'
      | 'notSeen'
      | 'unfinished'
      | 'writtenAt',
      string
    >
  > & {
    readonly taps: PluralForms;
    readonly latest: (date: string, value: string) => string;
    readonly range: (low: string, high: string) => string;
    /** What the dashed line of a trend means. */
    readonly bound: Readonly<Record<'at-most' | 'at-least', (value: string) => string>>;
    /** By Chromium's word; what has no translation keeps it. */
    readonly requestType: Readonly<Record<string, string>>;
  };
}
