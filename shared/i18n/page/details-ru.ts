import { formatFor } from '../format.ts';
import type { DetailWords } from './detail-words.ts';

const { counted } = formatFor('ru');

/** «после 2 запусков» */
function afterRuns(n: number, light: readonly [one: string, many: string]): string {
  if (n === 1) return `после первого же ${light[0]} запуска`;
  return `после ${counted(n, { one: `${light[0]} запуска`, other: `${light[1]} запусков` })} подряд`;
}

export const ru: DetailWords = {
  everyOne: { minute: 'каждую минуту', hour: 'каждый час', day: 'раз в сутки' },
  every: (span) => `раз в ${span}`,
  span: {
    minute: { one: 'минуту', few: 'минуты', many: 'минут', other: 'минуты' },
    hour: { one: 'час', few: 'часа', many: 'часов', other: 'часа' },
    day: { one: 'день', few: 'дня', many: 'дней', other: 'дня' },
  },
  silent: (since, light) => `Не измерялось с ${since}. Последнее известное состояние: ${light}.`,
  clockAhead: 'Последний запуск датирован будущим, поэтому не учитывается.',
  heading: {
    checks: 'Проверки',
    comments: 'Что написали клиенты',
    days: 'День за днём',
    past: 'Прошлые инциденты',
    maintenance: 'Технические работы',
    found: 'Что показал последний запуск',
    bounds: 'Пороги',
    policy: 'Когда приходят уведомления',
    runs: 'Последние запуски',
    weeks: 'Недельные отчёты',
  },
  incident: {
    none: 'Инцидентов ещё не было.',
    nonePast: 'Завершённых инцидентов пока нет.',
    lasted: (length) => `длился ${length}`,
    older: 'Более ранние инциденты',
    newest: 'К самым новым',
    among: (count) => `Среди последних инцидентов этой точки контакта: ${count}.`,
    more: (count) =>
      `Открыто ещё ${counted(count, { one: 'инцидент', few: 'инцидента', many: 'инцидентов', other: 'инцидента' })}.`,
  },
  maintenance: {
    none: 'Технические работы не запланированы.',
    by: (who) => `Кто объявил: ${who}.`,
  },
  runNowOf: (check) => `Запустить сейчас: ${check}`,
  waiting: {
    longest: (length) => `Дольше всего ждут уже ${length} рабочего времени.`,
    operatorsOnly: 'Имена и сообщения видят только операторы.',
  },
  comments: {
    none: 'В последних ответах комментариев нет.',
    operatorsOnly: 'Комментарии видят только операторы.',
    scored: (score, at) => `${score} из 10, ${at}`,
    more: (count) =>
      `Сохранено ещё ${counted(count, { one: 'комментарий', few: 'комментария', many: 'комментариев', other: 'комментария' })}.`,
  },
  column: {
    when: 'Когда',
    light: 'Состояние',
    measured: 'Показатель',
    green: 'Зелёное',
    red: 'Красное',
    attempts: 'Попытки',
    what: 'Что обнаружено',
    evidence: 'Материалы',
  },
  bound: {
    atMost: (value) => `до ${value}`,
    atLeast: (value) => `${value} и больше`,
    orMore: (value) => `от ${value}`,
    orLess: (value) => `${value} и меньше`,
    neverRed: 'никогда',
  },
  noBounds: 'Чисел эта проверка не оценивает: либо работает, либо нет.',
  asSoonAs: { red: 'Становится красным, как только обнаружено', yellow: 'Становится жёлтым, как только обнаружено' },
  policy: {
    opens: (n) => `Инцидент открывается ${afterRuns(n, ['жёлтого или красного', 'жёлтых или красных'])}.`,
    ends: (n) => `Он завершается ${afterRuns(n, ['зелёного', 'зелёных'])}.`,
    reminds: (every) => `Пока он открыт и никто не взял его в работу, напоминание приходит ${every}.`,
    remindsNever: 'Напоминаний нет.',
    blind: (after) => `Если измерить не удаётся ${after}, об этом узнают те, кто обслуживает Touchlight.`,
    yellowInHours: 'О жёлтом сообщаем только в рабочее время.',
    runsInHours: 'Работает только в рабочее время.',
  },
  noRuns: 'Ни одного запуска ещё не сохранено.',
  judgedNow: (count) => `Последние запуски (${count}), оценённые по сегодняшним порогам.`,
  weeks: {
    none: 'Недельных отчётов пока нет. Первый появится, когда закончится неделя.',
    operatorsOnly: 'В недельных отчётах есть слова клиентов, поэтому открыть их могут только операторы.',
  },
};
