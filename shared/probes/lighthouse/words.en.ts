import type { ProbeWords } from '../probe-words.ts';
import type { lighthouse } from './spec.ts';
import type { LighthouseStatements } from './statements.ts';

export const en: ProbeWords<typeof lighthouse, LighthouseStatements> = {
  name: 'Lighthouse score',
  good: 'Lighthouse gives a good performance score',
  bad: 'Lighthouse gives a poor performance score',
  measurement: {
    score: (value) => `Lighthouse performance score: ${value}`,
  },
  says: {},
  trend: {
    score: 'Lighthouse score',
  },
  remedy: 'Open the Lighthouse report under evidence and start with its first suggestion.',
  trouble: {
    title: 'The Lighthouse score is poor',
    has: (at) => `the Lighthouse score${at} has been poor`,
    was: (at) => `the Lighthouse score${at} was poor`,
    todo: 'Open the Lighthouse report and start with its first suggestion.',
    gain: 'Faster pages, and a better position in search results.',
  },
};
