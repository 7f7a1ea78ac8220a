import type { ProbeWords } from '../probe-words.ts';
import type { availability } from './spec.ts';

export const en: ProbeWords<typeof availability> = {
  name: 'Website answers',
  trend: {
    ttfbMs: 'Server starts to answer after',
  },
  remedy:
    'Open the site yourself. If it does not answer you either, call whoever hosts it; customers find nothing meanwhile.',
  trouble: {
    title: 'The website does not answer',
    has: (at) => `the website${at} has not answered`,
    was: (at) => `the website${at} did not answer`,
    todo: 'Open the site yourself. If it does not answer you either, call whoever hosts it.',
    gain: 'Customers find you again: at present they find nothing at all.',
  },
};
