import type { TranslatedProbeWords } from '../probe-words.ts';
import type { lighthouse } from './spec.ts';

export const ru: TranslatedProbeWords<typeof lighthouse> = {
  name: 'Оценка Lighthouse',
  good: 'Lighthouse хорошо оценивает скорость',
  bad: 'Lighthouse плохо оценивает скорость',
  measurement: {
    score: (value) => `оценка скорости от Lighthouse: ${value}`,
  },
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
