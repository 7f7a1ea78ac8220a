import type { PluralForms } from '../../model/format.ts';
import type { Place } from '../../model/place.ts';

/** What mail, report and live page say of the six places of the audit. */
export interface PlaceWords {
  readonly heading: string;
  /** `loyalty`: what belongs to none of the six. */
  readonly place: Readonly<Record<Place | 'loyalty', string>>;
  readonly column: Readonly<Record<'place' | 'state', string>>;
  readonly touchpoints: PluralForms;
  /** Instead of a light. */
  readonly unwatched: string;
  readonly notYet: (places: string) => string;
  /** How to begin; what is to be typed stands between backticks. */
  readonly begin: Readonly<Record<Place, string>>;
  /** Yellow or red for so short a time that it may pass. */
  readonly checkedAgain: string;
  /** How many visits people assessed, and when the newest was. */
  readonly visits: PluralForms;
  readonly newest: (visits: string, at: string) => string;
  /** No visit yet. */
  readonly noVisits: string;
  readonly measured: (at: string) => string;
  /** Of the report's table of criteria by employees. */
  readonly criteria: {
    readonly heading: string;
    readonly question: string;
    readonly everybody: string;
    /** What the numbers in brackets are. */
    readonly note: string;
    readonly more: (people: number) => string;
  };
}
