import fc from 'fast-check';
import { expect } from 'vitest';
import type { Check, Policy } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Notice } from '../../shared/model/notification.ts';
import type { Result } from '../../shared/model/result.ts';
import { aCheck } from './a-check.ts';
import { aFinding, type Finding, World } from './a-world.ts';

export const lifeIds = ['website/availability', 'website/page-load@mobile', 'website/form'] as const;

export type Step =
  | { readonly kind: 'runs'; readonly check: number; readonly finds: Finding; readonly times: number; gap: number }
  | { readonly kind: 'replay'; readonly check: number; readonly back: number }
  | { readonly kind: 'trigger lost'; readonly lost: boolean }
  | { readonly kind: 'maintenance'; readonly minutes: number }
  | { readonly kind: 'sending'; readonly works: boolean }
  | { readonly kind: 'acknowledge'; readonly check: number }
  | { readonly kind: 'remove' | 'restore'; readonly check: number }
  | { readonly kind: 'pause'; readonly minutes: number };

const anyCheck = fc.nat(lifeIds.length - 1);
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
  hushFlapping: fc.boolean(),
});
export const aHistory = fc.record({ steps: fc.array(aStep, { maxLength: 25 }), policy: aPolicy });

/** Lives through a history and remembers what an onlooker would know: what every run found, and what was told when. */
export class Life {
  readonly world = new World();
  readonly checks: readonly Check[];
  readonly found = new Map<string, { at: string; finding: Finding }[]>();
  readonly told: (Notice & { readonly at: string })[] = [];
  readonly toldInMaintenance: Notice[] = [];
  #results: Result[] = [];
  #minute = 0;
  #triggersAreLost = false;

  constructor(policy: Partial<Policy>) {
    this.checks = lifeIds.map((id) => aCheck({ id, policy }));
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
    const earlier = this.#results.filter(({ checkId }) => checkId === lifeIds[index]).at(-1 - back);
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
