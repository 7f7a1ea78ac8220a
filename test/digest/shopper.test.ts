import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { summarizeTouchpoint, type TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../shared/evaluation/week/summarize-week.ts';
import { sayShopper } from '../../shared/probes/shopper/statements.ts';
import { read } from '../config/reading.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const checkId = 'enquiries/shopper';
const openedAt = '2026-11-18T09:05:00.000Z';
const incident = anIncident({
  checkId,
  suspectedAt: openedAt,
  openedAt,
  finding: {
    ...{ kind: 'measurement', id: 'overdue', value: 1, bound: 0, side: 'at-most', unit: 'count' },
    because: sayShopper('shopper/unanswered', {
      ...{ token: 'TL-7K3Q9ZB', to: 'hello@coffeelab.example', sentAt: '2026-11-17T08:45:00.000Z' },
      ...{ timeZone: 'Europe/Kyiv', slaMinutes: 240, acknowledged: false },
    }),
  },
});

/** A week in which nobody answered the test enquiry. */
function mailIn(language: 'en' | 'uk' | 'ru'): string {
  const { calendar, business, touchpoints } = read(`business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-fri: ["09:00-18:00"] }
touchpoints:
  - id: enquiries
    kind: shopper
    to: hello@coffeelab.example
    address: shopper@probe.example
    server: imap.probe.example:993
    smtp: smtp.probe.example:587
    secret: shopper-mailbox
`);
  const waiting = aStatus({
    ...{ checkId, light: 'red', lightSince: openedAt },
    ...{ lastRunAt: '2026-11-23T05:55:00.000Z', incident },
  });
  const summed = touchpoints.map((touchpoint) => {
    const usual = healthy(touchpoint);
    const answered = { firstResponseMinutes: { p50: 95, p75: 95, max: 95 } };
    const days = usual.days.map((each) => ({ ...each, day: { ...each.day, measurements: answered } }));
    const history: TouchpointHistory = { ...usual, days, statuses: [waiting], incidents: [incident] };
    return summarizeTouchpoint(history, { week, before, now, calendar });
  });
  const summary = summarizeWeek({ business, calendar, week, now, touchpoints: summed, monthlyDollars: null });
  return renderMail(summary, { language, reportUrl: null }).text.replaceAll(/\s+/g, ' ');
}

test.each([
  [
    'en',
    'a test enquiry (Test enquiries) has waited too long for a person',
    'Time until a person answered a test enquiry: 1 h 35 min',
  ],
  [
    'uk',
    'тестове звернення (Тестові звернення) надто довго чекає на відповідь людини',
    'Час до відповіді людини на тестове звернення: 1 год 35 хв',
  ],
  [
    'ru',
    'тестовое обращение (Тестовые обращения) слишком долго ждёт ответа человека',
    'Время до ответа человека на тестовое обращение: 1 ч 35 мин',
  ],
] as const)(
  'the owner reads that nobody answered, what to do, and how long answers took, in %s',
  (language, has, figure) => {
    const text = mailIn(language);
    expect(text).toContain(has);
    expect(text).toContain(figure);
  },
);
