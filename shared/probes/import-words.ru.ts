import type { Texts } from '../model/format.ts';
import type { CellFault, ImportStatements } from './import-statements.ts';

const fields: Readonly<Record<string, string>> = {
  score: 'с оценкой от 0 до 10',
  at: 'с датой',
  comment: 'с комментарием',
  id: 'с номером ответа',
  customer: 'с клиентом',
};

const faults: Readonly<Record<CellFault, string>> = {
  'no-score': 'не является целым числом от 0 до 10',
  'no-date': 'не является датой, которую можно прочитать',
  'ambiguous-date': 'может означать два разных дня',
  future: 'относится к будущему',
};

const nameColumn = (field: string): string =>
  `Назовите нужный столбец в touchpoints.yaml (columns: { ${field}: ... }).`;

export const ru: Texts<ImportStatements> = {
  'import/no-folder': () => 'здесь нет папки, из которой можно читать файлы',
  'import/no-files': ({ where }, { quote }) => [
    `в папке ${quote(where, 200)} нет ни одного файла CSV`,
    'Положите туда выгрузку: следующая проверка её прочитает.',
  ],
  'import/no-column': ({ file, field, named, has }, { quote, list }) => [
    named === null
      ? `в файле ${quote(file)} не удалось найти столбец ${fields[field] ?? field}`
      : `в файле ${quote(file)} нет столбца ${quote(named)}`,
    ...(has.length === 0 ? [] : [`Столбцы в нём такие: ${list(has.map((name) => quote(name)))}.`]),
    nameColumn(field),
  ],
  'import/which-column': ({ file, field, columns }, { quote, list }) => [
    `в файле ${quote(file)} на столбец ${fields[field] ?? field} похожи сразу несколько: ${list(columns.map((name) => quote(name)))}`,
    nameColumn(field),
  ],
  'import/open-quotation': ({ file, row }, { quote }) => [
    `файл ${quote(file)} не читается дальше строки ${row}: кавычка открыта, но не закрыта`,
    'Выгрузите файл ещё раз или исправьте эту строку.',
  ],
  'import/cut-off': ({ file, row }, { quote }) => [
    `файл ${quote(file)} обрывается посреди строки ${row}`,
    'Скопируйте или выгрузите его ещё раз.',
  ],
  'import/growing': ({ file }, { quote }) => [
    `файл ${quote(file)} ещё записывается`,
    'Его прочитает следующая проверка.',
  ],
  'import/bad-cells': ({ file, faults: first, count }, { quote, number }) => [
    `в файле ${quote(file)} есть значения, которые не могут быть верными: ${first
      .map(
        ({ row, column, fault, value }) =>
          `строка ${row}, столбец ${quote(column)}: ${value === null ? 'значение' : quote(value)} ${faults[fault]}`,
      )
      .join('; ')}`,
    ...(count > first.length ? [`Всего таких значений: ${number(count)}.`] : []),
    first.some(({ fault }) => fault === 'ambiguous-date')
      ? 'Исправьте их или укажите в touchpoints.yaml, как понимать даты («dates: day-first» или «dates: month-first»).'
      : 'Исправьте их. До этого показатель не считается: по одним остальным строкам он вышел бы другим.',
  ],
};
