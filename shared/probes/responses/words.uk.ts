import type { TranslatedProbeWords } from '../probe-words.ts';
import type { responses } from './spec.ts';

export const uk: TranslatedProbeWords<typeof responses> = {
  name: 'Відповіді клієнтам',
  good: 'клієнти вчасно отримують відповідь',
  bad: 'клієнти надто довго чекають відповіді',
  measurement: {
    overdue: (value) => `клієнтів, які чекають довше, ніж обіцяно: ${value}`,
    oldestWaitingMinutes: (value) => `найдовше очікування відповіді: ${value}`,
    tokenDaysLeft: (value) => `до кінця доступу до платформи: ${value}`,
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
