import type { ProbeWords } from '../probe-words.ts';
import type { scorecard } from './spec.ts';
import type { ScorecardStatements } from './statements.ts';

const visits = { one: 'візит', few: 'візити', many: 'візитів', other: 'візиту' };
const days = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };
const todo =
  'Перечитайте нотатки з останніх візитів, обговоріть найслабшу частину з тими, кого вона стосується, і оцініть ще один візит.';

export const uk: ProbeWords<typeof scorecard, ScorecardStatements> = {
  name: 'Оціночний лист',
  good: 'обслуговування відповідає стандарту',
  bad: 'обслуговування не відповідає стандарту',
  measurement: {
    criticalFailures: (value) => `не виконано критичних пунктів: ${value}`,
    score: (value) => `оцінка: ${value}`,
  },
  says: {
    'scorecard/summary': (
      { title, score, n, newestAt, timeZone, agreement, unread },
      { quote, measured, counted, moment, whole },
    ) => [
      `оцінка за листом ${quote(title)}: ${measured(score, 'ratio')} (${counted(n, visits)}, останній ${moment(newestAt, timeZone)})`,
      ...(agreement === null
        ? []
        : [`Якщо візит оцінювали кілька людей, їхні відповіді збіглися в ${measured(agreement, 'ratio')} випадків.`]),
      ...unread.map(whole),
    ],
    'scorecard/visits': ({ n, newestAt, timeZone, weakest, unread }, { quote, measured, counted, moment, whole }) => [
      `це підсумок за ${counted(n, visits)}, останній ${moment(newestAt, timeZone)}${weakest === null ? '' : `; найслабший розділ: ${quote(weakest.title)} (${measured(weakest.score, 'ratio')})`}`,
      ...unread.map(whole),
    ],
    'scorecard/critical': (
      { asked, at, others, score, n, newestAt, timeZone, unread },
      { quote, measured, counted, moment, whole },
    ) => {
      const more = others === 0 ? '' : `, і ще таких пунктів: ${others}`;
      const scored = score === null ? '' : `, оцінка ${measured(score, 'ratio')}`;
      const when = moment(at, timeZone);
      const seen =
        at === newestAt
          ? `(останній візит: ${when}; ${counted(n, visits)}${scored})`
          : `(візит: ${when}; ${counted(n, visits)}, останній ${moment(newestAt, timeZone)}${scored})`;
      return [`критичний пункт ${quote(asked)} не виконано${more} ${seen}`, ...unread.map(whole)];
    },
    'scorecard/no-visits': ({ template, where, unread }, { whole }) => [
      'ще не оцінено жодного візиту',
      `Команда «touchlight score new ${template}» створить анкету, заповнити її можна за десять хвилин. Відповіді покладіть у ${where}.`,
      ...unread.map(whole),
    ],
    'scorecard/outdated': (
      { n, newestAt, timeZone, validForDays, score, unread },
      { measured, counted, moment, whole },
    ) => [
      `останній візит був ${moment(newestAt, timeZone)}, а оцінка чинна ${counted(validForDays, days)}`,
      ...(score === null ? [] : [`Оцінка була ${measured(score, 'ratio')} (${counted(n, visits)}).`]),
      'Оцініть ще один візит.',
      ...unread.map(whole),
    ],
    'scorecard/too-few-answers': (
      { answeredShare, n, newestAt, timeZone, unread },
      { measured, counted, moment, whole },
    ) => [
      `лист заповнено лише на ${measured(answeredShare, 'ratio')} (${counted(n, visits)}, останній ${moment(newestAt, timeZone)}), а для оцінки цього замало`,
      `Оцініть ще один візит і заповніть щонайменше ${measured(0.6, 'ratio')} листа.`,
      ...unread.map(whole),
    ],
    'scorecard/file-unread': ({ file }, { quote }) => [
      `файл ${quote(file)} не вдалося прочитати`,
      'Причину назве команда «touchlight score import».',
    ],
    'scorecard/rows-unread': ({ file, places, row, column }, { quote }) => {
      const first = [
        ...(row === null ? [] : [`рядок ${row}`]),
        ...(column === null ? [] : [`стовпець ${quote(column)}`]),
      ];
      const where = first.length === 0 ? '' : ` (перша помилка: ${first.join(', ')})`;
      return [
        `у файлі ${quote(file)} не вдалося прочитати й урахувати рядків або відповідей: ${places}${where}`,
        'Усі помилки покаже команда «touchlight score import».',
      ];
    },
    'scorecard/names-taken': ({ file, visits: count }, { quote }) => [
      `у файлі ${quote(file)} назви візитів збігаються з назвами візитів іншого дня (${count}), тому кожна назва рахується як один візит`,
      'Дайте кожному візиту власну назву.',
    ],
    'scorecard/no-folders': () => 'тут не можна читати файли, тож про візити нічого не відомо',
  },
  trend: {
    score: 'Оцінка',
  },
  remedy: todo,
  remedyOf: ({ id }) =>
    id === 'scorecard/no-visits' || id === 'scorecard/outdated' || id === 'scorecard/too-few-answers'
      ? 'Оцініть візит і покладіть відповіді туди, звідки їх читає Touchlight.'
      : null,
  trouble: {
    title: 'Обслуговування не відповідає стандарту',
    has: (at) => `обслуговування${at} не відповідає стандарту вже`,
    was: (at) => `обслуговування${at} не відповідало стандарту`,
    todo,
    gain: 'Клієнти, яких добре зустріли, вислухали й яким допомогли, повертаються.',
  },
};
