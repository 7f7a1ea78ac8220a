import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { type Stop, Stopped, stopBefore } from './interruptible.ts';
import { type Items, RawItems } from './raw-items.ts';
import { type EndState, minuteAfter, type Plot, Story } from './story.ts';

let folder: string;
let table: EmbeddedTable;
let raw: RawItems;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-interruptions-'));
  table = await openEmbeddedTable(folder);
  raw = new RawItems(table);
});
afterAll(async () => {
  raw.close();
  await table.close();
  await rm(folder, { recursive: true });
});

let stories = 0;
const aStory = (plot: Plot, stores: Stores = table.stores) => new Story(stores, `story-${++stories}`, plot);

/** What one result does when nothing goes wrong. */
interface UndisturbedStep {
  readonly before: Items;
  readonly after: Items;
  readonly sent: readonly string[];
  readonly confirmed: readonly string[];
  readonly calls: number;
}

interface Undisturbed {
  readonly end: EndState;
  readonly sent: readonly string[];
  readonly confirmed: readonly string[];
  readonly steps: readonly UndisturbedStep[];
}

async function undisturbedLife(plot: Plot): Promise<Undisturbed> {
  const story = aStory(plot);
  const steps: UndisturbedStep[] = [];
  for (const result of story.results) {
    const before = steps.at(-1)?.after ?? [];
    const [sent, confirmed] = [story.sent.length, story.confirmed.length];
    let calls = 0;
    await story.step(result, () => {
      calls++;
    });
    steps.push({
      ...{ before, after: await raw.read(story), calls },
      ...{ sent: story.sent.slice(sent), confirmed: story.confirmed.slice(confirmed) },
    });
  }
  return { end: await story.endState(), sent: story.sent, confirmed: story.confirmed, steps };
}

const expectedToBeSent = {
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
      undisturbed = await undisturbedLife(plot);
    });

    it('sends every turn once when nothing goes wrong', () => {
      expect(undisturbed.sent).toEqual(expectedToBeSent[plot]);
      expect(undisturbed.end).toMatchObject({ days: [{ day: { date: '2026-11-23' } }] });
    });

    /*
     * Stopping behind one call is stopping before the next: nothing that lasts happens in between. All that a step goes by
     * lies in the table, so a story that is put where another one stood goes on as that one does; when the step has ended
     * with the same items, so does the rest.
     */
    it('comes to the same end wherever the process stops, and repeats at most the alert in flight', async () => {
      await forEachStop(undisturbed.steps, async (step, stop) => {
        const expected = undisturbed.steps[step];
        const story = aStory(plot);
        const result = story.results[step];
        if (expected === undefined || result === undefined) throw new Error(`The story has no step ${step}.`);
        await raw.write(expected.before, story);
        await story.step(result, stop.interrupt);
        const where = `step ${step}, stopped before ${stop.hit}`;
        expect(stop.hit, where).not.toBeNull();
        expect(await raw.read(story), where).toEqual(expected.after);
        expect(new Set(story.confirmed), where).toEqual(new Set(expected.confirmed));
        expect([...new Set(story.sent)], where).toEqual(expected.sent);
        expect(story.sent.length - expected.sent.length, where).toBeLessThanOrEqual(1);
      });
    }, 120_000);

    it('goes on to the end after a stop', async () => {
      const story = aStory(plot);
      await story.play(
        stopBefore(Math.floor(undisturbed.steps.reduce((sum, { calls }) => sum + calls, 0) / 2)).interrupt,
      );
      expect(await story.endState()).toEqual(undisturbed.end);
      expect([...new Set(story.sent)]).toEqual(undisturbed.sent);
    });

    it('comes to the same end when the table throttles now and then', async () => {
      // A step makes up to eleven calls; one of them fails at most, so that its repetition comes through.
      await forEach(12, async (index) => {
        const story = aStory(plot);
        let calls = index;
        await story.play(() => {
          if (calls++ % 13 === 0) throw new ProvisionedThroughputExceededException(throttled);
        });
        expect(await story.endState()).toEqual(undisturbed.end);
        expect([...new Set(story.sent)]).toEqual(undisturbed.sent);
      });
    });

    it('is not changed by every result delivered again, in any order', async () => {
      const story = aStory(plot);
      await story.play();
      for (const result of [...story.results.toReversed(), ...story.results]) {
        await story.evaluate(result);
        await story.notify(minuteAfter(lastOf(story.results)));
      }
      expect(await story.endState()).toEqual(undisturbed.end);
      expect(new Set(story.confirmed)).toEqual(new Set(undisturbed.confirmed));
      expect(story.sent).toEqual(undisturbed.sent);
    });
  });
}

describe('a stopped result that comes back only after the next one', () => {
  it('loses no alert', async () => {
    const plot = 'opened and resolved with one run to spare';
    const { steps } = await undisturbedLife(plot);
    const reached = new Set<string>();
    await forEachStop(steps, async (step, stop) => {
      const story = aStory(plot);
      const sentBefore = steps.slice(0, step).flatMap(({ sent }) => sent);
      const sent = () => [...new Set([...sentBefore, ...story.sent].map((line) => line.replace(/ .*/, '')))];
      await raw.write(steps[step]?.before ?? [], story);
      const undelivered: Result[] = [];
      for (const result of story.results.slice(step)) {
        const overdue = undelivered.splice(0);
        await story.evaluate(result, stop.interrupt).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Stopped);
          undelivered.push(result);
        });
        for (const late of overdue) await story.evaluate(late);
        await story.notify(minuteAfter(result), stop.interrupt).catch((error: unknown) => {
          expect(error).toBeInstanceOf(Stopped);
        });
        if (stop.hit === null) continue;
        // From the same items, with the same still to come, all stories go on alike: the first to get here is followed to its end.
        const place = [result.scheduledAt, await raw.read(story), undelivered.map((late) => late.scheduledAt), sent()];
        const name = JSON.stringify(place);
        if (reached.has(name)) return;
        reached.add(name);
      }
      for (const result of undelivered) await story.evaluate(result);
      await story.notify(minuteAfter(lastOf(story.results)));

      const where = `step ${step}, stopped before ${stop.hit}`;
      const { results, incidents } = await story.endState();
      expect(stop.hit, where).not.toBeNull();
      expect(results, where).toHaveLength(story.results.length);
      expect(incidents, where).toMatchObject([{ state: 'resolved' }]);
      expect(sent(), where).toEqual(['opened', 'resolved']);
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
      const history = await table.stores.incidents.list(story.check.touchpointId, { from: '2000', to: '2100' });
      expect(status?.lastRunAt).toBe(lastOf(story.results).scheduledAt);
      expect(history.filter(({ state }) => state !== 'resolved')).toEqual([]);
      const opened = history.map(({ openedAt }) => openedAt);
      expect(new Set(opened).size).toBe(opened.length);
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

/** Each call of each step, as the place before which the process stops. */
async function forEachStop(
  steps: readonly UndisturbedStep[],
  work: (step: number, stop: Stop) => Promise<void>,
): Promise<void> {
  const stops = steps.flatMap(({ calls }, step) => Array.from({ length: calls }, (_, call) => ({ step, call })));
  await forEach(stops.length, async (index) => {
    const { step, call } = stops[index] ?? { step: 0, call: 0 };
    await work(step, stopBefore(call));
  });
}

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
