import { type Statement, sayer } from '../../model/finding.ts';

/** How many visits are spoken of, and when the newest was. */
type Assessed = { readonly n: number; readonly newestAt: string; readonly timeZone: string };

/** @param unread files that could not be read as a whole */
type Read = { readonly unread: readonly Statement[] };

/** What the probe may have to say. Shares are from 0 to 1. */
export type ScorecardStatements = {
  /** @param agreement of two evaluators of the same visits; null where there are none */
  readonly 'scorecard/summary': Assessed &
    Read & { readonly title: string; readonly score: number; readonly agreement: number | null };
  /** @param weakest the section with the lowest score, where there are several */
  readonly 'scorecard/visits': Assessed &
    Read & { readonly weakest: { readonly title: string; readonly score: number } | null };
  /** @param asked the first question that failed; @param at at which visit; @param others so many more failed */
  readonly 'scorecard/critical': Assessed &
    Read & { readonly asked: string; readonly at: string; readonly others: number; readonly score: number | null };
  /** @param template what `touchlight score new` is given; @param where the folder in which no answers are */
  readonly 'scorecard/no-visits': Read & { readonly template: string; readonly where: string };
  readonly 'scorecard/outdated': Assessed & Read & { readonly validForDays: number; readonly score: number | null };
  readonly 'scorecard/too-few-answers': Assessed & Read & { readonly answeredShare: number };
  readonly 'scorecard/file-unread': { readonly file: string };
  /** @param places rows and answers that were left out; @param row of the first; @param column its heading */
  readonly 'scorecard/rows-unread': {
    readonly file: string;
    readonly places: number;
    readonly row: number | null;
    readonly column: string | null;
  };
  /** @param visits that have the name of a visit on another day */
  readonly 'scorecard/names-taken': { readonly file: string; readonly visits: number };
  /** Where no files can be read. */
  readonly 'scorecard/no-folders': Readonly<Record<string, never>>;
};

export const sayScorecard = sayer<ScorecardStatements>();
