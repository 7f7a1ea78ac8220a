import type { CallField } from '../../model/call-field.ts';
import type { Texts } from '../../model/format.ts';
import type { CallStatements } from './call-statements.ts';

/** What a file cannot do without. */
const needed: Partial<Record<CallField, string>> = {
  time: 'час дзвінка',
  from: 'номер, з якого дзвонили',
  to: 'номер, на який дзвонили',
  status: 'результат дзвінка',
};

function wanted(field: CallField): string {
  return needed[field] ?? field;
}

function list(columns: readonly string[], quote: (text: string) => string): string {
  return columns.map((each) => quote(each)).join(', ');
}

export const ukCalls: Texts<CallStatements> = {
  'responses/no-call-folder': () =>
    'файли із записами дзвінків («source: csv») зчитуються з теки або зі сховища S3, а тут немає ні того, ні іншого',
  'responses/no-call-files': ({ where }) =>
    `у теці ${where} немає жодного файлу CSV; налаштуйте АТС так, щоб вона записувала дзвінки туди`,
  'responses/no-numbers': () => 'у touchpoints.yaml для цього телефону не вказано номерів',
  'responses/missing-column': ({ file, missing, named, has }, { quote }) =>
    named === null
      ? `у файлі ${file} немає стовпця, де вказано ${wanted(missing)} (є: ${list(has, quote)}); якщо він зветься інакше, додайте columns: { ${missing}: "<назва>" }`
      : `у файлі ${file} немає стовпця ${quote(named)}, вказаного в columns.${missing} (є: ${list(has, quote)})`,
  'responses/open-quotation': ({ file, row }) =>
    `у файлі ${file} у рядку ${row} або далі не закрито лапки; вивантажте файл ще раз`,
  'responses/no-row-read': ({ file, row, field }, { quote }) =>
    `жодного рядка файлу ${file} не вдається прочитати (у рядку ${row} хибне значення ${quote(field)})`,
  'responses/rows-unread': ({ file, rows, row, field }, { quote }) =>
    `нечитабельних рядків у файлі ${file}: ${rows} (перший – ${row}: ${quote(field)}); ці дзвінки не враховано`,
  'responses/old-records': ({ where, newestAt, timeZone }, { moment }) =>
    newestAt === null
      ? `у файлах теки ${where} немає жодного дзвінка`
      : `останній дзвінок у теці ${where} був ${moment(newestAt, timeZone)}; перевірте, чи АТС ще записує туди дзвінки`,
};
