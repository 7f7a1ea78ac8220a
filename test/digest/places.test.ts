import { expect, test } from 'vitest';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { sheetOf } from '../../shared/evaluation/places/sheet.ts';
import {
  summarizeTouchpoint,
  type TouchpointHistory,
  type TouchpointWeek,
} from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek, type WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { placeWords } from '../../shared/i18n/places/places.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Place } from '../../shared/model/place.ts';
import { read } from '../config/reading.ts';
import { emptyHistory } from '../support/a-week.ts';
import { failing } from './failing-histories.ts';
import { healthy } from './healthy-history.ts';
import { before, now, week } from './week-47.ts';

const website = '{ id: website, kind: website, url: "https://coffeelab.example" }';
const facebook = '{ id: facebook, kind: facebook, page: "1", secret: fb, sla: { firstResponse: 4h } }';
const youtube = '{ id: youtube, kind: youtube, page: UCcoffeelab, secret: yt, sla: { firstResponse: 4h } }';
const inbox =
  '{ id: inbox, kind: mailbox, page: info@coffeelab.example, server: "imap.coffeelab.example:993", secret: mail, sla: { firstResponse: 4h } }';

type Past = Readonly<Record<string, typeof healthy>>;

/** What is not named was healthy. */
function aWeekAt(touchpoints: readonly string[], past: Past = {}, at = now): WeekSummary {
  const {
    business,
    calendar,
    touchpoints: all,
  } = read(
    `business: Coffee Lab\ntimeZone: Europe/Kyiv\nhours: { mon-fri: ["09:00-18:00"] }\ntouchpoints:\n${touchpoints.map((each) => `  - ${each}\n`).join('')}`,
  );
  const weeks = all
    .map((touchpoint): TouchpointHistory => (past[touchpoint.id] ?? healthy)(touchpoint))
    .map((history) => summarizeTouchpoint(history, { week, before, now: at, calendar }));
  return summarizeWeek({ business, calendar, week, now: at, touchpoints: weeks, monthlyDollars: null });
}

function mailOf(summary: WeekSummary, language: Language = 'en') {
  return renderMail(summary, { language, reportUrl: null });
}

/** The cells of the report's table, as a reader sees them. */
function reportRows(summary: WeekSummary, language: Language = 'en'): string[][] {
  const html = renderReport(summary, new Map(), language);
  const [table = ''] = /<table class="places".*?<\/table>/.exec(html) ?? [];
  return [...table.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) =>
      cell
        .replaceAll('</p>', ' | ')
        .replaceAll(/<\/?code>/g, '`')
        .replaceAll(/<[^>]+>/g, '')
        .replace(/ \| $/, ''),
    ),
  );
}

test('the mail lists the places that are watched with the worst of each, and the others in one line', () => {
  const summary = aWeekAt([website, facebook, youtube, inbox], { youtube: failing, inbox: emptyHistory });
  const blocks = mailOf(summary).text.split('\n\n');
  expect(blocks.find((block) => block.startsWith('Where customers meet you'))).toBe(`Where customers meet you
========================
○ Email and messengers: Grey
  Answers to customers: not measured yet.
  Mailbox
■ Social pages: Red
  YouTube: Customers wait too long for an answer.
  2 touchpoints: YouTube, Facebook
● Website: Green
Not watched yet: phone, face to face, reviews.`);
});

test('its HTML has the same as a table with headings that a screen reader can announce', () => {
  const { html } = mailOf(aWeekAt([website, facebook]));
  const [table = ''] = /<table[^>]*aria-label="Where customers meet you".*?<\/table>/.exec(html) ?? [];
  expect([...table.matchAll(/<th scope="(\w+)"[^>]*>([^<]+)/g)].map(([, scope, text]) => [scope, text])).toEqual([
    ['col', 'Place'],
    ['col', 'What is known'],
    ['row', 'Social pages'],
    ['row', 'Website'],
  ]);
  expect(html).toContain('Not watched yet: phone, email and messengers, face to face, reviews.');
});

test.each([
  ['en', 'Not watched yet: phone, email and messengers, social pages, face to face, reviews.'],
  ['uk', 'Поки не відстежується: телефон, пошта й месенджери, соцмережі, особисте спілкування, відгуки.'],
  ['ru', 'Пока не отслеживается: телефон, почта и мессенджеры, соцсети, личное общение, отзывы.'],
] as const)('a business with a website alone gets one line and no table of one row, in %s', (language, line) => {
  const { text, html } = mailOf(aWeekAt([website]), language);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(` ${line} `);
  expect(html).toContain(line);
  expect(text).not.toMatch(/Where customers meet you|Де ви зустрічаєтеся|Где вы встречаетесь/);
});

test('where nothing is watched, the mail says only that', () => {
  const nothing = { ...aWeekAt([website]), touchpoints: [], places: sheetOf<TouchpointWeek>([]) };
  expect(mailOf(nothing).text).not.toContain('Not watched yet');
});

test('the report shows all six places: how each stands, who watches it since when, or how to begin', () => {
  expect(reportRows(aWeekAt([website, facebook, youtube], { youtube: failing }))).toEqual([
    ['Place', 'What is known'],
    [
      'Phone',
      '– Not watched | To begin: `touchlight score new phone` makes a form for rating calls. It takes ten minutes.',
    ],
    ['Email and messengers', '– Not watched | To begin: add `kind: mailbox` to touchpoints.yaml.'],
    [
      'Social pages',
      '■ Red | YouTube: Customers wait too long for an answer. | 2 touchpoints: YouTube, Facebook; measured Mon 23 Nov, 07:55',
    ],
    [
      'Face to face',
      '– Not watched | To begin: `touchlight score new live-contact` makes a form for rating a visit. It takes ten minutes.',
    ],
    ['Website', '● Green | measured Mon 23 Nov, 07:55'],
    ['Reviews', '– Not watched | To begin: add `kind: google-reviews` or `kind: trustpilot` to touchpoints.yaml.'],
  ]);
});

test('what was never measured has no date, and is grey', () => {
  const [, , , , , row] = reportRows(aWeekAt([website], { website: emptyHistory }), 'uk');
  expect(row).toEqual(['Сайт', '○ Сіре | Доступність сайту: ще не вимірювали.']);
});

test('a week further back shows how it ended, and says nothing of what was measured since', () => {
  const rows = reportRows(aWeekAt([website, facebook], { facebook: failing }, '2026-12-14T06:00:00.000Z'));
  expect([rows[3], rows[5]]).toEqual([
    ['Social pages', '■ Red | Customers wait too long for an answer. | Facebook'],
    ['Website', '● Green'],
  ]);
});

/** The last of these touchpoints is one that people assess; their visits are those that its last run spoke of. */
function aScoredWeek(
  touchpoints: readonly string[],
  params: Readonly<Record<string, unknown>>,
  language: Language,
  place: Place = 'live-contact',
) {
  const {
    business,
    calendar,
    touchpoints: all,
  } = read(
    `business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n${touchpoints.map((each) => `  - ${each}\n`).join('')}`,
  );
  const scored = all.at(-1)?.id;
  const weeks = all.map((touchpoint) => {
    const options = { template: { place } };
    const checks = touchpoint.checks.map((check) => ({ ...check, options }));
    const history = healthy(touchpoint.id === scored ? { ...touchpoint, checks } : touchpoint);
    const lastFinding: Finding = { kind: 'cause', cause: null, says: { id: 'scorecard/summary', params } };
    const statuses = history.statuses.map((status) => ({ ...status, lastFinding }));
    return summarizeTouchpoint(touchpoint.id === scored ? { ...history, statuses } : history, {
      ...{ week, before, now, calendar },
    });
  });
  const summary = summarizeWeek({ business, calendar, week, now, touchpoints: weeks, monthlyDollars: null });
  return reportRows(summary, language).find(([name]) => name === placeWords[language].place[place])?.[1];
}

test.each([
  ['en', 5, '● Green | Facebook: 5 visits assessed, the latest Tue 17 Nov, 14:05'],
  ['en', 1, '● Green | Facebook: 1 visit assessed, the latest Tue 17 Nov, 14:05'],
  ['uk', 3, '● Зелене | Facebook: 3 оцінені візити, останній вт, 17 лист., 14:05'],
  ['ru', 5, '● Зелёный | Facebook: 5 оценённых визитов, последний вт, 17 нояб., 14:05'],
] as const)(
  'a place that only people assess says how often they did and when they did last: %s, %i',
  (language, n, cell) => {
    const newestAt = '2026-11-17T12:05:00.000Z';
    expect(aScoredWeek([website, facebook], { n, newestAt, title: 'Shop floor' }, language)).toBe(cell);
  },
);

test('visits that a run did not speak of are not made up', () => {
  expect(aScoredWeek([facebook], { n: 'many', newestAt: null }, 'en')).toBe('● Green | Facebook: nothing assessed yet');
});

test('a place that both programs and people watch says both', () => {
  const phone =
    '{ id: phone, kind: phone, numbers: ["+380 44 123 45 67"], source: twilio, secret: t, sla: { firstResponse: 4h } }';
  const params = { n: 12, newestAt: '2026-11-17T12:05:00.000Z' };
  expect(aScoredWeek([phone, facebook], params, 'en', 'phone')).toBe(
    '● Green | Phone; Facebook: 12 visits assessed, the latest Tue 17 Nov, 14:05; measured Mon 23 Nov, 07:55',
  );
});
