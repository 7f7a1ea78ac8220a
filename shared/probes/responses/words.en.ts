import type { ProbeWords } from '../probe-words.ts';
import type { responses } from './spec.ts';

export const en: ProbeWords<typeof responses> = {
  name: 'Answers to customers',
  trend: {
    oldestWaitingMinutes: 'Longest wait for an answer',
    unanswered: 'Customers waiting for an answer',
    medianFirstResponseMinutes: 'Time to the first answer',
    averageRating: 'Average rating',
  },
  remedy: 'Answer them now, starting with the longest wait. If nobody is available, decide who answers tomorrow.',
  trouble: {
    title: 'Customers wait too long for an answer',
    has: (at) => `customers${at} have waited too long`,
    was: (at) => `customers${at} waited too long`,
    todo: 'Answer now, starting with the longest wait, and decide who answers from tomorrow on.',
    gain: 'Customers who get a timely answer buy again, and complaints stay small.',
  },
};
