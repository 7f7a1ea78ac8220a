import type { Texts } from '../model/format.ts';
import type { CellFault, ImportStatements } from './import-statements.ts';

const fields: Readonly<Record<string, string>> = {
  score: 'з оцінкою від 0 до 10',
  at: 'з датою',
  comment: 'з коментарем',
  id: 'з номером відповіді',
  customer: 'з клієнтом',
};

const faults: Readonly<Record<CellFault, string>> = {
  'no-score': 'не є цілим числом від 0 до 10',
  'no-date': 'не є датою, яку можна прочитати',
  'ambiguous-date': 'може означати два різні дні',
  future: 'належить до майбутнього',
};

const nameColumn = (field: string): string =>
  `Назвіть потрібний стовпець у touchpoints.yaml (columns: { ${field}: ... }).`;

export const uk: Texts<ImportStatements> = {
  'import/no-folder': () => 'тут немає теки, з якої можна читати файли',
  'import/no-files': ({ where }, { quote }) => [
    `у теці ${quote(where, 200)} немає жодного файлу CSV`,
    'Покладіть туди вивантаження: наступна перевірка його прочитає.',
  ],
  'import/no-column': ({ file, field, named, has }, { quote, list }) => [
    named === null
      ? `у файлі ${quote(file)} не вдалося знайти стовпець ${fields[field] ?? field}`
      : `у файлі ${quote(file)} немає стовпця ${quote(named)}`,
    ...(has.length === 0 ? [] : [`Є такі стовпці: ${list(has.map((name) => quote(name)))}.`]),
    nameColumn(field),
  ],
  'import/which-column': ({ file, field, columns }, { quote, list }) => [
    `у файлі ${quote(file)} на стовпець ${fields[field] ?? field} схожі одразу кілька: ${list(columns.map((name) => quote(name)))}`,
    nameColumn(field),
  ],
  'import/open-quotation': ({ file, row }, { quote }) => [
    `файл ${quote(file)} не читається далі рядка ${row}: лапки відкрито, але не закрито`,
    'Вивантажте файл ще раз або виправте цей рядок.',
  ],
  'import/cut-off': ({ file, row }, { quote }) => [
    `файл ${quote(file)} обривається посеред рядка ${row}`,
    'Скопіюйте або вивантажте його ще раз.',
  ],
  'import/growing': ({ file }, { quote }) => [
    `файл ${quote(file)} ще записується`,
    'Його прочитає наступна перевірка.',
  ],
  'import/bad-cells': ({ file, faults: first, count }, { quote, number }) => [
    `у файлі ${quote(file)} є значення, які не можуть бути правильними: ${first
      .map(
        ({ row, column, fault, value }) =>
          `рядок ${row}, стовпець ${quote(column)}: ${value === null ? 'значення' : quote(value)} ${faults[fault]}`,
      )
      .join('; ')}`,
    ...(count > first.length ? [`Усього таких значень: ${number(count)}.`] : []),
    first.some(({ fault }) => fault === 'ambiguous-date')
      ? 'Виправте їх або вкажіть у touchpoints.yaml, як розуміти дати («dates: day-first» чи «dates: month-first»).'
      : 'Виправте їх. Доти показник не рахується: за самою рештою рядків він вийшов би іншим.',
  ],
};
