import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { summarizeTouchpoint, type TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../shared/evaluation/week/summarize-week.ts';
import { sayFormArrival } from '../../shared/probes/form-arrival/statements.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aCause } from '../support/said.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const checkId = 'website/form-arrival';
const openedAt = '2026-11-18T09:05:00.000Z';
const incident = anIncident({
  checkId,
  suspectedAt: openedAt,
  openedAt,
  cause: 'message-lost',
  finding: aCause(
    sayFormArrival('form-arrival/never', {
      ...{ sentAt: '2026-11-18T08:45:00.000Z', timeZone: 'Europe/Kyiv', confirmed: true, withinMinutes: 15 },
      mailbox: 'info@coffeelab.example',
    }),
    'message-lost',
  ),
});

/** A week in whose middle the form's messages ceased to arrive. */
function mailIn(language: 'en' | 'uk' | 'ru'): string {
  const reading = parseConfiguration(
    `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-fri: ["09:00-18:00"] }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: { form: { mode: submit, arrivesIn: inbox } } }
  - { id: inbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: mail }
`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { calendar, business, touchpoints } = reading.configuration;
  const broken = aStatus({
    checkId,
    light: 'red',
    lightSince: openedAt,
    lastRunAt: '2026-11-23T05:55:00.000Z',
    incident,
  });
  const histories = touchpoints.map((touchpoint): TouchpointHistory => {
    const history = healthy(touchpoint);
    const statuses = history.statuses.map((each) => (each.checkId === checkId ? broken : each));
    return { ...history, statuses, incidents: touchpoint.id === 'website' ? [incident] : [] };
  });
  const summed = histories.map((history) => summarizeTouchpoint(history, { week, before, now, calendar }));
  const summary = summarizeWeek({ business, calendar, week, now, touchpoints: summed, monthlyDollars: null });
  return renderMail(summary, { language, reportUrl: null }).text.replaceAll(/\s+/g, ' ');
}

test.each([
  [
    'en',
    'messages from the form have not reached the inbox',
    'You get the enquiries that customers believe they have sent you',
  ],
  ['uk', 'повідомлення з форми не потрапляють до вхідних', 'Ви отримаєте звернення, які клієнти вважають надісланими'],
  ['ru', 'сообщения из формы не попадают во входящие', 'Вы получите обращения, которые клиенты считают отправленными'],
] as const)(
  'the owner reads that the form’s messages do not arrive, and what to do about it, in %s',
  (language, has, gain) => {
    const text = mailIn(language);
    expect(text).toContain(has);
    expect(text).toContain(gain);
  },
);
