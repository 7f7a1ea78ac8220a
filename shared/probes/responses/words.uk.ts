import type { ProbeWords } from '../probe-words.ts';
import type { responses } from './spec.ts';
import type { ResponsesStatements } from './statements.ts';

export const uk: ProbeWords<typeof responses, ResponsesStatements> = {
  name: 'Відповіді клієнтам',
  good: 'клієнти вчасно отримують відповідь',
  bad: 'клієнти надто довго чекають відповіді',
  measurement: {
    overdue: (value) => `клієнтів, які чекають довше, ніж обіцяно: ${value}`,
    oldestWaitingMinutes: (value) => `найдовше очікування відповіді: ${value}`,
    tokenDaysLeft: (value) => `до кінця доступу до платформи: ${value}`,
  },
  says: {
    'responses/overdue': ({ link, waitedMinutes, dueAt, others, timeZone }, { measured, moment, at }) => {
      const due = dueAt === null ? '' : `, строк був ${moment(dueAt, timeZone)}`;
      const more = others > 0 ? `; прострочених ще ${others}` : '';
      return `без відповіді ${measured(waitedMinutes, 'minutes')} робочого часу${at(': ', link)}${due}${more}`;
    },
    'responses/waiting': ({ link, dueAt, others, timeZone }, { moment, at }) =>
      `відповісти${dueAt === null ? at(' ', link) : ` до ${moment(dueAt, timeZone)}${at(': ', link)}`}${others > 0 ? ` (чекають ще ${others})` : ''}`,
    'responses/nudge': ({ waits, others, timeZone }, { moment, at }) => {
      const each = waits.map(({ link, dueAt }) =>
        dueAt === null ? at(' ', link) : ` до ${moment(dueAt, timeZone)}${at(': ', link)}`,
      );
      return `відповісти${each.join(';')}${others > 0 ? ` (стільки ж чекають ще ${others})` : ''}`;
    },
    'responses/summary': ({ platform, waiting, blindSpots }, { whole }) => [
      waiting === 0 ? `ніхто не чекає на відповідь у ${platform}` : `чекають на відповідь у ${platform}: ${waiting}`,
      ...blindSpots.map(whole),
    ],
    'responses/still-reading': ({ platform }) =>
      `Touchlight ще читає останні 90 днів у ${platform} і продовжить під час наступного опитування`,
  },
  trend: {
    oldestWaitingMinutes: 'Найдовше очікування відповіді',
    unanswered: 'Скільки клієнтів чекають на відповідь',
    medianFirstResponseMinutes: 'Час до першої відповіді',
    averageRating: 'Середня оцінка',
  },
  remedy:
    'Дайте відповідь зараз, спочатку тому, хто чекає найдовше. Якщо нікого немає, вирішіть, хто відповідатиме завтра.',
  trouble: {
    title: 'Клієнти надто довго чекають на відповідь',
    has: (at) => `клієнти${at} надто довго чекають на відповідь, вже`,
    was: (at) => `клієнти${at} надто довго чекали на відповідь,`,
    todo: 'Дайте відповідь зараз, спочатку тому, хто чекає найдовше, і вирішіть, хто відповідатиме завтра.',
    gain: 'Клієнти, яким відповіли вчасно, повертаються; скарги лишаються дрібними.',
  },
};
