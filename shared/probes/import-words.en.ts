import type { Texts } from '../model/format.ts';
import type { CellFault, ImportStatements } from './import-statements.ts';

const fields: Readonly<Record<string, string>> = {
  score: 'the score from 0 to 10',
  at: 'the date',
  comment: 'the comment',
  id: 'the number of the answer',
  customer: 'the customer',
};

const faults: Readonly<Record<CellFault, string>> = {
  'no-score': 'is not a whole number from 0 to 10',
  'no-date': 'is not a date that Touchlight can read',
  'ambiguous-date': 'could mean two different days',
  future: 'is in the future',
};

const nameColumn = (field: string): string => `Name the right one in touchpoints.yaml (columns: { ${field}: ... }).`;

export const en: Texts<ImportStatements> = {
  'import/no-folder': () => 'there is no folder to read files from here',
  'import/no-files': ({ where }, { quote }) => [
    `there is no CSV file in ${quote(where, 200)}`,
    'Put an export there. It is read at the next run.',
  ],
  'import/no-column': ({ file, field, named, has }, { quote, list }) => [
    named === null
      ? `the file ${quote(file)} has no column that is clearly ${fields[field] ?? field}`
      : `the file ${quote(file)} has no column ${quote(named)}`,
    ...(has.length === 0 ? [] : [`Its columns are ${list(has.map((name) => quote(name)))}.`]),
    nameColumn(field),
  ],
  'import/which-column': ({ file, field, columns }, { quote, list }) => [
    `in the file ${quote(file)}, more than one column could be ${fields[field] ?? field}: ${list(columns.map((name) => quote(name)))}`,
    nameColumn(field),
  ],
  'import/open-quotation': ({ file, row }, { quote }) => [
    `the file ${quote(file)} cannot be read after row ${row}: a quotation mark is opened and never closed`,
    'Export it again, or correct that row.',
  ],
  'import/cut-off': ({ file, row }, { quote }) => [
    `the file ${quote(file)} ends in the middle of row ${row}`,
    'Copy or export it again.',
  ],
  'import/growing': ({ file }, { quote }) => [
    `the file ${quote(file)} is still being written`,
    'The next run reads it.',
  ],
  'import/bad-cells': ({ file, faults: first, count }, { quote, number }) => [
    `the file ${quote(file)} has values that cannot be right: ${first
      .map(
        ({ row, column, fault, value }) =>
          `row ${row}, column ${quote(column)}: ${value === null ? 'the value' : quote(value)} ${faults[fault]}`,
      )
      .join('; ')}`,
    ...(count > first.length ? [`In all, ${number(count)} values are wrong.`] : []),
    first.some(({ fault }) => fault === 'ambiguous-date')
      ? 'Correct them, or say in touchpoints.yaml how dates are meant (dates: day-first or month-first).'
      : 'Correct them. Until then nothing is counted, because the other rows alone would give a different figure.',
  ],
};
