import type { ProbeWords } from '../probe-words.ts';
import type { pageLoad } from './spec.ts';

export const en: ProbeWords<typeof pageLoad> = {
  name: 'Page speed',
  trend: {
    lcpMs: 'Main content visible after',
    loadMs: 'Page complete after',
  },
  remedy:
    'Open the page on a phone over mobile data. Check what changed recently: large images, scripts, third-party widgets.',
  trouble: {
    title: 'Pages load slowly',
    has: (at) => `the pages${at} have loaded slowly`,
    was: (at) => `the pages${at} loaded slowly`,
    todo: 'Check what changed recently: large images, scripts, third-party widgets. Remove or shrink the heaviest.',
    gain: 'Fewer visitors leave before they see anything: most wait two to three seconds at most.',
  },
};
