import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RenderedMail, renderMail } from '../../functions/digest/render-mail.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';
import { languages } from '../../shared/model/business.ts';
import { aWeek, type WeekName, weekNames } from './six-weeks.ts';
import { someEvidence } from './some-evidence.ts';

const goldens = 'test/golden/digest';
const reportGoldens = 'test/golden/report';
const reportUrl = 'https://reports.coffeelab.example/2026-W47.html';

function mailOf(name: WeekName, language: (typeof languages)[number] = 'en'): RenderedMail {
  return renderMail(aWeek(name), { language, reportUrl });
}

describe('the mail of six weeks', () => {
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
    const top = text.split('\n').slice(0, 12).join('\n');
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
  'all-green': /ALL 4 GREEN[\s\S]*There is nothing to do/,
  'one-red':
    /1 RED[\s\S]*contact form has failed for 6 days, since Tue 17 Nov[\s\S]*1\. The contact form does not work/,
  'everything-red':
    /4 RED[\s\S]*website has not answered for 64 hours, since Fri 20 Nov[\s\S]*1\. The website does not answer/,
  'no-data': /4 GREY[\s\S]*no measurement in this week[\s\S]*Ask whoever looks after Touchlight/,
  'first-week': /ALL 4 GREEN[\s\S]*watched since Thursday 19 November/,
  huge: /11 RED[\s\S]*website \(shop-1\) has not answered for 64 hours/,
};

function reportOf(name: WeekName): string {
  return renderReport(aWeek(name), someEvidence(name), 'en');
}

describe('the report of six weeks', () => {
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
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(weekNames)(
    'the mail of %s scrolls downwards only, has contrast in light and dark, and no fault for axe',
    async (name) => {
      await lookAt(mailOf(name, name === 'huge' ? 'uk' : 'en').html, [...sights, ...otherSights]);
    },
  );

  test.each(weekNames)('the report of %s does so, too', async (name) => {
    await lookAt(reportOf(name), sights);
  });

  async function lookAt(html: string, allSights: readonly Sight[]): Promise<void> {
    const page = await browser.context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    try {
      await page.setContent(html);
      await page.evaluate(axe.source);
      for (const sight of allSights) {
        const [width, colorScheme] = sight;
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide, `${width} px`).toBeLessThanOrEqual(0);
        const rules = sights.includes(sight) ? '{}' : "{ runOnly: ['color-contrast'] }";
        expect(JSON.parse(await page.evaluate<string>(faultsFound(rules))), sight.join(' px, ')).toEqual([]);
      }
      expect(asked.filter((url) => !/^(about|data):/.test(url))).toEqual([]);
    } finally {
      await page.close();
    }
  }
});

/** The widths wrap the words, the modes choose the colours: each is looked at once. */
type Sight = readonly [width: number, colorScheme: 'dark' | 'light'];
const sights: readonly Sight[] = [
  [360, 'dark'],
  [800, 'light'],
];
/** A mail's program may mix them: there every width is looked at in every mode. */
const otherSights: readonly Sight[] = [
  [360, 'light'],
  [800, 'dark'],
];

/** The names and roles that axe checks beside the colours are the same in every sight. */
const faultsFound = (
  rules: string,
): string => `axe.run({ resultTypes: ['violations'], ...${rules} }).then(({ violations }) =>
  JSON.stringify(violations.map(({ id, nodes }) => [id, nodes[0].html, nodes[0].failureSummary].join(' '))))`;
