import type { ProbeWords } from '../probe-words.ts';
import type { scorecard } from './spec.ts';
import type { ScorecardStatements } from './statements.ts';

const visits = { one: 'візит', few: 'візити', many: 'візитів', other: 'візиту' };
const days = { one: 'день', few: 'дні', many: 'днів', other: 'дня' };
const todo =
  'Перечитайте нотатки з останніх візитів, обговоріть найслабшу частину з тими, кого вона стосується, і оцініть ще один візит.';

export const uk: ProbeWords<typeof scorecard, ScorecardStatements> = {
  name: 'Оціночний лист',
  good: 'клієнтів обслуговують як домовлено',
  bad: 'клієнтів обслуговують не так, як домовлено',
  measurement: {
    criticalFailures: (value) => `провалено критичних питань: ${value}`,
    score: (value) => `оцінка: ${value}`,
  },
  says: {
    'scorecard/summary': (
      { title, score, n, newestAt, timeZone, agreement, unread },
      { quote, measured, counted, moment, whole },
    ) => [
      `за листом ${quote(title)} оцінка ${measured(score, 'ratio')} (${counted(n, visits)}, останній ${moment(newestAt, timeZone)})`,
      ...(agreement === null
        ? []
        : [`Ті, хто оцінював той самий візит, згодні в ${measured(agreement, 'ratio')} відповідей.`]),
      ...unread.map(whole),
    ],
    'scorecard/visits': ({ n, newestAt, timeZone, weakest, unread }, { quote, measured, counted, moment, whole }) => [
      `підстава: ${counted(n, visits)}, останній ${moment(newestAt, timeZone)}${weakest === null ? '' : `; найслабший розділ: ${quote(weakest.title)} (${measured(weakest.score, 'ratio')})`}`,
      ...unread.map(whole),
    ],
    'scorecard/critical': (
      { asked, at, others, score, n, newestAt, timeZone, unread },
      { quote, measured, counted, moment, whole },
    ) => {
      const more = others === 0 ? '' : `, і ще таких питань: ${others}`;
      const scored = score === null ? '' : `, оцінка ${measured(score, 'ratio')}`;
      const when = moment(at, timeZone);
      const seen =
        at === newestAt
          ? `— не виконано під час останнього візиту${more} (${when}; ${counted(n, visits)}${scored})`
          : `— не виконано під час візиту ${when}${more} (${counted(n, visits)}, останній ${moment(newestAt, timeZone)}${scored})`;
      return [`${quote(asked)} ${seen}`, ...unread.map(whole)];
    },
    'scorecard/no-visits': ({ template, where, unread }, { whole }) => [
      'цього ще ніхто не оцінював',
      `Команда «touchlight score new ${template}» створить форму на десять хвилин; покладіть відповіді в ${where}.`,
      ...unread.map(whole),
    ],
    'scorecard/outdated': (
      { n, newestAt, timeZone, validForDays, score, unread },
      { measured, counted, moment, whole },
    ) => [
      `останній візит оцінено ${moment(newestAt, timeZone)}, а оцінка чинна ${counted(validForDays, days)}`,
      ...(score === null ? [] : [`Оцінка була ${measured(score, 'ratio')} (${counted(n, visits)}).`]),
      'Оцініть ще один візит.',
      ...unread.map(whole),
    ],
    'scorecard/too-few-answers': (
      { answeredShare, n, newestAt, timeZone, unread },
      { measured, counted, moment, whole },
    ) => [
      `лист заповнено лише на ${measured(answeredShare, 'ratio')} (${counted(n, visits)}, останній ${moment(newestAt, timeZone)}), для оцінки цього замало`,
      'Оцініть ще один візит і дайте відповідь щонайменше на 60%.',
      ...unread.map(whole),
    ],
    'scorecard/file-unread': ({ file }, { quote }) => [
      `файл ${quote(file)} не вдалося прочитати`,
      'Чому, скаже «touchlight score import».',
    ],
    'scorecard/rows-unread': ({ file, places, row, column }, { quote }) => {
      const first = [
        ...(row === null ? [] : [`рядок ${row}`]),
        ...(column === null ? [] : [`стовпець ${quote(column)}`]),
      ];
      const where = first.length === 0 ? '' : `; перше: ${first.join(', ')}`;
      return [
        `у файлі ${quote(file)} не прочитано й не враховано рядків або відповідей: ${places}${where}`,
        'Усе покаже «touchlight score import».',
      ];
    },
    'scorecard/names-taken': ({ file, visits: count }, { quote }) => [
      `у файлі ${quote(file)} назви візитів збігаються з назвами візитів іншого дня (${count}), тому кожна назва рахується як один візит`,
      'Дайте кожному візиту власну назву.',
    ],
    'scorecard/no-folders': () => 'тут не можна читати файли, тож не видно, що оцінили',
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
    title: 'Клієнтів обслуговують не так, як домовлено',
    has: (at) => `клієнтів${at} обслуговують не так, як домовлено, уже`,
    was: (at) => `клієнтів${at} обслуговували не так, як домовлено`,
    todo,
    gain: 'Клієнти, яких привітали, вислухали й зрозуміли, повертаються.',
  },
};
