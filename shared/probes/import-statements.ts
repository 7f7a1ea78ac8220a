import { sayer } from '../model/finding.ts';

/** What can be wrong with one cell of a file. */
export type CellFault = 'no-score' | 'no-date' | 'ambiguous-date' | 'future';

/** What is said of files that people put into a folder, the same for every probe that reads some. */
export type ImportStatements = {
  /** There is no place for them here. */
  readonly 'import/no-folder': Readonly<Record<string, never>>;
  /** @param where the folder */
  readonly 'import/no-files': { readonly where: string };
  /** @param field what is looked for: `score`; @param named the column that touchpoints.yaml names; @param has the file's columns */
  readonly 'import/no-column': {
    readonly file: string;
    readonly field: string;
    readonly named: string | null;
    readonly has: readonly string[];
  };
  /** Several columns could be it. */
  readonly 'import/which-column': {
    readonly file: string;
    readonly field: string;
    readonly columns: readonly string[];
  };
  readonly 'import/open-quotation': { readonly file: string; readonly row: number };
  readonly 'import/cut-off': { readonly file: string; readonly row: number };
  readonly 'import/growing': { readonly file: string };
  /**
   * @param faults the first of them, with what stands in the cell where that names nobody
   * @param count all of them, in all files
   */
  readonly 'import/bad-cells': {
    readonly file: string;
    readonly faults: readonly {
      readonly row: number;
      readonly column: string;
      readonly fault: CellFault;
      readonly value: string | null;
    }[];
    readonly count: number;
  };
};

export const sayImport = sayer<ImportStatements>();
