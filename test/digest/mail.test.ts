import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RenderedMail, renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { type Language, languages } from '../../shared/model/business.ts';
import { someEvidence } from './some-evidence.ts';
import { aWeek, type WeekName, weekNames } from './some-weeks.ts';

const goldens = 'test/golden/digest';
const reportGoldens = 'test/golden/report';
const reportUrl = 'https://reports.coffeelab.example/2026-W47.html';

const weeks = new Map(weekNames.map((name) => [name, aWeek(name)]));

function weekOf(name: WeekName): WeekSummary {
  return weeks.get(name) ?? aWeek(name);
}

const mails = new Map<string, RenderedMail>();

function mailOf(name: WeekName, language: Language = 'en'): RenderedMail {
  const key = `${name} ${language}`;
  const mail = mails.get(key) ?? renderMail(weekOf(name), { language, reportUrl });
  mails.set(key, mail);
  return mail;
}

describe('the mail of very different weeks', () => {
  test.each(weekNames)('%s reads as it was reviewed', (name) => {
    for (const language of languages) {
      const { subject, text, html } = mailOf(name, language);
      const files = { txt: `Subject: ${subject}\n\n${text}`, ...(language === 'en' && { html: linesOf(html) }) };
      for (const [ending, content] of Object.entries(files)) {
        const golden = `${goldens}/${name}.${language}.${ending}`;
        if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, content);
        expect(content, golden).toBe(readFileSync(golden, 'utf8'));
      }
    }
  });

  test('no golden is left over', () => {
    const wanted = weekNames.flatMap((name) => [
      `${name}.en.html`,
      ...languages.map((language) => `${name}.${language}.txt`),
    ]);
    expect(readdirSync(goldens).toSorted()).toEqual(wanted.toSorted());
  });

  test.each(weekNames)('%s tells at the top what is worst, since when, and what to do', (name) => {
    const { text } = mailOf(name);
    const blocks = text.split('\n\n');
    expect(blocks[2]).toMatch(/^Customers who wrote or called\n/);
    const top = blocks.toSpliced(2, 1).join('\n\n').split('\n').slice(0, 12).join('\n');
    expect(top).toMatch(expectedTop[name]);
  });

  test.each(weekNames)(
    '%s fits into a mail, loads nothing, runs nothing, and has a text that says the same',
    (name) => {
      for (const language of languages) {
        const { subject, text, html } = mailOf(name, language);
        expect(Buffer.byteLength(html)).toBeLessThan(100_000);
        expect(html).not.toMatch(/<(script|link|img|iframe|object|form|input|base)\b/i);
        expect(html).not.toMatch(/\bsrc=|url\(|@import|javascript:|\bon\w+="/i);
        expect(subject.length).toBeLessThanOrEqual(120);
        expect(subject).not.toMatch(/[\r\n]/);
        for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
        expect(html).not.toMatch(/undefined|NaN|\[object/);
      }
    },
  );
});

const expectedTop: Readonly<Record<WeekName, RegExp>> = {
  'all-green': /ALL 4 GREEN[\s\S]*No action needed/,
  'one-red':
    /1 RED[\s\S]*contact form has been broken for 6 days, since Tue 17 Nov[\s\S]*1\. The contact form does not work/,
  'everything-red':
    /4 RED[\s\S]*website has not responded for 64 hours, since Fri 20 Nov[\s\S]*1\. The website is not responding/,
  'no-data': /4 GREY[\s\S]*measured nothing this week[\s\S]*Ask the\s+person who runs Touchlight/,
  'first-week': /ALL 4 GREEN[\s\S]*monitoring started on 19 November/,
  'dead-check':
    /1 GREY, 3 GREEN[\s\S]*not everything could be measured[\s\S]*1\. Get “Answers to customers” \(Facebook\) measured again/,
  'dead-red':
    /1 GREY, 3 GREEN[\s\S]*Last known: the contact form was broken for 46 hours. Not measured since Thu\s+19\s+Nov/,
  'days-missing': /NOT EVERYTHING WAS MEASURED[\s\S]*not everything could be measured/,
  huge: /11 RED[\s\S]*website \(shop-1\) has not responded for 64 hours/,
};

function reportOf(name: WeekName, language: Language = 'en'): string {
  return renderReport(weekOf(name), someEvidence(name), language);
}

describe('the report of very different weeks', () => {
  test.each(weekNames)('%s reads as it was reviewed, loads nothing and runs nothing', (name) => {
    const html = reportOf(name);
    const golden = `${reportGoldens}/${name}.html`;
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, linesOf(html));
    expect(linesOf(html)).toBe(readFileSync(golden, 'utf8'));
    expect(html).not.toMatch(
      /<(script|link|iframe|object|form|base)\b|\bsrc="(?!data:)|url\(|@import|javascript:|\bon\w+="/i,
    );
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });

  test('no golden is left over', () => {
    expect(readdirSync(reportGoldens).toSorted()).toEqual(weekNames.map((name) => `${name}.html`).toSorted());
  });
});

/** One tag a line, so that a change of one word shows as one line. */
function linesOf(html: string): string {
  return `${html.replaceAll('><', '>\n<')}\n`;
}

describe('in a real browser', () => {
  let browser: LaunchedBrowser;
  let page: Page;
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    // What is set as the page's content keeps its window, so this is read once.
    await page.evaluate(axe.source);
  });
  afterAll(() => browser?.close());

  test.each(weekNames)(
    'mail and report of %s scroll downwards only, load nothing, have contrast in light and dark and no fault for axe',
    async (name) => {
      const language = name === 'huge' ? 'uk' : name === 'everything-red' ? 'ru' : 'en';
      for (const html of [mailOf(name, language).html, reportOf(name, language)]) await lookAt(html);
      expect(asked.filter((url) => !/^(about|data):/.test(url))).toEqual([]);
    },
  );

  test('rows that are blocks on a phone are rows of a table to a screen reader', async () => {
    await page.setContent(reportOf('everything-red'));
    await see(360, 'light');
    const written = await page.evaluate<Record<string, number>>(stackedParts);
    expect(written['row']).toBeGreaterThan(5);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const heard = nodes.flatMap(({ ignored, role }) => (ignored ? [] : [String(role?.value)]));
    expect(Object.keys(written).map((role) => [role, heard.filter((each) => each === role).length])).toEqual(
      Object.entries(written),
    );
  });

  /** The widths wrap the words, the modes choose the colours: axe is asked about colours in each mode, about the rest once. */
  async function lookAt(html: string): Promise<void> {
    await page.setContent(html);
    for (const [width, colorScheme] of lastVisits) {
      await see(width, colorScheme);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${width} px, ${colorScheme}`).toBeLessThanOrEqual(0);
    }
    // The thirty touchpoints of a huge report are painted by the same rules, and each would cost its share again.
    await page.evaluate((more) => document.querySelectorAll(more).forEach((part) => void part.remove()), partsBeyond);
    expect(await faults('{}')).toEqual([]);
    await see(360, 'dark');
    expect(await faults(`{ runOnly: ['color-contrast'] }`)).toEqual([]);
  }

  async function see(width: number, colorScheme: 'dark' | 'light'): Promise<void> {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
  }

  async function faults(rules: string): Promise<unknown> {
    return JSON.parse(await page.evaluate<string>(faultsFound(rules)));
  }
});

/** Leaves no other table, opens what is folded, and counts the parts by their written roles. */
const stackedParts = `(() => {
  for (const table of document.querySelectorAll('table:not(.stacked)')) table.remove();
  for (const folded of document.querySelectorAll('details')) folded.open = true;
  const roles = ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'];
  const blocks = [...document.querySelectorAll('.stacked tr')].filter((row) => getComputedStyle(row).display === 'block');
  if (blocks.length === 0) throw new Error('No row is stacked.');
  return Object.fromEntries(roles.map((role) => [role, document.querySelectorAll('[role="' + role + '"]').length]));
})()`;

const lastVisits = [
  [360, 'dark'],
  [360, 'light'],
  [800, 'dark'],
  [800, 'light'],
] as const;
const partsBeyond = ':is(main, [role=main]) > :nth-child(n + 13)';
const faultsFound = (
  rules: string,
): string => `axe.run({ resultTypes: ['violations'], ...${rules} }).then(({ violations }) =>
  JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary].join(' '))))`;
