import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditPage, renderAudit } from '../../functions/digest/report/render-audit.ts';
import { type LaunchedBrowser, launchBrowser } from '../../shared/browser/launch.ts';
import type { Found, SiteTrouble } from '../../shared/evaluation/audit/worst-troubles.ts';
import { languages } from '../../shared/model/business.ts';
import { aCheck } from '../support/a-check.ts';
import { stated } from '../support/said.ts';

type Page = Awaited<ReturnType<LaunchedBrowser['context']['newPage']>>;

/** An SVG stands for a screenshot: its size is what matters. */
function aScreen(width: number, height: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

const mark = { kind: 'phone', label: '+380441234567', state: 'faulty', x: 20, y: 30, width: 150, height: 20 } as const;
const pictureOf = (name: string, width: number, height: number) => ({
  ...{ name, page: 'https://coffeelab.example/', width, height, src: aScreen(width, height), marks: [mark] },
});
const found: Found = {
  ...{ check: aCheck({ id: 'website/contacts@mobile' }), light: 'red' },
  finding: { kind: 'cause', cause: null, says: stated('The page shows one number and dials another.') },
};
const trouble: SiteTrouble = { kind: 'contacts', light: 'red', role: 'developer', found: [found] };
const audit: AuditPage = {
  ...{ url: 'https://coffeelab.example/', startedAt: '2026-11-23T06:00:00.000Z', timeZone: 'UTC', light: 'red' },
  troubles: [trouble],
  checks: [
    {
      ...{ probe: 'contacts', device: null, light: 'red', sentence: `A long address: ${'x'.repeat(300)}`, also: [] },
      ...{ figures: 'clicksToContact 1', gaps: [], contacts: [] },
      pictures: [pictureOf('phone', 390, 3000), pictureOf('desktop', 1350, 940)],
    },
    {
      ...{ probe: 'form', device: null, light: null, sentence: 'Nothing to check here.', also: [], figures: '' },
      ...{ gaps: [], contacts: [], pictures: [pictureOf('form', 1350, 600)] },
    },
  ],
};

describe('the page of an audit in a browser that prefers dark colours', () => {
  let browser: LaunchedBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser({ context: { colorScheme: 'dark' } });
    page = await browser.context.newPage();
  });
  afterAll(() => browser?.close());

  it.each([360, 1280])('fits a window of %i pixels in every language', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    for (const language of languages) {
      await page.setContent(renderAudit(audit, language));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBe(width);
    }
  });

  it.each(['light', 'dark'] as const)('can be read with any aid in %s colours', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    // The page's own policy lets no script run, axe's neither.
    const html = renderAudit(audit, 'uk').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    await page.setContent(html);
    await page.evaluate(axe.source);
    const found = await page.evaluate<string[]>(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );
    expect(found).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
  });

  it('is dark on the screen, and on paper light, whole and unfolded', async () => {
    const colours = () =>
      page.evaluate(() => {
        const { backgroundColor } = getComputedStyle(document.body);
        const section = document.querySelector('section');
        return [backgroundColor, section === null ? '' : getComputedStyle(section).backgroundColor];
      });
    // A4 between its margins, at 96 dots an inch.
    const paper = { width: 688, height: 1017 };
    await page.setViewportSize(paper);
    await page.setContent(renderAudit(audit, 'en'));
    expect(await colours()).toEqual(['rgb(14, 19, 23)', 'rgb(26, 33, 39)']);
    const figures = page.getByText('clicksToContact 1');
    expect(await figures.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    expect(await figures.evaluate((element) => element.checkVisibility())).toBe(true);
    const parts = await page.evaluate(() =>
      Array.from(document.querySelectorAll('figure'), (figure) => {
        const size = (selector: string) => figure.querySelector(selector)?.getBoundingClientRect().toJSON();
        const { breakInside } = getComputedStyle(figure);
        return { image: size('img'), marks: size('svg'), height: figure.getBoundingClientRect().height, breakInside };
      }),
    );
    expect(parts).toHaveLength(3);
    for (const { image, marks, height, breakInside } of parts) {
      expect(breakInside).toBe('avoid-page');
      expect(height).toBeLessThan(paper.height);
      expect(image.right).toBeLessThan(paper.width);
      expect([marks.width, marks.height]).toEqual([expect.closeTo(image.width, 0), expect.closeTo(image.height, 0)]);
    }
    expect(parts[0]?.image.width / parts[0]?.image.height).toBeCloseTo(390 / 3000, 2);
  });

  it('prints as A4', async () => {
    await page.emulateMedia({ media: null });
    await page.setContent(renderAudit(audit, 'en'));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...size]) => size.map(Number));
    expect(boxes.length).toBeGreaterThan(0);
    for (const [width, height] of boxes) {
      expect(width).toBeCloseTo(595, 0);
      expect(height).toBeCloseTo(842, 0);
    }
  });
});
