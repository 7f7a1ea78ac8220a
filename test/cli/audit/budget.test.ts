import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBudget } from '../../../cli/audit/budget.ts';
import { buildVerdict } from '../../../cli/audit/build-verdict.ts';
import { Terminal } from '../../../cli/terminal.ts';

const terminal = new Terminal({ json: true, quiet: true });

describe('the budget of an audit', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'touchlight-budget-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function budgetOf(touchpoints: string, url: string | null) {
    const file = path.join(folder, 'touchpoints.yaml');
    await writeFile(file, `business: Coffee Lab\ntimeZone: Europe/Kyiv\nlanguage: uk\ntouchpoints:\n${touchpoints}`);
    return readBudget(file, url, terminal);
  }

  const site = `  - id: website
    kind: website
    url: https://coffeelab.example/en/
    checks:
      page-load: { thresholds: { lcpMs: { green: 1000, red: 3000 } } }
      form: { mode: submit, page: /contact }
    pages: [/prices]
`;

  it('has the thresholds, pages and language of the file, and visits another address with them', async () => {
    const { url, language, timeZone, checks } = await budgetOf(site, 'https://preview.example/');
    expect({ url, language, timeZone }).toEqual({
      url: 'https://preview.example/',
      language: 'uk',
      timeZone: 'Europe/Kyiv',
    });
    const prices = checks.find(({ id }) => id === 'website/page-load:/prices@mobile');
    expect(prices?.url).toBe('https://preview.example/prices');
    expect(prices?.thresholds['lcpMs']).toEqual({ green: 1000, red: 3000 });
    expect(checks.map((check) => new URL(check.url ?? '').host)).toEqual(checks.map(() => 'preview.example'));
  });

  it('visits the address of the file where none is given', async () => {
    const { url, checks } = await budgetOf(site, null);
    expect(url).toBe('https://coffeelab.example/en/');
    expect(checks.find(({ id }) => id === 'website/page-load@mobile')?.url).toBe('https://coffeelab.example/en/');
  });

  it('never sends a form, at no hour, and reads no mailbox', async () => {
    const withMailbox = site.replace('page: /contact', 'page: /contact, confirmation: Thank you');
    const { checks } = await budgetOf(withMailbox, null);
    const form = checks.find(({ probe }) => probe === 'form');
    expect(form?.options).toMatchObject({ mode: 'rehearse', page: '/contact', confirmation: 'Thank you' });
    expect(form).not.toHaveProperty('onlyWithin');
    expect(checks.map(({ probe }) => probe)).not.toContain('form-arrival');
  });

  it('is that of the website at the given address where there are several', async () => {
    const both = `${site}  - { id: shop, kind: website, url: "https://shop.example/" }\n`;
    const { checks } = await budgetOf(both, 'https://shop.example/new');
    expect(new Set(checks.map(({ touchpointId }) => touchpointId))).toEqual(new Set(['shop']));
    await expect(budgetOf(both, 'https://preview.example/')).rejects.toThrow(
      'has several websites: https://coffeelab.example/en/ (website), https://shop.example/ (shop). Give the address of one of them',
    );
  });

  it('needs a website', async () => {
    await expect(
      budgetOf('  - { id: facebook, kind: facebook, page: "1234567890", secret: token }\n', null),
    ).rejects.toThrow('has no touchpoint of kind website');
  });
});

describe('what an audit means for a build', () => {
  it.each([
    [['green', 'yellow', 'unknown', null], [], 'passed'],
    [['green', 'red'], [], 'failed'],
    [['green', 'yellow'], ['yellow'], 'failed'],
    [['yellow', 'unknown'], ['grey'], 'failed'],
    [['green', 'unknown'], ['yellow'], 'passed'],
    [['unknown', 'unknown'], [], 'unmeasured'],
    [['unknown', null], [], 'unmeasured'],
    [['unknown'], ['grey'], 'failed'],
    [[null], [], 'passed'],
  ] as const)('with the lights %j, failing on %j, is: %s', (lights, failOn, verdict) => {
    expect(buildVerdict(lights, failOn)).toBe(verdict);
  });
});
