import type { ProbeWords } from '../probe-words.ts';
import type { scorecard } from './spec.ts';
import type { ScorecardStatements } from './statements.ts';

const visits = { one: 'визит', few: 'визита', many: 'визитов', other: 'визита' };
const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const todo =
  'Перечитайте заметки с последних визитов, обсудите самую слабую часть с теми, кого она касается, и оцените ещё один визит.';

export const ru: ProbeWords<typeof scorecard, ScorecardStatements> = {
  name: 'Оценочный лист',
  good: 'обслуживание соответствует стандарту',
  bad: 'обслуживание не соответствует стандарту',
  measurement: {
    criticalFailures: (value) => `не выполнено критичных пунктов: ${value}`,
    score: (value) => `оценка: ${value}`,
  },
  says: {
    'scorecard/summary': (
      { title, score, n, newestAt, timeZone, agreement, unread },
      { quote, measured, counted, moment, whole },
    ) => [
      `оценка по листу ${quote(title)}: ${measured(score, 'ratio')} (${counted(n, visits)}, последний ${moment(newestAt, timeZone)})`,
      ...(agreement === null
        ? []
        : [`Если визит оценивали несколько человек, их ответы совпали в ${measured(agreement, 'ratio')} случаев.`]),
      ...unread.map(whole),
    ],
    'scorecard/visits': ({ n, newestAt, timeZone, weakest, unread }, { quote, measured, counted, moment, whole }) => [
      `это итог за ${counted(n, visits)}, последний ${moment(newestAt, timeZone)}${weakest === null ? '' : `; самый слабый раздел: ${quote(weakest.title)} (${measured(weakest.score, 'ratio')})`}`,
      ...unread.map(whole),
    ],
    'scorecard/critical': (
      { asked, at, others, score, n, newestAt, timeZone, unread },
      { quote, measured, counted, moment, whole },
    ) => {
      const more = others === 0 ? '' : `, и ещё таких пунктов: ${others}`;
      const scored = score === null ? '' : `, оценка ${measured(score, 'ratio')}`;
      const when = moment(at, timeZone);
      const seen =
        at === newestAt
          ? `(последний визит: ${when}; ${counted(n, visits)}${scored})`
          : `(визит: ${when}; ${counted(n, visits)}, последний ${moment(newestAt, timeZone)}${scored})`;
      return [`критичный пункт ${quote(asked)} не выполнен${more} ${seen}`, ...unread.map(whole)];
    },
    'scorecard/no-visits': ({ template, where, unread }, { whole }) => [
      'ещё не оценено ни одного визита',
      `Команда «touchlight score new ${template}» создаст анкету, заполнить её можно за десять минут. Ответы положите в ${where}.`,
      ...unread.map(whole),
    ],
    'scorecard/outdated': (
      { n, newestAt, timeZone, validForDays, score, unread },
      { measured, counted, moment, whole },
    ) => [
      `последний визит был ${moment(newestAt, timeZone)}, а оценка действует ${counted(validForDays, days)}`,
      ...(score === null ? [] : [`Оценка была ${measured(score, 'ratio')} (${counted(n, visits)}).`]),
      'Оцените ещё один визит.',
      ...unread.map(whole),
    ],
    'scorecard/too-few-answers': (
      { answeredShare, n, newestAt, timeZone, unread },
      { measured, counted, moment, whole },
    ) => [
      `лист заполнен только на ${measured(answeredShare, 'ratio')} (${counted(n, visits)}, последний ${moment(newestAt, timeZone)}), а для оценки этого мало`,
      `Оцените ещё один визит и заполните хотя бы ${measured(0.6, 'ratio')} листа.`,
      ...unread.map(whole),
    ],
    'scorecard/file-unread': ({ file }, { quote }) => [
      `файл ${quote(file)} не удалось прочитать`,
      'Причину назовёт команда «touchlight score import».',
    ],
    'scorecard/rows-unread': ({ file, places, row, column }, { quote }) => {
      const first = [
        ...(row === null ? [] : [`строка ${row}`]),
        ...(column === null ? [] : [`столбец ${quote(column)}`]),
      ];
      const where = first.length === 0 ? '' : ` (первая ошибка: ${first.join(', ')})`;
      return [
        `в файле ${quote(file)} не удалось прочитать и учесть строк или ответов: ${places}${where}`,
        'Все ошибки покажет команда «touchlight score import».',
      ];
    },
    'scorecard/names-taken': ({ file, visits: count }, { quote }) => [
      `в файле ${quote(file)} названия визитов совпадают с названиями визитов другого дня (${count}), поэтому каждое название считается одним визитом`,
      'Дайте каждому визиту своё название.',
    ],
    'scorecard/no-folders': () => 'здесь нельзя читать файлы, поэтому о визитах ничего не известно',
  },
  trend: {
    score: 'Оценка',
  },
  remedy: todo,
  remedyOf: ({ id }) =>
    id === 'scorecard/no-visits' || id === 'scorecard/outdated' || id === 'scorecard/too-few-answers'
      ? 'Оцените визит и положите ответы туда, откуда их читает Touchlight.'
      : null,
  trouble: {
    title: 'Обслуживание не соответствует стандарту',
    has: (at) => `обслуживание${at} не соответствует стандарту уже`,
    was: (at) => `обслуживание${at} не соответствовало стандарту`,
    todo,
    gain: 'Клиенты, которых хорошо встретили, выслушали и которым помогли, возвращаются.',
  },
};
