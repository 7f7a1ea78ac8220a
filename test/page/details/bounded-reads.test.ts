import { describe, expect, it } from 'vitest';
import { aResult } from '../../support/a-result.ts';
import { anIncident } from '../../support/a-status.ts';
import { aConversation } from '../../support/a-week.ts';
import { aPage, counting } from '../a-page.ts';
import { allGreen, coffeeLab } from '../coffee-lab.ts';
import { detailStores } from './detail-stores.ts';

const configuration = coffeeLab();
const at = (minutes: number) => new Date(Date.parse('2026-11-23T09:50:00.000Z') - minutes * 60_000).toISOString();

const incidents = Array.from({ length: 10_000 }, (_, n) =>
  anIncident({ state: 'resolved', suspectedAt: at(n * 40 + 20), openedAt: at(n * 40 + 15), resolvedAt: at(n * 40) }),
);
const conversations = Array.from({ length: 1000 }, (_, n) =>
  aConversation({ id: `thread-${n}`, author: `Customer ${n}.` }),
);
const checkIds = configuration.touchpoints.flatMap(({ checks }) => checks.map(({ id }) => id));
const results = checkIds.flatMap((checkId) =>
  Array.from({ length: 300 }, (_, n) => aResult({ checkId, scheduledAt: at(n * 30) })),
);

/** The page with a long history behind it, and what the table is asked for it. */
async function asked(path: string) {
  const known = { statuses: allGreen(configuration), incidents, conversations, results };
  const limits: number[] = [];
  const all = detailStores(configuration, known);
  const { stores, calls } = counting({
    ...all,
    incidents: {
      ...all.incidents,
      async newest(id, limit, before) {
        limits.push(limit);
        return all.incidents.newest(id, limit, before);
      },
    },
    results: {
      ...all.results,
      async newest(id, limit) {
        limits.push(limit);
        return all.results.newest(id, limit);
      },
    },
  });
  const html = await aPage({ configuration, stores }).html(path);
  return {
    html,
    calls: Object.fromEntries([...calls].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    limits: limits.toSorted((a, b) => b - a),
  };
}

describe('with 10,000 incidents, 1,000 conversations and 300 runs of each check', () => {
  it('the page of a website makes six reads and one for each check with pictures', async () => {
    const { html, calls, limits } = await asked('/touchpoint?id=website');
    expect(calls).toEqual({
      'board.load': 1,
      'days.list': 1,
      'incidents.newest': 1,
      'maintenance.list': 1,
      'results.newest': 5,
      'statuses.list': 1,
      'touchpoints.load': 1,
    });
    expect(limits).toEqual([200, 1, 1, 1, 1, 1]);
    expect(html.length).toBeLessThan(100_000);
  });

  it('the page of a place where customers write makes the same, names fifty of them and counts the others', async () => {
    const { html, calls } = await asked('/touchpoint?id=facebook');
    expect(calls).toMatchObject({ 'conversations.list': 1, 'incidents.newest': 1, 'statuses.list': 1 });
    expect(html.match(/Customer \d+\./g)).toHaveLength(50);
    expect(html).toContain('1000 customers are waiting');
    expect(html).toContain('950 more customers');
    expect(html.length).toBeLessThan(100_000);
  });

  it('older incidents take one read of one page', async () => {
    const { calls, limits } = await asked(
      `/touchpoint?${new URLSearchParams({ id: 'website', before: at(9000 * 40 + 15), check: 'website/page-load@mobile' })}`,
    );
    expect([calls, limits]).toEqual([{ 'incidents.newest': 1 }, [51]]);
  });

  it('the page of a check makes five', async () => {
    const { html, calls, limits } = await asked('/check?id=website%2Fpage-load%40mobile');
    expect(calls).toEqual({
      'days.list': 1,
      'incidents.newest': 1,
      'results.newest': 1,
      'statuses.load': 1,
      'touchpoints.load': 1,
    });
    expect(limits).toEqual([200, 50]);
    expect(html.length).toBeLessThan(100_000);
  });

  it.each(['/touchpoint?id=nowhere', '/check?id=nowhere%2Fform', '/evidence?ref=x', '/weeks'])(
    '%s reads nothing',
    async (path) => {
      expect((await asked(path)).calls).toEqual({});
    },
  );
});
