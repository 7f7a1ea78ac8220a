import type { ProbeWords } from '../probe-words.ts';
import type { lighthouse } from './spec.ts';
import type { LighthouseStatements } from './statements.ts';

export const uk: ProbeWords<typeof lighthouse, LighthouseStatements> = {
  name: 'Оцінка Lighthouse',
  good: 'Lighthouse добре оцінює швидкість',
  bad: 'Lighthouse погано оцінює швидкість',
  measurement: {
    score: (value) => `оцінка швидкості від Lighthouse: ${value}`,
  },
  says: {},
  trend: {
    score: 'Оцінка Lighthouse',
  },
  remedy: 'Відкрийте звіт Lighthouse серед доказів і почніть з його першої поради.',
  trouble: {
    title: 'Оцінка Lighthouse низька',
    has: (at) => `оцінка Lighthouse${at} низька вже`,
    was: (at) => `оцінка Lighthouse${at} була низькою`,
    todo: 'Відкрийте звіт Lighthouse і почніть з його першої поради.',
    gain: 'Швидші сторінки й краще місце в пошуку.',
  },
};
