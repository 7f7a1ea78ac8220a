import { describe, expect, it } from 'vitest';
import type { PageDeps } from '../../../functions/page/page-deps.ts';
import { aPage } from '../a-page.ts';
import { coffeeLab } from '../coffee-lab.ts';

const report = '<!doctype html><html><head><style>p{}</style></head><body>Ann K. wrote</body></html>';

function pageOf(weeks: Partial<PageDeps['weeks']>, role: 'operator' | 'reader' = 'operator') {
  const read: string[] = [];
  const page = aPage({
    configuration: coffeeLab(),
    role,
    others: {
      weeks: {
        list: async () => ['2026-W47', '2026-W46', 'nonsense', '2026-W60'],
        read: async (id) => {
          read.push(id);
          return id === '2026-W47' ? report : null;
        },
        ...weeks,
      },
    },
  });
  return Object.assign(page, { read });
}

describe('the weeks', () => {
  it('are listed as they came, newest first; what is no week is left out', async () => {
    const html = await pageOf({}).html('/weeks');
    expect([...html.matchAll(/<a href="(\/week\?[^"]*)">([^<]*)</g)].map(([, path, says]) => [path, says])).toEqual([
      ['/week?id=2026-W47', 'Week 47, 16 – 22 November 2026'],
      ['/week?id=2026-W46', 'Week 46, 9 – 15 November 2026'],
    ]);
    expect(html).toContain('<a href="/weeks" aria-current="page">');
  });

  it('are two years of them at most', async () => {
    const ids = Array.from(
      { length: 500 },
      (_, n) => `${2026 - Math.floor(n / 50)}-W${String(50 - (n % 50)).padStart(2, '0')}`,
    );
    const html = await pageOf({ list: async () => ids }).html('/weeks');
    expect(html.match(/\/week\?id=/g)).toHaveLength(104);
  });

  it('are none at first, which is said', async () => {
    expect(await pageOf({ list: async () => [] }).text('/weeks')).toContain('No weekly report has been written yet.');
  });
});

describe('the report of a week', () => {
  it('is sent as it was written, and may do nothing but show its own styles and pictures', async () => {
    const answer = await pageOf({}).get('/week?id=2026-W47');
    expect(await answer.text()).toBe(report);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    const policy = answer.headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "style-src 'unsafe-inline'", 'img-src data:', "frame-ancestors 'none'"])
      expect(policy).toContain(part);
    expect(policy).toMatch(/; sandbox allow-popups/);
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['', '2026-W99', '2026-W46', '../2026-W47', '2026-W47.html', '2026-W47%00', '2026-w47', 'reports/2026-W47'])(
    '"%s" is answered like anything unknown, and no file is asked for by another name than a week’s',
    async (id) => {
      const page = pageOf({});
      const [answer, unknown] = [await page.get(`/week?id=${id}`), await page.get('/nothing-here')];
      expect([answer.status, await answer.text()]).toEqual([404, await unknown.text()]);
      expect(page.read.every((each) => /^2026-W46$/.test(each))).toBe(true);
    },
  );
});

describe('to readers', () => {
  it.each(['/weeks', '/week?id=2026-W47', '/week?id=nonsense'])(
    '%s says that reports are for operators',
    async (path) => {
      const page = pageOf({}, 'reader');
      const text = await page.text(path);
      expect(text).toContain('Weekly reports quote what customers wrote, so they open for operators only.');
      expect(text).not.toMatch(/Ann K|Week 47/);
      expect(page.read).toEqual([]);
    },
  );
});
