import type { ProbeWords } from '../probe-words.ts';
import type { pageLoad } from './spec.ts';
import type { PageLoadStatements } from './statements.ts';

export const en: ProbeWords<typeof pageLoad, PageLoadStatements> = {
  name: 'Page speed',
  good: 'pages load fast',
  bad: 'pages load slowly',
  measurement: {
    lcpMs: (value) => `the main content is visible after ${value}`,
    fcpMs: (value) => `the first text or picture is visible after ${value}`,
    cls: (value) => `the page jumps while it loads: ${value}`,
    ttfbMs: (value) => `the server starts to answer after ${value}`,
    tbtMs: (value) => `the page does not react to taps for ${value}`,
    loadMs: (value) => `the page is complete after ${value}`,
  },
  says: {},
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
