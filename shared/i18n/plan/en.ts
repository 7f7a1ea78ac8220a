import type { PlanWords } from './words.ts';

export const en: PlanWords = {
  heading: 'How the plan is going',
  fate: {
    still: 'Marked as done, but the problem is still there',
    back: 'Was done, but the problem is back',
    overdue: 'Overdue',
    due: 'Due soon',
    done: 'Done, and the problem is gone',
    gone: 'The problem is gone by itself',
    unverified: 'Marked as done, but not measured since',
    new: 'New',
    taken: 'In progress',
    open: 'Nobody has taken it yet',
    unmeasured: 'Not measured, so its status is unknown',
    dropped: 'Dropped, and the problem is still there',
  },
  own: { done: 'Done', dropped: 'Dropped' },
  until: (date) => `by ${date}`,
  steady: (name) => `${name}: find out why it keeps breaking`,
  see: (name) => `${name}: get it measured again`,
  said: (text) => `“${text}”`,
  more: (count) => `${count} more in the report.`,
  keep: 'Keep doing this',
  green: (name, since) => `${name}: green every day since ${since}`,
  answers: (name, inTime, count, since) => `${name}: ${inTime} of ${count} customers answered in time since ${since}`,
  rating: (name, change, now, since) => `${name}: rating ${change} since ${since}, now ${now}`,
};
