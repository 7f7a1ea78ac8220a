import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { keepPlan } from '../../functions/digest/keep-plan.ts';
import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { readPlan } from '../../functions/page/plan/read-plan.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { type Language, languages } from '../../shared/model/language.ts';
import { neutral, people } from '../support/a-saying.ts';
import { aBusiness, aConversation } from '../support/a-week.ts';
import { now, week } from './week-47.ts';

const configuration = aBusiness();
const lastMonth = { at: '2026-10-10T09:00:00.000Z' };
const review = (id: string, text: string, overrides = {}) =>
  aConversation({
    ...{ checkId: 'google-reviews/responses', id, kind: 'review', rating: 1, authorId: id, text },
    ...{ permalink: `https://maps.example/${id}`, state: 'answered', closedAt: '2026-11-20T10:00:00.000Z' },
    ...{ startedAt: '2026-11-20T09:00:00.000Z', ...overrides },
  });

let folder: string;
let table: EmbeddedTable;
let summary: WeekSummary;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-themes-'));
  table = await openEmbeddedTable(folder);
  const { conversations } = table.stores;
  await conversations.putSayings([
    ...people(6),
    ...people(2, { checkId: 'facebook/responses', kind: 'comment', rating: null }),
    ...people(3, { complaints: [], rating: 2 }),
    ...people(5, { complaints: [], praises: ['quality'], rating: 5 }),
    ...people(1, lastMonth),
    ...people(15, { ...neutral, ...lastMonth }),
  ]);
  await conversations.put([
    review('1', 'Nobody answers the phone <b>ever</b>.'),
    review('2', `I wrote twice and nobody answered me. ${'And then I wrote again. '.repeat(4)}`),
    review('3', 'Called for a week, nobody picked up.', { kind: 'message', rating: null }),
    review('4', 'Nobody answers.', { permalink: 'javascript:alert(1)', startedAt: '2026-08-01T09:00:00.000Z' }),
  ]);
  summary = await readWeek({ configuration, stores: table.stores }, week, now);
});
afterAll(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

const mailIn = (language: Language) => renderMail(summary, { language, reportUrl: null });
const headings = { en: 'What customers keep saying', uk: 'Про що клієнти кажуть', ru: 'О чём клиенты говорят' };

function blockIn(language: Language): string[] {
  const blocks = mailIn(language).text.split('\n\n');
  return (blocks.find((block) => block.startsWith(headings[language])) ?? '').split('\n').slice(2);
}

describe('what customers keep saying, in the weekly mail', () => {
  it('is told in each language, with where, a few words and their link', () => {
    expect(Object.fromEntries(languages.map((language) => [language, blockIn(language)]))).toMatchInlineSnapshot(`
      {
        "en": [
          "- Nobody answers or calls back: 8 people in 30 days (1 in the 30 days",
          "  before), growing",
          "  Google reviews: 6, Facebook: 2",
          "  “Nobody answers the phone <b>ever</b>.”",
          "  https://maps.example/1",
          "  “I wrote twice and nobody answered me. And then I wrote again. And then I",
          "  wrote again. And then I wrote agai...”",
          "  https://maps.example/2",
          "+ Quality is good: 5 people in 30 days (0 in the 30 days before)",
          "  Google reviews: 5",
          "At least this many: people who put it in unusual words are not counted.",
          "Of 11 people who complained, 3 complained of something that fits none of the",
          "themes.",
        ],
        "ru": [
          "- Не отвечают и не перезванивают: 8 человек за 30 дней (за 30 дней до того –",
          "  1), всё чаще",
          "  Отзывы Google: 6, Facebook: 2",
          "  «Nobody answers the phone <b>ever</b>.»",
          "  https://maps.example/1",
          "  «I wrote twice and nobody answered me. And then I wrote again. And then I",
          "  wrote again. And then I wrote agai...»",
          "  https://maps.example/2",
          "+ Хорошее качество: 5 человек за 30 дней (за 30 дней до того – 0)",
          "  Отзывы Google: 5",
          "По меньшей мере столько: кто сказал об этом необычными словами, не посчитан.",
          "Жаловались: 11. Из них 3 – на то, что не относится ни к одной из тем.",
        ],
        "uk": [
          "- Не відповідають і не передзвонюють: 8 людей за 30 днів (за 30 днів до того",
          "  – 1), дедалі частіше",
          "  Відгуки Google: 6, Facebook: 2",
          "  «Nobody answers the phone <b>ever</b>.»",
          "  https://maps.example/1",
          "  «I wrote twice and nobody answered me. And then I wrote again. And then I",
          "  wrote again. And then I wrote agai...»",
          "  https://maps.example/2",
          "+ Хороша якість: 5 людей за 30 днів (за 30 днів до того – 0)",
          "  Відгуки Google: 5",
          "Щонайменше стільки: хто сказав про це незвичними словами, того не",
          "пораховано.",
          "Скаржилося людей: 11. З них 3 – на те, що не належить до жодної з тем.",
        ],
      }
    `);
  });

  it('quotes nobody’s private message, nothing older, and no markup of customers', () => {
    const { html, text } = mailIn('en');
    expect(html).toContain('Nobody answers the phone &lt;b&gt;ever&lt;/b&gt;.');
    expect(text).not.toContain('nobody picked up');
    expect(html).not.toContain('javascript:');
  });

  it('is an action when it grows beyond chance', () => {
    expect(mailIn('en').text).toContain('More customers complain: Nobody answers or calls back (8 people in 30');
  });

  it('stands whole in the report', () => {
    const report = renderReport(summary, new Map(), 'en');
    expect(report).toContain('Nobody answers or calls back: 8 people in 30 days (1 in the 30 days before), growing');
    expect(report).toContain('href="https://maps.example/1"');
    expect(report).toContain('Of 11 people who complained, 3 complained of something that fits none of the themes.');
  });

  it('is left out of the mail where nothing repeats, and where nobody reads what customers write', async () => {
    const quiet = { ...summary, themes: { ...(summary.themes as NonNullable<typeof summary.themes>), themes: [] } };
    for (const week of [quiet, { ...summary, themes: null }]) {
      expect(renderMail(week, { language: 'en', reportUrl: null }).text).not.toContain(headings.en);
    }
  });

  it('stands in the live page’s plan as the last mail had it, and can be closed there', async () => {
    await keepPlan(summary, table.stores);
    const { entries } = await readPlan({ configuration, stores: table.stores }, '2026-11-25T09:00:00.000Z');
    const entry = entries.find(({ id }) => id === 'themes/no-answer');
    expect(entry).toMatchObject({ kind: 'theme', light: 'yellow', fate: 'open', since: '2026-11-23' });
  });
});
