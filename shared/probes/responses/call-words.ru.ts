import type { CallField } from '../../model/call-field.ts';
import type { Texts } from '../../model/format.ts';
import type { CallStatements } from './call-statements.ts';

/** What a file cannot do without. */
const needed: Partial<Record<CallField, string>> = {
  time: 'время звонка',
  from: 'номер, с которого звонили',
  to: 'номер, на который звонили',
  status: 'результат звонка',
};

function wanted(field: CallField): string {
  return needed[field] ?? field;
}

function list(columns: readonly string[], quote: (text: string) => string): string {
  return columns.map((each) => quote(each)).join(', ');
}

export const ruCalls: Texts<CallStatements> = {
  'responses/no-call-folder': () =>
    'файлы с записями звонков («source: csv») читаются из папки или из хранилища S3, а здесь нет ни того, ни другого',
  'responses/no-call-files': ({ where }) =>
    `в папке ${where} нет ни одного файла CSV; настройте АТС так, чтобы она записывала звонки туда`,
  'responses/no-numbers': () => 'в touchpoints.yaml для этого телефона не указаны номера',
  'responses/missing-column': ({ file, missing, named, has }, { quote }) =>
    named === null
      ? `в файле ${file} нет столбца, где указано ${wanted(missing)} (есть: ${list(has, quote)}); если он называется иначе, добавьте columns: { ${missing}: "<название>" }`
      : `в файле ${file} нет столбца ${quote(named)}, указанного в columns.${missing} (есть: ${list(has, quote)})`,
  'responses/open-quotation': ({ file, row }) =>
    `в файле ${file} в строке ${row} или дальше не закрыты кавычки; выгрузите файл ещё раз`,
  'responses/no-row-read': ({ file, row, field }, { quote }) =>
    `ни одну строку файла ${file} не удаётся прочитать (в строке ${row} неверное значение ${quote(field)})`,
  'responses/rows-unread': ({ file, rows, row, field }, { quote }) =>
    `нечитаемых строк в файле ${file}: ${rows} (первая – ${row}: ${quote(field)}); эти звонки не учтены`,
  'responses/old-records': ({ where, newestAt, timeZone }, { moment }) =>
    newestAt === null
      ? `в файлах папки ${where} нет ни одного звонка`
      : `последний звонок в папке ${where} был ${moment(newestAt, timeZone)}; проверьте, записывает ли АТС туда звонки`,
};
