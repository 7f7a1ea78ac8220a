import { type Statement, sayer } from '../../model/finding.ts';

/** Somebody who waits. */
type Wait = {
  /** To what they wrote; the platform's name where it gives none. */
  readonly link: string;
  /** Business minutes. */
  readonly waitedMinutes: number;
  /** When the promise ends; null when the business never opens. */
  readonly dueAt: string | null;
};

type LongestWait = Wait & {
  /** How many more are in the same state. */
  readonly others: number;
  /** The business's, for the times. */
  readonly timeZone: string;
};

/** What the probe may have to say of what it saw. */
export type ResponsesStatements = {
  readonly 'responses/overdue': LongestWait;
  readonly 'responses/waiting': LongestWait;
  /** Somebody is about to wait too long. `others` are not among the `waits`. */
  readonly 'responses/nudge': { readonly waits: readonly Wait[]; readonly others: number; readonly timeZone: string };
  readonly 'responses/summary': {
    readonly platform: string;
    readonly waiting: number;
    /** What the platform does not show. */
    readonly blindSpots: readonly Statement[];
  };
  readonly 'responses/still-reading': { readonly platform: string };
};

export const sayResponses = sayer<ResponsesStatements>();
