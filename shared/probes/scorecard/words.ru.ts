import type { ProbeWords } from '../probe-words.ts';
import type { scorecard } from './spec.ts';
import type { ScorecardStatements } from './statements.ts';

const visits = { one: 'визит', few: 'визита', many: 'визитов', other: 'визита' };
const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
const todo =
  'Перечитайте заметки с последних визитов, обсудите самую слабую часть с теми, кого она касается, и оцените ещё один визит.';

export const ru: ProbeWords<typeof scorecard, ScorecardStatements> = {
  name: 'Оценочный лист',
  good: 'клиентов обслуживают как договорились',
  bad: 'клиентов обслуживают не так, как договорились',
  measurement: {
    criticalFailures: (value) => `провалено критических вопросов: ${value}`,
    score: (value) => `оценка: ${value}`,
  },
  says: {
    'scorecard/summary': (
      { title, score, n, newestAt, timeZone, agreement, unread },
      { quote, measured, counted, moment, whole },
    ) => [
      `по листу ${quote(title)} оценка ${measured(score, 'ratio')} (${counted(n, visits)}, последний ${moment(newestAt, timeZone)})`,
      ...(agreement === null
        ? []
        : [`Оценивавшие один и тот же визит согласны в ${measured(agreement, 'ratio')} ответов.`]),
      ...unread.map(whole),
    ],
    'scorecard/visits': ({ n, newestAt, timeZone, weakest, unread }, { quote, measured, counted, moment, whole }) => [
      `основание: ${counted(n, visits)}, последний ${moment(newestAt, timeZone)}${weakest === null ? '' : `; самый слабый раздел: ${quote(weakest.title)} (${measured(weakest.score, 'ratio')})`}`,
      ...unread.map(whole),
    ],
    'scorecard/critical': (
      { asked, at, others, score, n, newestAt, timeZone, unread },
      { quote, measured, counted, moment, whole },
    ) => {
      const more = others === 0 ? '' : `, и ещё таких вопросов: ${others}`;
      const scored = score === null ? '' : `, оценка ${measured(score, 'ratio')}`;
      const when = moment(at, timeZone);
      const seen =
        at === newestAt
          ? `— не выполнено во время последнего визита${more} (${when}; ${counted(n, visits)}${scored})`
          : `— не выполнено во время визита ${when}${more} (${counted(n, visits)}, последний ${moment(newestAt, timeZone)}${scored})`;
      return [`${quote(asked)} ${seen}`, ...unread.map(whole)];
    },
    'scorecard/no-visits': ({ template, where, unread }, { whole }) => [
      'этого ещё никто не оценивал',
      `Команда «touchlight score new ${template}» создаст форму на десять минут; положите ответы в ${where}.`,
      ...unread.map(whole),
    ],
    'scorecard/outdated': (
      { n, newestAt, timeZone, validForDays, score, unread },
      { measured, counted, moment, whole },
    ) => [
      `последний визит оценён ${moment(newestAt, timeZone)}, а оценка действует ${counted(validForDays, days)}`,
      ...(score === null ? [] : [`Оценка была ${measured(score, 'ratio')} (${counted(n, visits)}).`]),
      'Оцените ещё один визит.',
      ...unread.map(whole),
    ],
    'scorecard/too-few-answers': (
      { answeredShare, n, newestAt, timeZone, unread },
      { measured, counted, moment, whole },
    ) => [
      `лист заполнен только на ${measured(answeredShare, 'ratio')} (${counted(n, visits)}, последний ${moment(newestAt, timeZone)}), для оценки этого мало`,
      'Оцените ещё один визит и ответьте хотя бы на 60%.',
      ...unread.map(whole),
    ],
    'scorecard/file-unread': ({ file }, { quote }) => [
      `файл ${quote(file)} не удалось прочитать`,
      'Почему, скажет «touchlight score import».',
    ],
    'scorecard/rows-unread': ({ file, places, row, column }, { quote }) => {
      const first = [
        ...(row === null ? [] : [`строка ${row}`]),
        ...(column === null ? [] : [`столбец ${quote(column)}`]),
      ];
      const where = first.length === 0 ? '' : `; первое: ${first.join(', ')}`;
      return [
        `в файле ${quote(file)} не прочитано и не учтено строк или ответов: ${places}${where}`,
        'Всё покажет «touchlight score import».',
      ];
    },
    'scorecard/names-taken': ({ file, visits: count }, { quote }) => [
      `в файле ${quote(file)} названия визитов совпадают с названиями визитов другого дня (${count}), поэтому каждое название считается одним визитом`,
      'Дайте каждому визиту своё название.',
    ],
    'scorecard/no-folders': () => 'здесь нельзя читать файлы, поэтому не видно, что оценили',
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
    title: 'Клиентов обслуживают не так, как договорились',
    has: (at) => `клиентов${at} обслуживают не так, как договорились, уже`,
    was: (at) => `клиентов${at} обслуживали не так, как договорились`,
    todo,
    gain: 'Клиенты, которых поприветствовали, выслушали и поняли, возвращаются.',
  },
};
