import { type Statement, sayer } from '../../model/finding.ts';

/** The profile at Google, the page at Facebook, touchpoints.yaml. */
export type OtherPlace = 'google' | 'facebook' | 'file';

/** Where something is said of the business. Short, because long lists are cut where a finding is kept. */
export type FactPlaces = {
  /** Paths of the pages on which it is written. */
  readonly pages: readonly string[];
  /** Of those whose structured data says it. */
  readonly data: readonly string[];
  readonly others: readonly OtherPlace[];
};

export type FactName = 'name' | 'phone' | 'address' | 'hours' | 'closed';

/** Facts, and the places that give them. */
export type FactsAtPlaces = {
  readonly agreed: readonly FactName[];
  readonly places: FactPlaces;
};

export type FactDifference = {
  readonly fact: FactName;
  /** Of hours, a digit for each day: "056" is Monday and the weekend; otherwise empty. */
  readonly days: string;
  readonly versions: readonly {
    /** Of hours each shift, and none where there are none; of a phone with an extension `+380441234567;ext=5`; of a business that is closed `for-now` or `for-good`. */
    readonly values: readonly string[];
    readonly places: FactPlaces;
  }[];
};

/** What the probe may have to say. */
export type SameFactsStatements = {
  /**
   * @param more facts on which other places agree; earlier versions did not tell them apart
   * @param uncompared what other places give and cannot be compared with these
   */
  readonly 'same-facts/agree': FactsAtPlaces & {
    readonly more?: readonly FactsAtPlaces[];
    readonly uncompared?: readonly FactsAtPlaces[];
    readonly remarks: readonly Statement[];
  };
  /** @param others further differences, which are only counted */
  readonly 'same-facts/differ': {
    readonly differences: readonly FactDifference[];
    readonly others: number;
    readonly remarks: readonly Statement[];
  };
  readonly 'same-facts/nothing': { readonly places: FactPlaces; readonly remarks: readonly Statement[] };
  /** What could be read agrees, and the rest says nothing yet. */
  readonly 'same-facts/unread': { readonly unread: readonly Statement[]; readonly remarks: readonly Statement[] };
  /** A profile at Google or a page at Facebook. @param secret its name */
  readonly 'same-facts/refused': {
    readonly kind: 'google' | 'facebook';
    readonly why: 'access' | 'permission' | 'setup' | 'gone' | 'quota' | 'later';
    readonly secret: string;
    readonly clue: Statement;
  };
  /** @param status of the answer; null where there was none */
  readonly 'same-facts/site-unread': { readonly path: string; readonly status: number | null };
  readonly 'same-facts/needs-browser': { readonly path: string };
};

export const saySameFacts = sayer<SameFactsStatements>();
