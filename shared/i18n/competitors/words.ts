import type { PluralForms } from '../../model/format.ts';

/** What the weekly mail and the report say of competitors' sites beside the own one. */
export interface CompetitorWords {
  readonly heading: string;
  readonly column: Readonly<Record<'site' | 'content' | 'visitors' | 'contact' | 'answering', string>>;
  /** The own site in the table. */
  readonly own: string;
  /** @param theirs "Bean House: 2.2 s, Roastery: 4.0 s" */
  readonly lead: (own: string, theirs: string) => string;
  readonly atOnce: string;
  readonly taps: PluralForms;
  readonly noContact: string;
  readonly notYet: (name: string, why: string) => string;
  /** Nights on which both sides were measured. */
  readonly nights: (compared: number, needed: number) => string;
  /** The own page was not measured in the same hours. */
  readonly lacksOwn: string;
  /** @param showsVisitors the column of real visitors, in which a dash means something else */
  readonly method: (showsVisitors: boolean) => string;
  /** What the column of real visitors shows. */
  readonly visitors: string;
  /** Rules on comparative advertising. */
  readonly ownUse: string;
}
