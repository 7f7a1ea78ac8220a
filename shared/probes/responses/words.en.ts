import type { ProbeWords } from '../probe-words.ts';
import type { responses } from './spec.ts';
import type { ResponsesStatements } from './statements.ts';

export const en: ProbeWords<typeof responses, ResponsesStatements> = {
  name: 'Answers to customers',
  good: 'customers get an answer in time',
  bad: 'customers wait too long for an answer',
  measurement: {
    overdue: (value) => `customers who wait longer than promised: ${value}`,
    oldestWaitingMinutes: (value) => `longest wait for an answer: ${value}`,
    tokenDaysLeft: (value) => `the access to the platform ends in ${value}`,
  },
  says: {
    'responses/overdue': ({ link, waitedMinutes, dueAt, others, timeZone }, { measured, moment, at }) => {
      const due = dueAt === null ? '' : `, due by ${moment(dueAt, timeZone)}`;
      const more = others > 0 ? `; ${others} more overdue` : '';
      return `no answer for ${measured(waitedMinutes, 'minutes')} of business time${at(' to ', link)}${due}${more}`;
    },
    'responses/waiting': ({ link, dueAt, others, timeZone }, { moment, at }) =>
      `answer${dueAt === null ? at(' ', link) : ` by ${moment(dueAt, timeZone)}${at(': ', link)}`}${others > 0 ? ` (${others} more wait)` : ''}`,
    'responses/nudge': ({ waits, others, timeZone }, { moment, at }) => {
      const each = waits.map(({ link, dueAt }) =>
        dueAt === null ? at(' ', link) : ` by ${moment(dueAt, timeZone)}${at(': ', link)}`,
      );
      return `answer${each.join(';')}${others > 0 ? ` (${others} more wait as long)` : ''}`;
    },
    'responses/summary': ({ platform, waiting, blindSpots }, { whole }) => [
      waiting === 0
        ? `nobody waits for an answer on ${platform}`
        : waiting === 1
          ? `one customer waits on ${platform}`
          : `${waiting} customers wait on ${platform}`,
      ...blindSpots.map(whole),
    ],
    'responses/still-reading': ({ platform }) =>
      `Touchlight is still reading the last 90 days of ${platform}; it goes on at the next poll`,
  },
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
