import type { CallField } from '../../model/call-field.ts';
import type { Texts } from '../../model/format.ts';
import type { CallStatements } from './call-statements.ts';

/** What a file cannot do without. */
const needed: Partial<Record<CallField, string>> = {
  time: 'the time of the call',
  from: 'the number that called',
  to: 'the number that was called',
  status: 'the outcome of the call',
};

function wanted(field: CallField): string {
  return needed[field] ?? field;
}

function list(columns: readonly string[], quote: (text: string) => string): string {
  return columns.map((each) => quote(each)).join(', ');
}

export const enCalls: Texts<CallStatements> = {
  'responses/no-call-folder': () =>
    'call records in files (source: csv) are read from a folder or from the bucket, and there is neither here',
  'responses/no-call-files': ({ where }) =>
    `there is no CSV file in ${where}; let the phone system write its call records there`,
  'responses/no-numbers': () => 'touchpoints.yaml has no numbers for this phone',
  'responses/missing-column': ({ file, missing, named, has }, { quote }) =>
    named === null
      ? `the file ${file} has no column with ${wanted(missing)} (it has ${list(has, quote)}); if it is called something else, add columns: { ${missing}: "<its name>" }`
      : `the file ${file} has no column ${quote(named)}, which columns.${missing} names (it has ${list(has, quote)})`,
  'responses/open-quotation': ({ file, row }) =>
    `in ${file}, a quotation mark at or after row ${row} is never closed; export the file again`,
  'responses/no-row-read': ({ file, row, field }, { quote }) =>
    `no row of ${file} can be read (in row ${row}, the fault is in ${quote(field)})`,
  'responses/rows-unread': ({ file, rows, row, field }, { counted, quote }) =>
    `${counted(rows, { one: 'row', other: 'rows' })} of ${file} could not be read (row ${row}: ${quote(field)}); those calls are not counted`,
  'responses/old-records': ({ where, newestAt, timeZone }, { moment }) =>
    newestAt === null
      ? `the files in ${where} contain no call`
      : `the newest call in ${where} is from ${moment(newestAt, timeZone)}; check that the phone system still writes its records there`,
};
