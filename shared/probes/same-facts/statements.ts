import { type Statement, sayer } from '../../model/finding.ts';

/** Where something is said of the business. */
export type FactPlace = {
  /** What is written on a page, and its structured data; the profile at Google; the page at Facebook; touchpoints.yaml. */
  readonly kind: 'page' | 'data' | 'google' | 'facebook' | 'file';
  /** Path of the page on the website; null for everything that is none. */
  readonly path: string | null;
};

export type FactName = 'name' | 'phone' | 'address' | 'hours' | 'closed';

export type FactDifference = {
  readonly fact: FactName;
  /** Of hours: 0 is Monday; otherwise empty. */
  readonly days: readonly number[];
  readonly versions: readonly {
    /** Of hours each shift, and none where there are none; of a business that is closed `for-now` or `for-good`. */
    readonly values: readonly string[];
    readonly places: readonly FactPlace[];
  }[];
};

/** What the probe may have to say. */
export type SameFactsStatements = {
  readonly 'same-facts/agree': {
    readonly agreed: readonly FactName[];
    readonly places: readonly FactPlace[];
    readonly remarks: readonly Statement[];
  };
  /** @param others further differences, which are only counted */
  readonly 'same-facts/differ': {
    readonly differences: readonly FactDifference[];
    readonly others: number;
    readonly remarks: readonly Statement[];
  };
  readonly 'same-facts/nothing': { readonly places: readonly FactPlace[]; readonly remarks: readonly Statement[] };
  /** What could be read agrees, and the rest says nothing yet. */
  readonly 'same-facts/unread': { readonly unread: readonly Statement[]; readonly remarks: readonly Statement[] };
  /** A profile at Google or a page at Facebook. @param secret its name */
  readonly 'same-facts/refused': {
    readonly kind: 'google' | 'facebook';
    readonly why: 'access' | 'permission' | 'setup' | 'gone' | 'later';
    readonly secret: string;
    readonly clue: Statement;
  };
  /** @param status of the answer; null where there was none */
  readonly 'same-facts/site-unread': { readonly path: string; readonly status: number | null };
  readonly 'same-facts/needs-browser': { readonly path: string };
};

export const saySameFacts = sayer<SameFactsStatements>();
