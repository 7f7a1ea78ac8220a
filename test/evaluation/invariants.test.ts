import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEADY_RUNS } from '../../shared/evaluation/decide-notices.ts';
import type { Check, Policy } from '../../shared/model/check.ts';
import type { Incident } from '../../shared/model/incident.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Notice, Sent } from '../../shared/model/notification.ts';
import type { Result } from '../../shared/model/result.ts';
import { statusSchema } from '../../shared/model/status.ts';
import { aCheck } from '../support/a-check.ts';
import { aFinding, type Finding, World } from '../support/a-world.ts';

/** Histories per invariant; TOUCHLIGHT_HISTORIES=20000 is the long run (about two minutes). */
const HISTORIES = Number(process.env['TOUCHLIGHT_HISTORIES'] ?? 500);

const ids = ['website/availability', 'website/page-load@mobile', 'website/form'] as const;
const bad: readonly Finding[] = ['yellow', 'red', 'unreachable', 'broken'];

type Step =
  | { readonly kind: 'runs'; readonly check: number; readonly finds: Finding; readonly times: number; gap: number }
  | { readonly kind: 'replay'; readonly check: number; readonly back: number }
  | { readonly kind: 'trigger lost'; readonly lost: boolean }
  | { readonly kind: 'maintenance'; readonly minutes: number }
  | { readonly kind: 'sending'; readonly works: boolean }
  | { readonly kind: 'acknowledge'; readonly check: number }
  | { readonly kind: 'remove' | 'restore'; readonly check: number }
  | { readonly kind: 'pause'; readonly minutes: number };

const anyCheck = fc.nat(ids.length - 1);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('runs'),
      check: anyCheck,
      finds: fc.constantFrom<Finding>('green', 'green', 'yellow', 'red', 'red', 'unknown', 'unreachable', 'gone'),
      times: fc.integer({ min: 1, max: 7 }),
      gap: fc.integer({ min: 1, max: 90 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replay'), check: anyCheck, back: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('trigger lost'), lost: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('maintenance'), minutes: fc.integer({ min: 5, max: 600 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sending'), works: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('acknowledge'), check: anyCheck }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('remove', 'restore'), check: anyCheck }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause'), minutes: fc.integer({ min: 30, max: 3000 }) }) },
);
const aPolicy: fc.Arbitrary<Partial<Policy>> = fc.record({
  failuresToOpen: fc.integer({ min: 1, max: 3 }),
  successesToResolve: fc.integer({ min: 1, max: 3 }),
  remindEveryMinutes: fc.constantFrom(0, 120, 1440),
  blindAfterMinutes: fc.constantFrom(30, 180),
  yellowInBusinessHours: fc.boolean(),
});
const aHistory = fc.record({ steps: fc.array(aStep, { maxLength: 25 }), policy: aPolicy });

/** Lives through a history and remembers what an onlooker would know: what every run found, and what was told when. */
class Life {
  readonly world = new World();
  readonly checks: readonly Check[];
  readonly found = new Map<string, { at: string; finding: Finding }[]>();
  readonly told: (Notice & { readonly at: string })[] = [];
  readonly toldInMaintenance: Notice[] = [];
  #results: Result[] = [];
  #minute = 0;
  #triggersAreLost = false;

  constructor(policy: Partial<Policy>) {
    this.checks = ids.map((id) => aCheck({ id, policy }));
    for (const check of this.checks) this.world.add(check);
  }

  get now(): string {
    return toInstant(Date.parse('2026-11-23T08:00:00.000Z') + this.#minute * 60_000);
  }

  live(step: Step): void {
    switch (step.kind) {
      case 'runs':
        for (let i = 0; i < step.times; i++) this.run(step.check, step.finds, step.gap);
        return;
      case 'replay':
        this.#replay(step.check, step.back);
        return;
      case 'trigger lost':
        this.#triggersAreLost = step.lost;
        return;
      case 'maintenance':
        this.#maintain(step.minutes);
        return;
      case 'sending':
        this.world.sendWorks = step.works;
        return;
      case 'acknowledge':
        this.#acknowledge(step.check);
        return;
      case 'remove':
        this.world.checks.delete(this.#check(step.check).id);
        return;
      case 'restore':
        this.world.add(this.#check(step.check));
        return;
      case 'pause':
        this.#minute += step.minutes;
        return;
    }
  }

  run(index: number, finding: Finding, gap: number): void {
    this.#minute += gap;
    const check = this.#check(index);
    if (!this.world.checks.has(check.id)) return;
    const result = aFinding(check, this.now, finding);
    this.#results.push(result);
    const step = this.world.evaluate(result);
    if (step === 'late') throw new Error('A run of now cannot be late.');
    this.found.set(check.id, [...(this.found.get(check.id) ?? []), { at: this.now, finding }]);
    if (step.tell && !this.#triggersAreLost) this.notify();
  }

  notify(): void {
    const before = this.world.notifications.length;
    const { notification } = this.world.notify('website', this.now);
    if (notification !== null && this.isInMaintenance()) this.toldInMaintenance.push(...notification.notices);
    for (const { notices } of this.world.notifications.slice(before)) {
      for (const notice of notices) this.told.push({ ...notice, at: this.now });
    }
  }

  /** Everything works again and is green for long enough to be stable. */
  heal(): void {
    this.#triggersAreLost = false;
    this.world.sendWorks = true;
    for (const check of this.checks) this.world.add(check);
    this.#minute += 700;
    for (let i = 0; i < 25; i++) for (const index of this.checks.keys()) this.run(index, 'green', 10);
    this.notify();
  }

  isInMaintenance(): boolean {
    return this.world.maintenance.some(({ from, to }) => from <= this.now && this.now < to);
  }

  #replay(index: number, back: number): void {
    const earlier = this.#results.filter(({ checkId }) => checkId === ids[index]).at(-1 - back);
    if (earlier === undefined || !this.world.checks.has(earlier.checkId)) return;
    const before = JSON.stringify([...this.world.statuses]);
    expect(this.world.evaluate(earlier)).toBe('late');
    expect(JSON.stringify([...this.world.statuses])).toBe(before);
  }

  #maintain(minutes: number): void {
    const to = toInstant(Date.parse(this.now) + minutes * 60_000);
    this.world.maintenance.push({ touchpointId: 'website', from: this.now, to, why: 'move to a new host' });
  }

  #acknowledge(index: number): void {
    const incident = this.world.statuses.get(this.#check(index).id)?.incident;
    if (incident?.state !== 'open' || incident.openedAt === null) return;
    const { checkId, openedAt } = incident;
    this.world.acknowledgements.push({ checkId, subjectAt: openedAt, acknowledgedAt: this.now });
  }

  #check(index: number): Check {
    const check = this.checks[index];
    if (check === undefined) throw new Error(`There is no check ${index}.`);
    return check;
  }
}

function lived({ steps, policy }: { steps: readonly Step[]; policy: Partial<Policy> }): Life {
  const life = new Life(policy);
  for (const step of steps) life.live(step);
  return life;
}

function holds(invariant: (life: Life, policy: Partial<Policy>) => void): void {
  fc.assert(
    fc.property(aHistory, (history) => invariant(lived(history), history.policy)),
    { numRuns: HISTORIES },
  );
}

describe('whatever happens', () => {
  it('nothing is told twice for the same reason', () => {
    holds(({ told }) => {
      const once = told.filter(({ reason }) => ['blind', 'sighted', 'flapping'].includes(reason));
      const names = once.map(({ checkId, subjectAt, reason }) => `${checkId} ${subjectAt} ${reason}`);
      expect(new Set(names).size).toBe(names.length);
      for (const [i, notice] of told.entries()) {
        if (notice.reason !== 'opened' && notice.reason !== 'resolved') continue;
        // Told open while nobody believes it open, and closed while somebody waits for the end: in turns.
        const before = told
          .slice(0, i)
          .findLast((other) => isSameSubject(other, notice) && isAboutHealth(other.reason));
        const isBelieved = before !== undefined && before.reason !== 'resolved';
        expect(isBelieved).toBe(notice.reason === 'resolved');
      }
      const keys = told.map(({ checkId, subjectAt, reason, n }) => `${checkId} ${subjectAt} ${reason} ${n}`);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  it('worse is told only to somebody who believes it to be yellow', () => {
    holds(({ told }) => {
      for (const [i, notice] of told.entries()) {
        if (notice.reason !== 'worsened') continue;
        const before = told.slice(0, i).findLast((other) => isSameSubject(other, notice));
        expect(before).toMatchObject({ light: 'yellow' });
        expect(notice.light).toBe('red');
      }
    });
  });

  it('reminders keep their distance, and there is none where none are wanted', () => {
    holds(({ told }, { remindEveryMinutes = 0 }) => {
      for (const [i, notice] of told.entries()) {
        if (notice.reason !== 'reminder') continue;
        expect(remindEveryMinutes).toBeGreaterThan(0);
        const before = told.slice(0, i).findLast((other) => isSameSubject(other, notice));
        expect(Date.parse(notice.at) - Date.parse(before?.at ?? '')).toBeGreaterThanOrEqual(
          remindEveryMinutes * 60_000,
        );
      }
    });
  });

  it('every red that lasted is told', () => {
    holds((life) => {
      if (life.isInMaintenance()) life.live({ kind: 'pause', minutes: 700 });
      life.live({ kind: 'sending', works: true });
      life.live({ kind: 'trigger lost', lost: false });
      life.live({ kind: 'restore', check: 1 });
      for (let i = 0; i < STEADY_RUNS; i++) life.run(1, 'red', 10);
      const configured = life.checks.filter(({ id }) => life.world.checks.has(id));
      const incidents = configured.flatMap(({ id }) => life.world.statuses.get(id)?.incident ?? []);
      const open = incidents.filter(({ state }) => state === 'open');
      // Either the page itself is known to be red, or the outage that speaks for it is.
      const speaks = open.filter(({ checkId, cause }) => checkId === ids[1] || cause === 'unreachable');
      expect(speaks.map((incident) => lastWord(life.told, incident))).toContain('red');
    });
  });

  it('every told incident is resolved or open, and every grey spell that was told has an end', () => {
    holds((life) => {
      life.heal();
      for (const { id } of life.checks) {
        const words = life.told.filter(({ checkId }) => checkId === id);
        expect(words.findLast(({ reason }) => isAboutHealth(reason))?.reason ?? 'resolved').toBe('resolved');
        expect(words.findLast(({ reason }) => isAboutSight(reason))?.reason ?? 'sighted').toBe('sighted');
        for (const opened of words.filter(({ reason }) => reason === 'opened')) {
          const last = words.findLast((other) => isSameSubject(other, opened) && isAboutHealth(other.reason));
          expect(last?.reason).toBe('resolved');
        }
      }
    });
  });

  it('when everything has been told, asking again tells nothing', () => {
    holds((life) => {
      life.world.sendWorks = true;
      life.notify();
      const before = life.told.length;
      life.notify();
      expect(life.told.length).toBe(before);
    });
  });

  it('nobody is told anything in maintenance', () => {
    holds(({ toldInMaintenance }) => {
      expect(toldInMaintenance).toEqual([]);
    });
  });

  it('unknown alone opens nothing: an opened incident has as many bad runs behind it as the policy asks for', () => {
    holds(({ world, found }, { failuresToOpen = 2 }) => {
      for (const { checkId, suspectedAt, openedAt } of world.incidents.values()) {
        const since = (found.get(checkId) ?? []).filter(({ at }) => suspectedAt <= at && at <= (openedAt ?? ''));
        expect(since.filter(({ finding }) => bad.includes(finding)).length).toBe(failuresToOpen);
        expect(since.filter(({ finding }) => finding === 'green').length).toBe(0);
      }
    });
  });

  it('every light told was seen: red is not told without a red run, green not without a green one', () => {
    holds(({ told, found }) => {
      for (const { checkId, light, at } of told) {
        const seen = (found.get(checkId) ?? []).filter((run) => run.at <= at).map(({ finding }) => finding);
        if (light === 'red') expect(seen.some((finding) => finding === 'red' || finding === 'unreachable')).toBe(true);
        if (light === 'yellow') expect(seen).toContain('yellow');
        if (light === 'green') expect(seen.some((finding) => finding === 'green' || finding === 'gone')).toBe(true);
      }
    });
  });

  it('the status is valid and stays under 4 KB', () => {
    holds(({ world }) => {
      for (const status of world.statuses.values()) {
        expect(statusSchema.parse(status)).toEqual(status);
        expect(Buffer.byteLength(JSON.stringify(status))).toBeLessThan(4096);
      }
    });
  });

  it('a notification says the worst first and names each check at most once for one reason', () => {
    holds(({ world }) => {
      const order = ['red', 'yellow', 'unknown', 'green'];
      for (const { notices, light } of world.notifications) {
        const ranks = notices.map((notice) => order.indexOf(notice.light));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        expect(light).toBe(notices[0]?.light);
      }
    });
  });
});

function isSameSubject(a: Pick<Sent, 'checkId' | 'subjectAt'>, b: Pick<Sent, 'checkId' | 'subjectAt'>): boolean {
  return a.checkId === b.checkId && a.subjectAt === b.subjectAt;
}

function isAboutSight(reason: string): boolean {
  return reason === 'blind' || reason === 'sighted';
}

function isAboutHealth(reason: string): boolean {
  return !isAboutSight(reason);
}

function lastWord(told: readonly Notice[], { checkId, openedAt }: Incident): string | undefined {
  return told.findLast((notice) => notice.checkId === checkId && notice.subjectAt === openedAt)?.light;
}
