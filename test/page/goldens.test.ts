import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../shared/model/business.ts';
import { aPage } from './a-page.ts';
import { coffeeLab, storesOf } from './coffee-lab.ts';
import { incidentAddress, incidents, states } from './states.ts';

async function expectGolden(name: string, page: ReturnType<typeof aPage>, address: string): Promise<void> {
  const file = new URL(`../golden/page/${name}.txt`, import.meta.url);
  const text = `${await page.text(address)}\n`;
  if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe.each(languages)('the live page in %s', (language) => {
  const configuration = coffeeLab(language);

  it.each(Object.entries(states))('says how everything stands: %s', async (name, known) => {
    const page = aPage({ configuration, stores: storesOf(configuration, known(language)) });
    await expectGolden(`${name}.${language}`, page, '/');
  });

  it('keeps from readers what customers wrote, and offers them no act', async () => {
    const stores = storesOf(configuration, states.trouble(language));
    await expectGolden(`trouble-for-readers.${language}`, aPage({ configuration, stores, role: 'reader' }), '/');
  });

  it.each(Object.entries(incidents))('tells an incident in order: %s', async (name, known) => {
    const page = aPage({ configuration, stores: storesOf(configuration, known(language)) });
    await expectGolden(`incident-${name}.${language}`, page, incidentAddress);
  });
});
