import { describe, expect, it } from 'vitest';
import type { PageDeps } from '../../functions/page/page-deps.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aPage } from './a-page.ts';
import { coffeeLab } from './coffee-lab.ts';

const configuration = coffeeLab();
const broken = {
  ...emptyStores().board,
  list: () => Promise.reject(new Error('AccessDenied: arn:aws:dynamodb:table/secret')),
};

describe('every answer', () => {
  it.each(['/', '/incident', '/nowhere', '/page.css', '/page.js'])('keeps others out of it: %s', async (path) => {
    const { headers } = await aPage({ configuration }).get(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });

  it('lets pictures come from where evidence lies', async () => {
    const page = aPage({ configuration, others: { evidenceOrigin: 'https://bucket.example' } });
    expect((await page.get('/')).headers.get('content-security-policy')).toContain(
      "img-src 'self' data: https://bucket.example;",
    );
  });

  it('has no style, script or handler of its own in it', async () => {
    const html = await aPage({ configuration }).html('/');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script>/);
  });

  it('is kept by nobody', async () => {
    expect((await aPage({ configuration }).get('/')).headers.get('cache-control')).toBe('no-store');
  });

  it('says one sentence where something failed, keeps the reason to itself, and reports it', async () => {
    const failures: unknown[] = [];
    const page = aPage({
      configuration,
      stores: { board: broken },
      others: { onFailure: (error) => failures.push(error) },
    });
    const answer = await page.get('/?secret=1');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('The page could not be read. Try again in a minute.');
    expect(html).not.toMatch(/AccessDenied|secret|Error/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(failures).toMatchObject([{ message: 'AccessDenied: arn:aws:dynamodb:table/secret' }]);
  });
});

describe('styles and script', () => {
  it('are kept for good under the address that the page names', async () => {
    const page = aPage({ configuration });
    const html = await page.html('/');
    for (const address of [/href="(\/page\.css\?v=[\w-]+)"/, /src="(\/page\.js\?v=[\w-]+)"/].map(
      (pattern) => pattern.exec(html)?.[1] ?? '',
    )) {
      const answer = await page.get(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect((await page.get('/page.css')).headers.get('cache-control')).toBe('no-cache');
  });

  it('are small', async () => {
    const page = aPage({ configuration });
    expect((await page.html('/page.js')).length).toBeLessThan(3500);
    expect((await page.html('/page.css')).length).toBeLessThan(12_000);
  });

  it('need no way in', async () => {
    const others: Partial<PageDeps> = {
      gate: { addRoutes: () => {}, guard: async (context) => context.text('No.', 401) },
    };
    const page = aPage({ configuration, others });
    expect((await page.get('/')).status).toBe(401);
    expect((await page.get('/page.css')).status).toBe(200);
  });
});
