import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { summarizeTouchpoint, type TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../shared/evaluation/week/summarize-week.ts';
import { sayOrders } from '../../shared/probes/orders/statements.ts';
import { saySurvey } from '../../shared/probes/survey/statements.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aCause } from '../support/said.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const openedAt = '2026-11-18T05:05:00.000Z';
const fell = saySurvey('survey/fell', {
  ...{ score: 12, margin: 10, answers: 210, days: 90 },
  before: { score: 42, margin: 11, answers: 120 },
});
const finding = {
  kind: 'measurement',
  id: 'fall',
  value: 1.2,
  bound: 0,
  side: 'at-most',
  unit: 'count',
  because: fell,
} as const;
const incident = anIncident({ checkId: 'nps/survey', suspectedAt: openedAt, openedAt, finding });
const lastRunAt = '2026-11-23T05:05:00.000Z';

/** A week in whose middle the score fell; the orders do not go back far enough to be judged. */
function mailIn(language: 'en' | 'uk' | 'ru'): string {
  const reading = parseConfiguration(
    `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: nps, kind: survey }
  - { id: shop, kind: orders }
`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { calendar, business, touchpoints } = reading.configuration;
  const first = sayOrders('orders/first-rate', {
    ...{ rate: 0.38, margin: 0.04, customers: 412, days: 365, neededFrom: '2024-11-17' },
  });
  const statuses = [
    aStatus({ touchpointId: 'nps', checkId: 'nps/survey', light: 'red', lightSince: openedAt, lastRunAt, incident }),
    aStatus({
      ...{ touchpointId: 'shop', checkId: 'shop/orders', light: 'unknown', lightSince: openedAt, lastRunAt },
      ...{ unknownSince: openedAt, lastCause: 'nothing-to-compare', lastFinding: aCause(first, 'nothing-to-compare') },
    }),
  ];
  const main = { 'nps/survey': 'score', 'shop/orders': 'repeatRate' };
  const histories = touchpoints.map((touchpoint, index): TouchpointHistory => {
    const history = healthy(touchpoint);
    const days = history.days.map((each) => {
      const value = each.checkId === 'nps/survey' ? (each.day.date < '2026-11-22' ? 42 : 12) : 0.38;
      const name = main[each.checkId as keyof typeof main];
      return { ...each, day: { ...each.day, measurements: { [name]: { p50: value, p75: value, max: value } } } };
    });
    return {
      ...{ ...history, days, statuses: statuses.slice(index, index + 1) },
      incidents: touchpoint.id === 'nps' ? [incident] : [],
    };
  });
  const summed = histories.map((history) => summarizeTouchpoint(history, { week, before, now, calendar }));
  const summary = summarizeWeek({ business, calendar, week, now, touchpoints: summed, monthlyDollars: null });
  return renderMail(summary, { language, reportUrl: null }).text.replaceAll(/\s+/g, ' ');
}

test.each([
  [
    'en',
    [
      '1. Customers are less willing to recommend you (Customer survey) Read what dissatisfied customers wrote in the survey, and call three of them this week.',
      '- Net promoter score: 12 (week before: 42)',
      '- Customers who bought again: 38% (week before: 38%)',
      '- Orders, Returning customers: not judged yet: 38% (±4%) of 412 customers bought again within the last 365 days, with nothing to compare it with yet.',
    ],
  ],
  [
    'uk',
    [
      '1. Клієнти менш охоче рекомендують вас (Опитування клієнтів) Прочитайте, що написали в опитуванні незадоволені клієнти, і зателефонуйте трьом із них цього тижня.',
      '- Індекс лояльності NPS: 12 (попередній: 42)',
      '- Частка клієнтів, які купили знову: 38% (попередній: 38%)',
      '- Замовлення, Повернення клієнтів: поки не оцінюється: за останні 365 днів знову купили 38% (±4%) з 412 клієнтів; порівняти це поки немає з чим.',
    ],
  ],
  [
    'ru',
    [
      '1. Клиенты менее охотно рекомендуют вас (Опрос клиентов) Прочитайте, что написали в опросе недовольные клиенты, и позвоните троим из них на этой неделе.',
      '- Индекс лояльности NPS: 12 (прошлая: 42)',
      '- Доля клиентов, купивших снова: 38 % (прошлая: 38 %)',
      '- Заказы, Возвращение клиентов: пока не оценивается: за последние 365 дней снова купили 38 % (±4 %) из 412 клиентов; сравнить это пока не с чем.',
    ],
  ],
] as const)('the owner reads the score, who came back, and what to do first, in %s', (language, sentences) => {
  const text = mailIn(language);
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test('nobody is asked to repair what only time can', () => {
  const text = mailIn('en');
  expect(text).not.toContain('measured again');
  expect(text.match(/Benefit:/g)).toHaveLength(1);
});
