import type { ProbeWords } from '../probe-words.ts';
import type { lighthouse } from './spec.ts';
import type { LighthouseStatements } from './statements.ts';

export const ru: ProbeWords<typeof lighthouse, LighthouseStatements> = {
  name: 'Оценка Lighthouse',
  good: 'Lighthouse хорошо оценивает скорость',
  bad: 'Lighthouse плохо оценивает скорость',
  measurement: {
    score: (value) => `оценка скорости от Lighthouse: ${value}`,
  },
  says: {},
  trend: {
    score: 'Оценка Lighthouse',
  },
  remedy: 'Откройте отчёт Lighthouse среди доказательств и начните с его первого совета.',
  trouble: {
    title: 'Оценка Lighthouse низкая',
    has: (at) => `оценка Lighthouse${at} низкая уже`,
    was: (at) => `оценка Lighthouse${at} была низкой`,
    todo: 'Откройте отчёт Lighthouse и начните с его первого совета.',
    gain: 'Страницы быстрее, место в поиске лучше.',
  },
};
