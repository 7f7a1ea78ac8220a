import { shapes } from '../../shared/look/lights.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Zone } from '../../shared/model/enquiry.ts';
import type { Light } from '../../shared/model/light.ts';

/** The mail in words, before it is laid out: HTML and text say the same. Everything here is plain text. */
export interface DigestView {
  readonly language: Language;
  readonly subject: string;
  readonly business: string;
  /** "Week 47, 16–22 November 2026" */
  readonly period: string;
  /** "2 red, 1 yellow" */
  readonly verdict: string;
  readonly light: Light;
  readonly headline: string;
  readonly notes: readonly string[];
  /** Null where nobody looks for customers' messages. */
  readonly enquiries: EnquiriesView | null;
  readonly actions: Section<ActionView>;
  readonly noActions: string | null;
  readonly moreActions: string | null;
  readonly plan: PlanView;
  /** Null where nothing repeats, or nobody reads what customers write. */
  readonly themes: ThemesView | null;
  readonly places: PlacesView;
  readonly touchpoints: Section<TouchpointView>;
  /** What is said of touchpoints that are not shown. */
  readonly rest: string | null;
  readonly unseen: Section<string>;
  readonly small: readonly string[];
  readonly report: LinkView | null;
  /** The live page. */
  readonly page: LinkView | null;
}

/** What customers keep saying: complaints, then praise. */
export interface ThemesView extends Section<ThemeView> {
  readonly notes: readonly string[];
}

interface ThemeView {
  readonly side: 'complaint' | 'praise';
  /** "Nobody answers or calls back: 5 people in 30 days (1 in the 30 days before)" */
  readonly text: string;
  /** "Google reviews 3, Facebook 2" */
  readonly where: string;
  readonly quotes: readonly { readonly text: string; readonly link: LinkView | null }[];
}

/** What became of the plan since the last mail, and what is done well. */
export interface PlanView extends Section<PlanLineView> {
  readonly more: string | null;
  readonly keep: Section<string>;
}

interface PlanLineView {
  /** Null of the business's own actions, which have none. */
  readonly light: Light | null;
  readonly text: string;
}

export interface Section<T> {
  readonly heading: string;
  readonly items: readonly T[];
}

interface LinkView {
  readonly text: string;
  readonly url: string;
}

/** A label and what it says: "Who: your web developer". */
export interface Pair {
  readonly label: string;
  readonly text: string;
}

/** Who wrote or called in the week, and how they fared. */
export interface EnquiriesView {
  readonly heading: string;
  /** "9 customers needed an answer this week." */
  readonly lead: string;
  readonly wait: string | null;
  /** Read aloud before the zones. */
  readonly bar: string;
  /** Those with customers. */
  readonly zones: readonly ZoneView[];
  /** There may be more: a bar that is all green would say too much. */
  readonly mayBeMore: boolean;
  readonly columns: Readonly<Record<'channel' | 'customers' | 'inTime' | 'wait', string>>;
  readonly channels: readonly ChannelView[];
  readonly notes: readonly string[];
  /** Who waits too long, and who does not yet. */
  readonly waiting: readonly WaitingView[];
}

export interface WaitingView extends Section<OverdueView> {
  /** How many are not shown. */
  readonly more: string | null;
}

export interface ZoneView {
  readonly zone: Zone;
  readonly shape: string;
  readonly count: number;
  /** "answered in time" */
  readonly says: string;
}

interface ChannelView {
  readonly channel: string;
  readonly customers: string;
  readonly inTime: string;
  readonly wait: string;
}

export interface ActionView {
  readonly light: Light;
  readonly what: string;
  readonly todo: string;
  readonly pairs: readonly Pair[];
}

/** A light as word and shape, because colour alone does not carry it. */
export interface LightView {
  readonly light: Light | null;
  readonly word: string;
  readonly shape: string;
}

/** The sheet of the audit. */
export interface PlacesView {
  readonly heading: string;
  readonly columns: Readonly<Record<'place' | 'state', string>>;
  /** In the order of the audit, those that nobody watches among them. */
  readonly rows: readonly PlaceView[];
  /** "Not watched yet: phone." */
  readonly notYet: string | null;
}

export interface PlaceView {
  readonly name: string;
  readonly isWatched: boolean;
  readonly light: LightView;
  /** What is wrong there; null where nothing is. Or how to begin to watch it; what is to be typed stands between backticks. */
  readonly state: string | null;
  /** "2 touchpoints: Facebook, YouTube" */
  readonly watchedBy: string | null;
  /** "measured Mon 23 Nov, 07:55" */
  readonly measured: string | null;
}

export interface TouchpointView {
  readonly name: string;
  readonly light: LightView;
  readonly strip: readonly (LightView & { readonly day: string })[];
  /** "Week before: red. Trouble for 9 hours in all." */
  readonly summary: string;
  readonly columns: { readonly what: string; readonly now: string; readonly before: string };
  readonly figures: readonly FigureView[];
  readonly troubles: Section<TroubleView>;
  readonly overdue: Section<OverdueView>;
  readonly moreOverdue: string | null;
}

export interface FigureView {
  readonly label: string;
  readonly now: string;
  readonly before: string;
  readonly bad: boolean;
}

export interface TroubleView {
  readonly light: LightView;
  readonly title: string;
  /** "9 hours, since Tue 17 Nov, 14:05 (still so)" */
  readonly length: string;
  /** What a probe saw; partly from a page, so only data. */
  readonly seen: readonly Pair[];
  readonly spans: readonly string[];
}

export interface OverdueView {
  /** "Ann K.: “Where is my order?”" */
  readonly who: string;
  readonly waits: string;
  readonly link: LinkView | null;
}

export const zoneShapes: Readonly<Record<Zone, string>> = { ...shapes, waiting: '◇' };
export const nothing = '–';

/** A number and its unit stay on one line; what stands in brackets behind them may go to the next. */
export function unbroken(text: string): string {
  return text.replaceAll(/ (?!\()/g, '\u00a0');
}
