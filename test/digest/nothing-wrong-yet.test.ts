import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { summarizeTouchpoint, type TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek } from '../../shared/evaluation/week/summarize-week.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { sayFormArrival } from '../../shared/probes/form-arrival/statements.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { sayShopper } from '../../shared/probes/shopper/statements.ts';
import { read } from '../config/reading.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aConversation } from '../support/a-week.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

type Language = 'en' | 'uk' | 'ru';

const inbox =
  '{ id: inbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: mail, sla: { firstResponse: 4h } }';
const phone =
  '{ id: phone, kind: phone, numbers: ["+380 44 123 45 67"], source: twilio, secret: t, sla: { firstResponse: 4h } }';
const shopper =
  '{ id: enquiries, kind: shopper, to: info@coffeelab.example, address: s@probe.example, server: "imap.probe.example:993", smtp: "smtp.probe.example:587", secret: s, sla: { firstResponse: 4h } }';
const website =
  '{ id: website, kind: website, url: "https://coffeelab.example", checks: { form: { mode: submit, arrivesIn: inbox } } }';

interface Trouble {
  readonly checkId: string;
  readonly finding: Finding;
  readonly incident?: Partial<Incident>;
}

/** The mail of Monday 08:00; the last promise of four hours began on Friday at half past two. */
function mailOf(touchpoint: string, trouble: Trouble, language: Language = 'en', waits: readonly string[] = []) {
  const { checkId, finding } = trouble;
  const since = '2026-11-20T15:30:00.000Z';
  const incident = anIncident({
    ...{ touchpointId: checkId.split('/')[0] ?? '', checkId, light: 'yellow', worstLight: 'yellow' },
    ...{ suspectedAt: since, openedAt: since, finding, ...trouble.incident },
  });
  const light = incident.state === 'open' ? incident.light : 'green';
  const { calendar, business, touchpoints } = read(
    `business: Coffee Lab\ntimeZone: Europe/Kyiv\nhours: { mon-fri: ["09:00-18:00"] }\ntouchpoints:\n  - ${touchpoint}\n${touchpoint === website ? `  - ${inbox}\n` : ''}`,
  );
  const lastRunAt = '2026-11-23T05:55:00.000Z';
  const summed = touchpoints.map((each) => {
    const usual = healthy(each);
    const history: TouchpointHistory = {
      ...usual,
      statuses: usual.statuses.map((status) =>
        status.checkId === checkId ? aStatus({ ...status, light, lastRunAt, incident, lightSince: since }) : status,
      ),
      incidents: incident.touchpointId === each.id ? [incident] : [],
      conversations: waits.map((waitingSince, n) =>
        aConversation({
          ...{ checkId, id: `wait ${n}`, kind: each.kind === 'phone' ? 'call' : 'message', waitingSince },
          ...{ startedAt: waitingSince, text: `Question ${n}`, permalink: `INBOX: “Order ${n}”` },
        }),
      ),
    };
    return summarizeTouchpoint(history, { week, before, now, calendar });
  });
  const summary = summarizeWeek({ business, calendar, week, now, touchpoints: summed, monthlyDollars: null });
  const { subject, text } = renderMail(summary, { language, reportUrl: null });
  return { subject, text: text.replaceAll(/\s+/g, ' ') };
}

const number = { kind: 'measurement', side: 'at-most', unit: 'minutes' } as const;
const nearlyOver: Finding = {
  ...{ ...number, id: 'oldestWaitingMinutes', value: 210, bound: 180 },
  because: sayResponses('responses/waiting', {
    link: 'INBOX: “Order 0”',
    ...{ waitedMinutes: 210, dueAt: '2026-11-23T07:30:00.000Z', others: 1, timeZone: 'Europe/Kyiv' },
  }),
};
/** Half past two, a quarter to three, and Sunday. */
const waits = ['2026-11-20T12:30:00.000Z', '2026-11-20T12:45:00.000Z', '2026-11-22T10:00:00.000Z'];

test.each([
  [
    'en',
    '1 yellow: 2 customers (Mailbox) must get an answer, the first by 09:30 today',
    ['Most urgent: 2 customers', 'Answer 2 customers who wrote to the mailbox', 'By: Mon 23 Nov, 09:30'],
  ],
  [
    'uk',
    '1 жовта: треба відповісти 2 клієнтам (Поштова скринька), першому – сьогодні до 09:30',
    ['Найтерміновіше: треба', 'Дайте відповідь 2 клієнтам, що написали на пошту', 'До: пн, 23 лист., 09:30'],
  ],
  [
    'ru',
    '1 жёлтая: нужно ответить 2 клиентам (Почтовый ящик), первому – сегодня до 09:30',
    ['Самое срочное: нужно', 'Ответьте 2 клиентам, которые написали на почту', 'До: пн, 23 нояб., 09:30'],
  ],
] as const)('a promise that is nearly over: who must be answered, and by when, in %s', (language, subject, parts) => {
  const mail = mailOf(inbox, { checkId: 'inbox/responses', finding: nearlyOver }, language, waits);
  expect(mail.subject).toBe(subject);
  for (const part of parts) expect(mail.text).toContain(part);
});

test('nobody who is still in time is said to have waited too long, and each is listed with the promise', () => {
  const { text } = mailOf(inbox, { checkId: 'inbox/responses', finding: nearlyOver }, 'en', waits);
  expect(text).not.toContain('too long');
  expect(text).toContain('▲ Mailbox: Yellow');
  expect(text, 'nothing has gone wrong yet').toContain('Someone must get an answer soon. Week before: green.');
  expect(text).not.toContain('What went wrong');
  expect(text).toContain(
    'Waiting now, still in time, most urgent first: - Mailbox · Ann K.: “Question 0” waiting for 3 h 30 min of business time; answer promised by Mon 23 Nov, 09:30; INBOX: “Order 0”',
  );
  expect(text).toContain(
    '“Question 2” came in just now or outside business hours; answer promised by Mon 23 Nov, 13:00; INBOX: “Order 2”',
  );
});

test('who called is called back by then', () => {
  const { subject } = mailOf(phone, { checkId: 'phone/responses', finding: nearlyOver }, 'en', waits.slice(0, 1));
  expect(subject).toBe('1 yellow: 1 customer (Phone) must be called back by 09:30 today');
});

const asked = {
  ...{ token: 'TL-7K3Q9ZB', to: 'info@coffeelab.example', sentAt: '2026-11-20T12:30:00.000Z' },
  timeZone: 'Europe/Kyiv',
};
const over = { state: 'resolved', resolvedAt: '2026-11-20T16:00:00.000Z' } as const;

test.each<[string, string, Trouble, string, readonly string[]]>([
  [
    'a test enquiry that is due',
    shopper,
    {
      checkId: 'enquiries/shopper',
      finding: {
        ...{ ...number, id: 'waitingMinutes', value: 210, bound: 180 },
        because: sayShopper('shopper/waiting', {
          ...asked,
          ...{ waitedMinutes: 210, dueAt: '2026-11-23T07:30:00.000Z', acknowledged: false },
        }),
      },
    },
    '1 yellow: a test enquiry (Test enquiries) still has no answer from a person; answer by 09:30 today',
    ['A test enquiry waits for an answer', 'By: Mon 23 Nov, 09:30'],
  ],
  [
    'a test enquiry that was answered late',
    shopper,
    {
      checkId: 'enquiries/shopper',
      finding: {
        ...{ ...number, id: 'firstResponseMinutes', value: 400, bound: 240 },
        because: sayShopper('shopper/late', { ...asked, responseMinutes: 400, slaMinutes: 240 }),
      },
    },
    '1 yellow: the last test enquiry (Test enquiries) was answered late',
    ['Worst: the last test enquiry (Test enquiries) was answered late.', 'Decide who answers emails'],
  ],
  [
    'a test enquiry that came back',
    shopper,
    {
      checkId: 'enquiries/shopper',
      finding: { kind: 'cause', cause: 'undeliverable', says: sayShopper('shopper/undeliverable', asked) },
      incident: { light: 'red', worstLight: 'red' },
    },
    '1 red: emails to you (Test enquiries) have come back as undeliverable for 63 hours',
    ['Check that the mailbox exists and is not full'],
  ],
  [
    'access that ends soon',
    inbox,
    {
      checkId: 'inbox/responses',
      finding: { kind: 'measurement', id: 'tokenDaysLeft', value: 3, bound: 7, side: 'at-least', unit: 'days' },
    },
    '1 yellow: the access (Mailbox) ends soon',
    ['Who: the person who runs Touchlight', 'Ask the person who runs Touchlight to renew the access.'],
  ],
  [
    'answers that were given in time, but late',
    inbox,
    { checkId: 'inbox/responses', finding: nearlyOver, incident: over },
    'All green: customers (Mailbox) got an answer only shortly before the promised time was over',
    [
      'Everything is green. This week, customers (Mailbox) got an answer only shortly before',
      'No problems. Week before: green. What went wrong: - Answers at the last moment · Fri 20 Nov, 17:30 to Fri 20 Nov, 18:00',
    ],
  ],
  [
    'messages in spam',
    website,
    {
      checkId: 'website/form-arrival',
      finding: {
        ...{ kind: 'measurement', id: 'inSpam', value: 1, bound: 0, side: 'at-most', unit: 'count' },
        because: sayFormArrival('form-arrival/in-spam', { ...asked, folder: 'Junk' }),
      },
    },
    '1 yellow: messages from the form have landed in spam for 63 hours',
    ['Look into the spam folder'],
  ],
])('%s is not called a wait that is too long', (_, touchpoint, trouble, subject, parts) => {
  const mail = mailOf(touchpoint, trouble);
  expect(mail.subject).toBe(subject);
  for (const part of parts) expect(mail.text).toContain(part);
  expect(mail.text).not.toContain('too long');
});
