import type { PublicPageWords } from './words.ts';

export const ru: PublicPageWords = {
  title: (business) => `${business}: состояние`,
  state: {
    green: 'Работает',
    yellow: 'Работает со сбоями',
    red: 'Не работает',
    unknown: 'Неизвестно',
    none: 'Не проверяется',
  },
  since: (moment) => `с ${moment}`,
  maintenance: (from, to) => `Технические работы: ${from} – ${to}`,
  past: 'Последние 30 дней',
  nothingPast: 'Сбоев не было.',
  nothingElse: 'Других сбоев не было.',
  lasted: (from, to, length) => `${from} – ${to}, ${length}`,
  feed: 'Подписаться (Atom)',
  resolved: 'Решено',
  open: 'Продолжается',
};
