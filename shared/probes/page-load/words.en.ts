import type { ProbeWords } from '../probe-words.ts';
import type { pageLoad } from './spec.ts';

export const en: ProbeWords<typeof pageLoad> = {
  name: 'Page speed',
  trend: {
    lcpMs: 'Main content visible after',
    loadMs: 'Page complete after',
  },
  remedy:
    'Open the page on a phone over mobile data. Look at what was added last: large pictures, scripts, widgets of others.',
  trouble: {
    title: 'Pages load slowly',
    has: (at) => `the pages${at} have loaded slowly`,
    was: (at) => `the pages${at} loaded slowly`,
    todo: 'Look at what was added last: large pictures, scripts, widgets of others. Take out or shrink what is heavy.',
    gain: 'Fewer visitors leave before they see anything: two to three seconds is what they accept.',
  },
};
