import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { summarizeTouchpoint, type TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek, type WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { digestWords } from '../../shared/i18n/digest.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import { aConversation } from '../support/a-week.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const mailbox =
  '{ id: mailbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: mail, sla: { firstResponse: 4h } }';
const phone =
  '{ id: phone, kind: phone, numbers: ["+380 44 123 45 67"], source: twilio, secret: twilio, sla: { firstResponse: 4h } }';
const facebook = '{ id: facebook, kind: facebook, page: "1", secret: fb, sla: { firstResponse: 4h } }';

const waits: Readonly<Record<string, Partial<Conversation>>> = {
  mailbox: { kind: 'message', permalink: 'INBOX: “Order 4711”', text: 'Where is my order?' },
  phone: { kind: 'call', permalink: null, author: '…4567', text: '' },
  facebook: {},
};

/** A week after which one customer waits at each of these touchpoints. */
function aWeekAt(...touchpoints: readonly string[]): WeekSummary {
  const reading = parseConfiguration(
    `business: Coffee Lab\ntimeZone: Europe/Kyiv\nhours: { mon-fri: ["09:00-18:00"] }\ntouchpoints:\n${touchpoints.map((each) => `  - ${each}\n`).join('')}`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { calendar, business, touchpoints: all } = reading.configuration;
  const histories = all.map((touchpoint): TouchpointHistory => {
    const conversations = [aConversation({ checkId: `${touchpoint.id}/responses`, ...waits[touchpoint.id] })];
    return { ...healthy(touchpoint), conversations };
  });
  const summed = histories.map((history) => summarizeTouchpoint(history, { week, before, now, calendar }));
  return summarizeWeek({ business, calendar, week, now, touchpoints: summed, monthlyDollars: null });
}

const textOf = (summary: WeekSummary, language: 'en' | 'uk' | 'ru' = 'en'): string =>
  renderMail(summary, { language, reportUrl: null }).text.replaceAll(/\s+/g, ' ');

test.each([
  ['en', 'Answer 1 customer who wrote to the mailbox', 'INBOX: “Order 4711”'],
  ['uk', 'Дайте відповідь 1 клієнту, що написав на пошту', 'INBOX: «Order 4711»'],
  ['ru', 'Ответьте 1 клиенту, который написал на почту', 'INBOX: «Order 4711»'],
] as const)(
  'who wrote to the mailbox is to be answered, and is found by folder and subject, in %s',
  (language, expected, place) => {
    const text = textOf(aWeekAt(mailbox), language);
    expect(text).toContain(expected);
    expect(text).toContain(place);
  },
);

test.each([
  ['en', 'Call back 1 customer', 'Call back now, longest wait first', '…4567 (missed call: Mon 16 Nov, 10:00)'],
  [
    'uk',
    'Передзвоніть 1 клієнту',
    'Передзвоніть зараз, спочатку тому, хто чекає найдовше',
    '…4567 (пропущений дзвінок: пн, 16 лист., 10:00)',
  ],
  [
    'ru',
    'Перезвоните 1 клиенту',
    'Перезвоните сейчас, сначала тому, кто ждёт дольше всех',
    '…4567 (пропущенный звонок: пн, 16 нояб., 10:00)',
  ],
] as const)('who called is to be called back, in %s', (language, what, todo, call) => {
  const text = textOf(aWeekAt(phone), language);
  expect(text).toContain(what);
  expect(text).toContain(call);
  expect(text).toContain(todo);
});

test.each([
  ['en', '1 customer (Mailbox) has waited too long, 40'],
  ['uk', '1 клієнт (Поштова скринька) надто довго чекає на відповідь, уже 40'],
  ['ru', '1 клиент (Почтовый ящик) слишком долго ждёт ответа, уже 40'],
] as const)('of one customer nothing is said to be up to, in %s', (language, said) => {
  expect(
    digestWords[language].waited(
      1,
      ` (${language === 'en' ? 'Mailbox' : language === 'uk' ? 'Поштова скринька' : 'Почтовый ящик'})`,
      '40 h',
    ),
  ).toContain(said);
});

test('a mailbox, a phone and a page together are listed', () => {
  expect(textOf(aWeekAt(facebook, mailbox, phone))).toContain('Answer 3 customers: ');
});

test.each([
  ['en', '3 customers needed an answer this week.', '■ 3 waiting longer than promised', 'Email: 1 (in time: 0'],
  ['uk', 'Цього тижня на відповідь чекали: 3 клієнти.', '■ 3 без відповіді довше, ніж обіцяно', 'Пошта: 1 (вчасно: 0'],
  ['ru', 'На этой неделе ответа ждали: 3 клиента.', '■ 3 без ответа дольше обещанного', 'Почта: 1 (вовремя: 0'],
] as const)('customers stand first, counted by zone and channel, in %s', (language, lead, zone, channel) => {
  const text = textOf(aWeekAt(facebook, mailbox, phone), language);
  for (const part of [lead, zone, channel]) expect(text).toContain(part);
  expect(text.indexOf(lead)).toBeLessThan(text.indexOf(digestWords[language].heading.actions));
});

test('who waits is listed once, longest wait first', () => {
  const text = textOf(aWeekAt(mailbox, phone));
  expect(text.split('INBOX: “Order 4711”')).toHaveLength(2);
  expect(text.split('…4567 (missed call')).toHaveLength(2);
});

test('a form whose mailbox nobody reads is said to be unknown, and the count is "at least"', () => {
  const website = '{ id: website, kind: website, url: "https://coffeelab.example" }';
  expect(textOf(aWeekAt(website, facebook))).toContain('At least 1 customer needed an answer this week.');
  expect(textOf(aWeekAt(website, facebook)), 'the bar has an unknown end').toContain(' ■? ');
  expect(textOf(aWeekAt(website, facebook))).toContain('Website form: unknown, because Touchlight reads no mailbox.');
  expect(textOf(aWeekAt(website, mailbox))).not.toContain('Website form: unknown');
});
