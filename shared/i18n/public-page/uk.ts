import type { PublicPageWords } from './words.ts';

export const uk: PublicPageWords = {
  title: (business) => `${business}: стан`,
  state: {
    green: 'Працює',
    yellow: 'Працює зі збоями',
    red: 'Не працює',
    unknown: 'Невідомо',
    none: 'Не перевіряється',
  },
  since: (moment) => `з ${moment}`,
  maintenance: (from, to) => `Технічні роботи: ${from} – ${to}`,
  past: 'Останні 30 днів',
  nothingPast: 'Збоїв не було.',
  nothingElse: 'Інших збоїв не було.',
  lasted: (from, to, length) => `${from} – ${to}, ${length}`,
  feed: 'Підписатися (Atom)',
  resolved: 'Вирішено',
  open: 'Триває',
};
