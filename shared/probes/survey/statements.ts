import { sayer } from '../../model/finding.ts';
import type { ImportStatements } from '../import-statements.ts';

/** A score with how far it may be off, and from how many answers it is. */
interface Scored {
  readonly score: number;
  readonly margin: number;
  readonly answers: number;
}

/** The answers of the last so many days. */
interface Window extends Scored {
  readonly days: number;
}

/** What the probe may have to say. */
export type SurveyStatements = ImportStatements & {
  /** @param before the score of as many days before those */
  readonly 'survey/score': Readonly<Window> & { readonly before: Readonly<Scored> };
  readonly 'survey/fell': Readonly<Window> & { readonly before: Readonly<Scored> };
  /** There is nothing to compare it with. @param before how many answers there are of the days before; @param fewest how many it takes */
  readonly 'survey/first-score': Readonly<Window> & { readonly before: number; readonly fewest: number };
  readonly 'survey/too-few': {
    readonly days: number;
    readonly promoters: number;
    readonly passives: number;
    readonly detractors: number;
    readonly fewest: number;
  };
  /** The answers are on another scale than 0 to 10. @param largest the highest of them */
  readonly 'survey/other-scale': {
    readonly file: string;
    readonly column: string;
    readonly largest: number;
    readonly answers: number;
  };
};

export const saySurvey = sayer<SurveyStatements>();
