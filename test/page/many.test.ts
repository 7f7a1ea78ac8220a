import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { aFleet } from '../bench/fleet.ts';
import { aBoard } from '../support/a-board.ts';
import { aConversation } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aPage, counting } from './a-page.ts';

const empty = emptyStores();
const mostBytes = 200_000;

function pageOf(configuration: Configuration, nth: number) {
  const board = aBoard(configuration, nth);
  const conversations = Array.from({ length: 300 }, (_, n) => aConversation({ id: String(n), author: `Ann ${n}` }));
  const { stores, calls } = counting(
    emptyStores({
      board: { ...empty.board, list: async () => board },
      conversations: { ...empty.conversations, list: async () => conversations },
    }),
  );
  return { page: aPage({ configuration, stores }), calls };
}

/** Facebook pages, where customers wait. */
function manyPages(count: number): Configuration {
  const pages = Array.from(
    { length: count },
    (_, n) => `  - { id: page-${n}, kind: facebook, page: "${n}", secret: facebook, sla: { firstResponse: 4h } }\n`,
  );
  const reading = parseConfiguration(
    `business: Agency\ntimeZone: UTC\ntouchpoints:\n${pages.join('')}`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults[0]));
  return reading.configuration;
}

describe('an overview of a thousand touchpoints', () => {
  it.each([
    ['every tenth of them is ill', 10],
    ['all of them are ill', 1],
    ['all of them are well', 2000],
  ])('stays under 200 KB and reads the board once: %s', async (_, nth) => {
    const { page, calls } = pageOf(aFleet(1000), nth);
    const html = await page.html('/');
    expect(Buffer.byteLength(html)).toBeLessThan(mostBytes);
    expect(Object.fromEntries(calls)).toEqual({ 'board.list': 1 });
    const named = new Set([...html.matchAll(/href="\/touchpoint\?id=(site-\d+)"/g)].map(([, id]) => id));
    expect(named.size).toBe(1000);
  });

  it('asks of twenty who waits there, and says of how many it does not know', async () => {
    const { page, calls } = pageOf(manyPages(1000), 10);
    const text = await page.text('/');
    expect(Object.fromEntries(calls)).toEqual({ 'board.list': 1, 'conversations.list': 20 });
    expect(text).toContain('980 more touchpoints: see their own pages.');
    expect(text).toContain('295 more customers');
    expect(Buffer.byteLength(await page.html('/'))).toBeLessThan(mostBytes);
  });

  it('shows what is wrong in full, as far as a person reads, and leaves nothing out of the count', async () => {
    const { page } = pageOf(aFleet(1000), 1);
    const text = await page.text('/');
    expect(text).toContain('■ 1000 red');
    expect(text).toContain('3975 more open incidents: see the touchpoints below.');
    expect(text).toContain('■ Red (960)');
  });
});
