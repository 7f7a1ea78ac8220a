import type { CallField } from '../../model/call-field.ts';

/** What is wrong with the call records of a phone. @param row of the file, its header included */
export type CallStatements = {
  /** Files are read on a laptop only. */
  readonly 'responses/no-call-folder': Readonly<Record<string, never>>;
  readonly 'responses/no-call-files': { readonly where: string };
  readonly 'responses/no-numbers': Readonly<Record<string, never>>;
  /** @param named as touchpoints.yaml names it; null where it names none @param has the columns that are there */
  readonly 'responses/missing-column': {
    readonly file: string;
    readonly missing: CallField;
    readonly named: string | null;
    readonly has: readonly string[];
  };
  readonly 'responses/open-quotation': { readonly file: string; readonly row: number };
  readonly 'responses/no-row-read': { readonly file: string; readonly row: number; readonly field: CallField };
  /** Some rows; the others were read. @param row the first of them */
  readonly 'responses/rows-unread': {
    readonly file: string;
    readonly rows: number;
    readonly row: number;
    readonly field: CallField;
  };
  /** @param newestAt of the newest call; null where there is none */
  readonly 'responses/old-records': {
    readonly where: string;
    readonly newestAt: string | null;
    readonly timeZone: string;
  };
};
