import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RenderedMail, renderMail } from '../../functions/digest/render-mail.ts';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';
import { languages } from '../../shared/model/business.ts';
import { aWeek, type WeekName, weekNames } from './six-weeks.ts';

const goldens = 'test/golden/digest';
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

  // Its own colours, widths and words make a combination: what differs is the width and the mode, so each is looked at once.
  test.each(weekNames)(
    '%s has no sideways scrolling at 360 and 800, enough contrast in light and dark, and no fault for axe',
    async (name) => {
      const page = await browser.context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      try {
        await page.setContent(mailOf(name, name === 'huge' ? 'uk' : 'en').html);
        await page.evaluate(axe.source);
        for (const [width, colorScheme] of [
          [360, 'dark'],
          [800, 'light'],
        ] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(wide, `${width} px`).toBeLessThanOrEqual(0);
          const faults: string = await page.evaluate(
            "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ' ' + nodes[0].html + ' ' + nodes[0].failureSummary)))",
          );
          expect(JSON.parse(faults), `${width} px, ${colorScheme}`).toEqual([]);
        }
        expect(asked.filter((url) => !/^(about|data):/.test(url))).toEqual([]);
      } finally {
        await page.close();
      }
    },
  );
});
