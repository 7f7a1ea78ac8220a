import { formatFor } from '../format.ts';
import type { DetailWords } from './detail-words.ts';

const { counted } = formatFor('uk');

/** «після 2 запусків» */
function afterRuns(n: number, light: readonly [one: string, many: string]): string {
  if (n === 1) return `після першого ж ${light[0]} запуску`;
  return `після ${counted(n, { one: `${light[0]} запуску`, other: `${light[1]} запусків` })} поспіль`;
}

export const uk: DetailWords = {
  everyOne: { minute: 'щохвилини', hour: 'щогодини', day: 'раз на добу' },
  every: (span) => `раз на ${span}`,
  span: {
    minute: { one: 'хвилину', few: 'хвилини', many: 'хвилин', other: 'хвилини' },
    hour: { one: 'годину', few: 'години', many: 'годин', other: 'години' },
    day: { one: 'день', few: 'дні', many: 'днів', other: 'дня' },
  },
  silent: (since, light) => `Не вимірювали з ${since}. Останній відомий стан: ${light}.`,
  clockAhead: 'Останній запуск має дату з майбутнього, тож не рахується.',
  heading: {
    checks: 'Перевірки',
    comments: 'Що написали клієнти',
    days: 'День за днем',
    past: 'Минулі інциденти',
    maintenance: 'Технічні роботи',
    found: 'Що показав останній запуск',
    bounds: 'Пороги',
    policy: 'Коли надходять сповіщення',
    runs: 'Останні запуски',
    weeks: 'Тижневі звіти',
  },
  incident: {
    none: 'Інцидентів ще не було.',
    nonePast: 'Завершених інцидентів ще немає.',
    lasted: (length) => `тривав ${length}`,
    older: 'Давніші інциденти',
    newest: 'До найновіших',
    among: (count) => `Серед останніх інцидентів цієї точки контакту: ${count}.`,
    more: (count) =>
      `Відкрито ще ${counted(count, { one: 'інцидент', few: 'інциденти', many: 'інцидентів', other: 'інциденту' })}.`,
  },
  maintenance: {
    none: 'Технічних робіт не заплановано.',
    by: (who) => `Оголошено: ${who}.`,
  },
  runNowOf: (check) => `Запустити зараз: ${check}`,
  waiting: {
    longest: (length) => `Найдовше чекають уже ${length} робочого часу.`,
    operatorsOnly: 'Імена й повідомлення бачать лише оператори.',
  },
  comments: {
    none: 'В останніх відповідях коментарів немає.',
    operatorsOnly: 'Коментарі бачать лише оператори.',
    scored: (score, at) => `${score} з 10, ${at}`,
    more: (count) =>
      `Збережено ще ${counted(count, { one: 'коментар', few: 'коментарі', many: 'коментарів', other: 'коментаря' })}.`,
  },
  column: {
    when: 'Коли',
    light: 'Стан',
    measured: 'Показник',
    green: 'Зелене',
    red: 'Червоне',
    attempts: 'Спроби',
    what: 'Що виявлено',
    evidence: 'Матеріали',
  },
  bound: {
    atMost: (value) => `до ${value}`,
    atLeast: (value) => `${value} і більше`,
    orMore: (value) => `від ${value}`,
    orLess: (value) => `${value} і менше`,
    neverRed: 'ніколи',
  },
  noBounds: 'Чисел ця перевірка не оцінює: або працює, або ні.',
  asSoonAs: { red: 'Стає червоним, щойно виявлено', yellow: 'Стає жовтим, щойно виявлено' },
  policy: {
    opens: (n) => `Інцидент відкривається ${afterRuns(n, ['жовтого чи червоного', 'жовтих чи червоних'])}.`,
    ends: (n) => `Він завершується ${afterRuns(n, ['зеленого', 'зелених'])}.`,
    reminds: (every) => `Поки він відкритий і ніхто не взяв його в роботу, нагадування надходить ${every}.`,
    remindsNever: 'Нагадувань немає.',
    blind: (after) => `Якщо виміряти не вдається ${after}, про це дізнаються ті, хто обслуговує Touchlight.`,
    yellowInHours: 'Про жовте сповіщаємо лише в робочий час.',
    runsInHours: 'Працює лише в робочий час.',
  },
  noRuns: 'Жодного запуску ще не збережено.',
  judgedNow: (count) => `Останні запуски (${count}), оцінені за сьогоднішніми порогами.`,
  weeks: {
    none: 'Тижневих звітів ще немає. Перший з’явиться, коли завершиться тиждень.',
    operatorsOnly: 'У тижневих звітах є слова клієнтів, тож відкрити їх можуть лише оператори.',
  },
};
