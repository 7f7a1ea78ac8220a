import { describe, expect, test } from 'vitest';
import { messageOf } from '../../functions/channel/message.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderNotification } from '../../functions/notify/render.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { summarizeTouchpoint } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../shared/evaluation/week/summarize-week.ts';
import { alertSchema } from '../../shared/model/alert.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const checkId = 'website/field-speed@mobile';
/** Three minutes before the mail is written. */
const seenAt = '2026-11-23T05:57:00.000Z';
const open = anIncident({
  ...{ touchpointId: 'website', checkId, suspectedAt: seenAt, openedAt: seenAt },
  finding: { kind: 'measurement', id: 'lcpMs', value: 4_600, bound: 2_500, side: 'at-most', unit: 'ms' },
});
const over: Incident = {
  ...open,
  ...{ state: 'resolved', resolvedAt: '2026-11-20T08:00:00.000Z' },
  ...{ suspectedAt: '2026-11-18T08:00:00.000Z', openedAt: '2026-11-18T08:00:00.000Z' },
};
/** 3 minutes, 2 days, as each language counts them. */
const lengths = /\d+ (?:minute|hour|day|хвилин|годин|д(?:ень|ні|ня|нів|ней)|минут|час)/;

const file = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${onlyChecks({}).replace(
    'field-speed: false',
    'field-speed: { secret: crux-key, devices: [mobile] }',
  )} }
`;

function mailIn(language: Language, incident: Incident) {
  const reading = parseConfiguration(file, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { calendar, business, touchpoints } = reading.configuration;
  const light = incident.state === 'open' ? 'red' : 'green';
  const summed = touchpoints.map((touchpoint) => {
    const status = aStatus({ touchpointId: 'website', checkId, light, lastRunAt: now });
    const history = { ...healthy(touchpoint), incidents: [incident], statuses: [status] };
    return summarizeTouchpoint(history, { week, before, now, calendar });
  });
  const summary = summarizeWeek({ business, calendar, week, now, touchpoints: summed, monthlyDollars: null });
  const { subject, text } = renderMail(summary, { language, reportUrl: null });
  return { subject, text: text.replaceAll(/\s+/g, ' ').replaceAll(/28 (?:days|днів|дней)/g, '') };
}

describe('what covers 28 days', () => {
  test.each([
    ['en', '1 red: pages have been slow for real visitors', 'noticed Mon 23 Nov, 07:57 (ongoing)'],
    ['uk', '1 червона: у справжніх відвідувачів сторінки повільні', 'помічено пн'],
    ['ru', '1 красная: у реальных посетителей страницы медленные', 'замечено пн'],
  ] as const)('has no length in the mail of the week in which it was noticed (%s)', (language, subject, noticed) => {
    const mail = mailIn(language, open);
    expect(mail.subject).toMatch(new RegExp(`${subject}$`));
    expect(mail.text).toContain(noticed);
    expect(mail.text).not.toMatch(lengths);
  });

  test.each([
    ['en', /noticed Wed 18 Nov, 10:00; gone Fri 20 Nov, 10:00/],
    ['uk', /помічено ср, .*10:00; зникло пт, .*10:00/],
    ['ru', /замечено ср, .*10:00; исчезло пт, .*10:00/],
  ] as const)('has none once it is over, either (%s)', (language, moments) => {
    const mail = mailIn(language, over);
    expect(mail.text).toMatch(moments);
    expect(`${mail.subject} ${mail.text}`).not.toMatch(lengths);
  });

  test.each([
    ['en', 'Noticed: ', 'Since: ', 'recovered; last problem: '],
    ['uk', 'Помічено: ', 'Почалося: ', 'знову гаразд; остання проблема: '],
    ['ru', 'Замечено: ', 'Началось: ', 'снова в порядке; последняя проблема: '],
  ] as const)(
    'was noticed, and did not begin then, in an alert and in a chat (%s)',
    (language, noticed, since, end) => {
      const reader = { language, timeZone: 'Europe/Kyiv' };
      const told = (incident: Incident, reason: 'opened' | 'resolved') => {
        const light = reason === 'opened' ? 'red' : 'green';
        const notice = { checkId, reason, light, subjectAt: seenAt, n: 1, incident } as const;
        return renderNotification(
          { touchpointId: 'website', light, reason, createdAt: now, notices: [notice] },
          reader,
        );
      };
      const { text, subject, json, sms } = told(open, 'opened');
      expect(text).toContain(noticed);
      expect(text).not.toContain(since);
      expect(`${subject} ${sms}`).not.toMatch(/since| з \d| с \d/);
      const alert = alertSchema.parse(JSON.parse(json));
      const [notice] = alert.notices;
      if (notice === undefined) throw new Error('The alert says nothing.');
      const { facts } = messageOf(notice, alert, { ...reader, business: 'Coffee Lab' });
      expect(facts.map(([label]) => `${label}: `)).toContain(noticed);
      const recovered = told(over, 'resolved');
      expect(recovered.sms).toContain(end);
      expect(recovered.text).not.toMatch(lengths);
    },
  );
});
