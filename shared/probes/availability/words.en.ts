import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';

export const en: ProbeWords<typeof availability> = {
  name: 'Website answers',
  trend: {
    ttfbMs: 'Server starts to answer after',
  },
  remedy:
    'Open the site yourself. If it does not load for you either, call your hosting provider. Until then, customers cannot reach you there.',
  trouble: {
    title: 'The website does not answer',
    has: (at) => `the website${at} has not answered`,
    was: (at) => `the website${at} did not answer`,
    todo: 'Open the site yourself. If it does not load for you either, call your hosting provider.',
    gain: 'Customers can find you again: right now they see nothing at all.',
  },
};
