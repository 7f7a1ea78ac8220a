import { expect, it } from 'vitest';
import { takeResult } from '../../shared/evaluation/incidents/take-result.ts';
import type { Elsewhere } from '../../shared/evaluation/incidents/weigh-regions.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { RegionView, Saw } from '../../shared/model/region-view.ts';
import type { Outcome, Result } from '../../shared/model/result.ts';
import type { Status } from '../../shared/model/status.ts';
import { aCheck } from '../support/a-check.ts';
import { aResult } from '../support/a-result.ts';

/** TOUCHLIGHT_HISTORIES sets another number. */
const HISTORIES = Number(process.env['TOUCHLIGHT_HISTORIES'] ?? 20_000);
const RUNS = 16;
const home = 'eu-west-1';
const minuteMs = 60_000;
const begin = Date.parse('2026-11-23T09:00:00.000Z');
const further = ['eu-north-1', 'eu-west-3', 'us-east-1'];

/** Repeatable: the seed names the history. */
class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  of<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.next() * choices.length)] ?? choices[0];
  }

  is(share: number): boolean {
    return this.next() < share;
  }
}

interface Post {
  readonly atMs: number;
  readonly view: RegionView;
}

/** What one run did. */
interface Moved {
  readonly result: Result;
  readonly before: Status | null;
  readonly after: Status | null;
  readonly reason: string | null;
  readonly elsewhere: Elsewhere;
}

/** One check whose site fails from some places at times, and regions whose answers come late, twice, in any order, or never. */
class History {
  readonly moves: Moved[] = [];
  readonly check: Check;
  readonly #chance: Chance;
  readonly #seed: number;
  readonly #silent: boolean;
  #posts: Post[] = [];
  readonly #views = new Map<string, RegionView>();
  #status: Status | null = null;

  constructor(seed: number, { silent = false } = {}) {
    const chance = new Chance(seed);
    this.#chance = chance;
    this.#seed = seed;
    this.#silent = silent;
    this.check = aCheck({
      id: 'website/availability',
      regions: further.slice(0, chance.of([1, 2, 3])),
      everyMinutes: chance.of([1, 5, 30, 240]),
      policy: { failuresToOpen: chance.of([1, 2, 3]), successesToResolve: chance.of([1, 2]) },
    });
  }

  live(): this {
    const { everyMinutes } = this.check;
    let [atMs, dueMs] = [begin, begin];
    let down = new Set<string>();
    for (let n = 0; n < RUNS; n++) {
      if (this.#chance.is(0.25)) down = new Set([home, ...further].filter(() => this.#chance.is(0.5)));
      const confirm = this.#run(atMs, down);
      if (atMs >= dueMs) dueMs += everyMinutes * minuteMs;
      atMs = confirm && everyMinutes > 5 ? Math.min(dueMs, atMs + 5 * minuteMs) : dueMs;
    }
    return this;
  }

  #run(atMs: number, down: ReadonlySet<string>): boolean {
    this.#deliver(atMs);
    const result = this.#result(atMs, down);
    const confirm = this.#take(result, down);
    // Queues deliver at least once: the same message again, and one from before.
    if (this.#chance.is(0.1)) this.#takeAgain(result);
    const earlier = this.moves.at(-2)?.result;
    if (earlier !== undefined && this.#chance.is(0.1)) this.#takeAgain(earlier);
    return confirm;
  }

  #take(result: Result, down: ReadonlySet<string>): boolean {
    const [before, elsewhere] = [this.#status, this.#elsewhere()];
    const { status, step } = takeResult(before, result, this.check, arrival(result, elsewhere));
    this.#status = status;
    this.moves.push({ result, before, after: status, reason: step?.reason ?? null, elsewhere });
    if (step?.asksRegions === true) this.#ask(result.scheduledAt, down);
    return step?.confirm === true;
  }

  #takeAgain(result: Result): void {
    const now = this.#status?.lastRunAt ?? result.scheduledAt;
    const again = { ...arrival(result, this.#elsewhere()), now };
    const { status, step, refused } = takeResult(this.#status, result, this.check, again);
    claim(
      status === this.#status && step === null && refused === 'late',
      'a second delivery changes nothing',
      this.#seed,
    );
  }

  #elsewhere(): Elsewhere {
    return { home, views: [...this.#views.values()], site: null };
  }

  #result(atMs: number, down: ReadonlySet<string>): Result {
    const outcome: Outcome = this.#chance.is(0.08) ? 'unknown' : down.has(home) ? 'failed' : 'measured';
    const slow = this.#chance.is(0.05);
    return aResult({
      ...{ checkId: this.check.id, scheduledAt: toInstant(atMs), outcome },
      cause: outcome === 'failed' ? 'unreachable' : outcome === 'unknown' ? 'no-network' : null,
      measurements: outcome === 'measured' ? { ttfbMs: slow ? 9000 : 200, redirects: 0 } : {},
    });
  }

  #ask(scheduledAt: Instant, down: ReadonlySet<string>): void {
    const { touchpointId, id: checkId, regions = [] } = this.check;
    for (const region of regions) {
      if (this.#silent || this.#chance.is(0.15)) continue;
      const saw: Saw = this.#chance.is(0.15) ? 'unclear' : down.has(region) ? 'fails' : 'works';
      const view = { touchpointId, checkId, scheduledAt, region, saw };
      const send = (): void => {
        this.#posts.push({ atMs: Date.parse(scheduledAt) + Math.floor(this.#chance.next() * 8 * minuteMs), view });
      };
      send();
      if (this.#chance.is(0.2)) send();
    }
  }

  /** As the table does: the first account of a region stays. */
  #deliver(nowMs: number): void {
    const arrived = this.#posts.filter(({ atMs }) => atMs <= nowMs);
    this.#posts = this.#posts.filter(({ atMs }) => atMs > nowMs);
    for (const { view } of arrived.toSorted(() => (this.#chance.is(0.5) ? 1 : -1))) {
      const key = `${view.scheduledAt} ${view.region}`;
      if (!this.#views.has(key)) this.#views.set(key, view);
    }
  }
}

function arrival(result: Result, elsewhere: Elsewhere) {
  return { timeZone: 'UTC', now: result.scheduledAt, isRepeated: false, elsewhere };
}

/** How the regions voted when this run was weighed. */
function votesOf({ result, before, elsewhere }: Moved, { regions = [] }: Check) {
  const asked = before?.askedRegionsAt;
  const saw = regions.map((region) =>
    elsewhere.views.find((view) => view.region === region && view.scheduledAt === asked),
  );
  const count = (what: Saw): number => saw.filter((view) => view?.saw === what).length;
  const waitedMs = asked === undefined ? 0 : Date.parse(result.scheduledAt) - Date.parse(asked);
  const isComplete = saw.every((view) => view !== undefined);
  return { fails: 1 + count('fails'), works: count('works'), isComplete, waitedMs };
}

/** Cheaper than expect(), a million times. */
function claim(holds: boolean, what: string, seed: number): void {
  if (!holds) throw new Error(`History ${seed}: ${what}.`);
}

function holdsFor(seed: number): void {
  const { check, moves } = new History(seed).live();
  for (const move of moves) {
    const { result, before, after, reason } = move;
    const was = before?.incident ?? null;
    const incident = after?.incident ?? null;
    const isDown = result.outcome === 'failed';
    if (isDown && (reason === 'worsened' || (reason === 'opened' && incident?.light === 'red'))) {
      const { fails, works, isComplete, waitedMs } = votesOf(move, check);
      claim(fails > works, 'red needs a majority of those that could tell', seed);
      claim(isComplete || waitedMs >= 4 * minuteMs, 'it waits until all have answered or time is up', seed);
    }
    claim(after?.light !== 'green' || result.outcome === 'measured', 'green needs a good run at home', seed);
    claim(reason !== 'opened' || was?.state !== 'open', 'an incident is opened once', seed);
    const isSame = incident?.state === 'open' && incident.openedAt === was?.openedAt;
    claim(was?.state !== 'open' || reason === 'resolved' || isSame, 'it stays the same until it is over', seed);
    const isRemembered = incident?.worstLight === incident?.light;
    claim(reason !== 'opened' || !isDown || isRemembered, 'what opens yellow is not remembered as red', seed);
    if (isDown) indifferentToTheUnclear(move, check, seed);
  }
}

/** Who could not tell is as good as not there, once time is up. */
function indifferentToTheUnclear(move: Moved, check: Check, seed: number): void {
  const { result, before, after, elsewhere } = move;
  if (votesOf(move, check).waitedMs < 4 * minuteMs || !elsewhere.views.some(({ saw }) => saw === 'unclear')) return;
  const views = elsewhere.views.filter(({ saw }) => saw !== 'unclear');
  const { status } = takeResult(before, result, check, arrival(result, { ...elsewhere, views }));
  claim(status?.light === after?.light, 'who could not tell counts for neither side', seed);
}

it(`${HISTORIES} histories: red needs a majority, green needs a good run, one incident is opened once, and nothing counts twice`, () => {
  for (let seed = 1; seed <= HISTORIES; seed++) holdsFor(seed);
});

it('where no region ever answers, the home region’s own verdict stands: what fails on and on is red', () => {
  let lasting = 0;
  for (let seed = 1; seed <= HISTORIES / 20; seed++) {
    const { moves } = new History(seed, { silent: true }).live();
    for (const { result, after } of moves) {
      if (result.outcome !== 'failed' || after === null || after.badStreak < 8) continue;
      lasting += 1;
      expect(after.incident, `${seed}`).toMatchObject({ state: 'open', light: 'red' });
    }
  }
  expect(lasting).toBeGreaterThan(HISTORIES / 100);
});
