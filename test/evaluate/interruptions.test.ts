import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/embedded-table.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { Stopped, stopBefore } from './interruptible.ts';
import { type EndState, minuteAfter, type Plot, Story } from './story.ts';

let folder: string;
let table: EmbeddedTable;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-interruptions-'));
  table = await openEmbeddedTable(folder);
});
afterAll(async () => {
  await table.close();
  await rm(folder, { recursive: true });
});

let stories = 0;
const aStory = (plot: Plot, stores: Stores = table.stores) => new Story(stores, `story-${++stories}`, plot);

interface Undisturbed {
  readonly end: EndState;
  readonly told: readonly string[];
  readonly confirmations: readonly string[];
  readonly calls: number;
}

const expectedToBeTold = {
  'opened, worsened, grey, resolved': [
    'opened 2026-11-23T21:50:00.000Z 1',
    'worsened 2026-11-23T21:50:00.000Z 1',
    'resolved 2026-11-23T21:50:00.000Z 1',
  ],
  'opened, resolved, opened again': [
    'opened 2026-11-23T21:50:00.000Z 1',
    'resolved 2026-11-23T21:50:00.000Z 1',
    'opened 2026-11-23T22:30:00.000Z 1',
  ],
} satisfies Partial<Record<Plot, string[]>>;

for (const plot of ['opened, worsened, grey, resolved', 'opened, resolved, opened again'] as const) {
  describe(`from a result to the logged notification: ${plot}`, () => {
    let undisturbed: Undisturbed;
    beforeAll(async () => {
      let calls = 0;
      const story = aStory(plot);
      await story.play(() => {
        calls++;
      });
      undisturbed = { end: await story.endState(), told: story.told, confirmations: story.confirmed, calls };
    });

    const expectSameEnd = async (story: Story, where: string | null) => {
      expect(await story.endState(), `stopped before ${where}`).toEqual(undisturbed.end);
      expect(new Set(story.confirmed), `stopped before ${where}`).toEqual(new Set(undisturbed.confirmations));
      expect([...new Set(story.told)], `stopped before ${where}`).toEqual(undisturbed.told);
      expect(story.told.length - undisturbed.told.length, `stopped before ${where}`).toBeLessThanOrEqual(1);
    };

    it('tells every turn once when nothing goes wrong', () => {
      expect(undisturbed.told).toEqual(expectedToBeTold[plot]);
      expect(undisturbed.end).toMatchObject({ days: [{ day: { date: '2026-11-23' } }] });
    });

    // Stopping behind one call is stopping before the next: nothing that lasts happens in between.
    it('comes to the same end wherever the process stops, and repeats at most the alert in flight', async () => {
      await forEach(undisturbed.calls, async (index) => {
        const story = aStory(plot);
        const stop = stopBefore(index);
        await story.play(stop.interrupt);
        expect(stop.hit).not.toBeNull();
        await expectSameEnd(story, stop.hit);
      });
    }, 120_000);

    it('comes to the same end when the table throttles now and then', async () => {
      await forEach(8, async (index) => {
        const story = aStory(plot);
        let calls = index;
        await story.play(() => {
          if (calls++ % 9 === 0) throw new ProvisionedThroughputExceededException(throttled);
        });
        expect(await story.endState()).toEqual(undisturbed.end);
        expect([...new Set(story.told)]).toEqual(undisturbed.told);
      });
    });

    it('is not changed by every result delivered again, in any order', async () => {
      const story = aStory(plot);
      await story.play();
      for (const result of [...story.results.toReversed(), ...story.results]) {
        await story.evaluate(result);
        await story.notify(minuteAfter(lastOf(story.results)));
      }
      await expectSameEnd(story, null);
      expect(story.told).toEqual(undisturbed.told);
    });
  });
}

describe('a stopped result that comes back only after the next one', () => {
  it('loses no alert', async () => {
    await forEach(45, async (index) => {
      const story = aStory('opened and resolved with one run to spare');
      const stop = stopBefore(index);
      const undelivered: Result[] = [];
      for (const result of story.results) {
        const overdue = undelivered.splice(0);
        await story.evaluate(result, stop.interrupt).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Stopped);
          undelivered.push(result);
        });
        for (const late of overdue) await story.evaluate(late);
        await story.notify(minuteAfter(result), stop.interrupt).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Stopped);
        });
      }
      for (const result of undelivered) await story.evaluate(result);
      await story.notify(minuteAfter(lastOf(story.results)));

      const { results, incidents } = await story.endState();
      const told = new Set(story.told.map((line) => line.replace(/ .*/, '')));
      expect(results, `stopped before ${stop.hit}`).toHaveLength(story.results.length);
      expect(incidents, `stopped before ${stop.hit}`).toMatchObject([{ state: 'resolved' }]);
      expect([...told], `stopped before ${stop.hit}`).toEqual(['opened', 'resolved']);
    });
  }, 120_000);
});

describe('results of one check that are evaluated side by side', () => {
  it('count each at most once and leave the history as the status has it', async () => {
    for (let round = 0; round < 12; round++) {
      const story = aStory('opened, resolved, opened again');
      const byChance = (result: Result) => hash(`${round}${result.scheduledAt}`);
      const shuffled = story.results.toSorted((a, b) => byChance(a) - byChance(b));
      await Promise.all(shuffled.map((result) => story.evaluate(result)));
      const [status] = await table.stores.statuses.list(story.check.touchpointId);
      const incidents = await table.stores.incidents.list(story.check.touchpointId, { from: '2000', to: '2100' });
      expect(status?.lastRunAt).toBe(lastOf(story.results).scheduledAt);
      expect(incidents.filter(({ state }) => state !== 'resolved')).toEqual(
        status?.incident?.state === 'open' ? [status.incident] : [],
      );
    }
  }, 60_000);

  it('wait for the next delivery, with a sentence, when the status never holds still', async () => {
    const { statuses, ...others } = table.stores;
    const restless: Stores = { ...others, statuses: { ...statuses, save: async () => 'conflict' } };
    const story = aStory('opened, resolved, opened again', restless);
    await expect(story.evaluate(lastOf(story.results))).rejects.toThrow(
      /The status of story-\d+\/page-load@mobile moved 8 times while the result of 2026-11-23T22:30:00.000Z was evaluated/,
    );
    expect(await table.stores.results.list(story.check.id, { from: '2000', to: '2100' })).toHaveLength(1);
  });
});

const throttled = { message: 'The level of configured provisioned throughput was exceeded.', $metadata: {} };

/** Several stories at a time: they wait for the table most of the time. */
async function forEach(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

function lastOf(results: readonly Result[]): Result {
  const last = results.at(-1);
  if (last === undefined) throw new Error('The story has no results.');
  return last;
}

function hash(text: string): number {
  return [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7);
}
