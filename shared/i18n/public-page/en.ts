import type { PublicPageWords } from './words.ts';

export const en: PublicPageWords = {
  title: (business) => `${business}: status`,
  state: {
    green: 'Works',
    yellow: 'Works with problems',
    red: 'Does not work',
    unknown: 'Not known',
    none: 'Not checked',
  },
  since: (moment) => `since ${moment}`,
  maintenance: (from, to) => `Maintenance from ${from} to ${to}`,
  past: 'The last 30 days',
  nothingPast: 'No incidents.',
  nothingElse: 'No other incidents.',
  lasted: (from, to, length) => `from ${from} to ${to}, ${length}`,
  feed: 'Subscribe (Atom)',
  resolved: 'Resolved',
  open: 'Open',
};
