import { expect } from 'vitest';
import { lightAt } from '../../shared/evaluation/incidents/light-at.ts';
import { businessMinutesBetween } from '../../shared/evaluation/schedule/business-time.ts';
import type { Check, Policy } from '../../shared/model/check.ts';
import type { CheckId } from '../../shared/model/check-id.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Notice } from '../../shared/model/notification.ts';
import type { Result } from '../../shared/model/result.ts';
import { aCheck } from './a-check.ts';
import { type Cadence, type ClockOwner, checkNames, clockOwners, type Step } from './a-history.ts';
import { aFinding, type Finding, World, weekdaysNineToSix } from './a-world.ts';
import type { Answer, Found, SentNotice, ShownGreen } from './life-records.ts';

const beginsAt = Date.parse('2026-11-23T08:00:00.000Z');

/** In the stack it is 15 minutes: whatever holds with this, holds all the more with that. In a long pause, once a day. */
const SWEEP_MINUTES = 180;
const SELDOM_SWEEP_MINUTES = 1440;
const LONG_PAUSE_MINUTES = 3000;

/** Lives through a history and remembers what an onlooker would know: what every run found, and what was sent when. */
export class Life {
  readonly world = new World();
  readonly found = new Map<string, Found[]>();
  readonly sent: SentNotice[] = [];
  readonly sentInMaintenance: Notice[] = [];
  readonly greens: ShownGreen[] = [];
  readonly answers: Answer[] = [];
  readonly #policy: Partial<Policy>;
  readonly #cadences: Cadence[] = checkNames.map(() => ({}));
  #touchpointId = 'website';
  #results: Result[] = [];
  #minute = 0;
  readonly #aheadSeconds = { dispatch: 0, evaluate: 0, notify: 0 };
  /** When notify's clock moved, by the true time. */
  readonly clockMovedAt: string[] = [];
  #triggersAreLost = false;
  #sweepsAreLost = false;

  constructor(policy: Partial<Policy>) {
    this.#policy = policy;
    for (const check of this.checks) this.world.add(check);
  }

  /** As they would be configured now; `world.checks` holds those that are. */
  get checks(): Check[] {
    return checkNames.map((_, index) => this.#check(index));
  }

  /** As notify sees it. */
  get now(): string {
    return this.#clockOf('notify');
  }

  get trueTime(): string {
    return toInstant(beginsAt + this.#minute * 60_000);
  }

  #clockOf(owner: ClockOwner): string {
    return toInstant(Date.parse(this.trueTime) + this.#aheadSeconds[owner] * 1000);
  }

  live(step: Step): void {
    this.#take(step);
    this.#look();
  }

  #take(step: Step): void {
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
      case 'sweeps lost':
        this.#sweepsAreLost = step.lost;
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
      case 'withdraw':
        this.#withdraw(step.check);
        return;
      case 'remove':
        this.world.checks.delete(this.#check(step.check).id);
        return;
      case 'restore':
        this.world.add(this.#check(step.check));
        return;
      case 'rename':
        this.#rename();
        return;
      case 'cadence':
        this.#setCadence(step.check, step.cadence);
        return;
      case 'clock':
        this.#setClock(step.of, step.aheadSeconds);
        return;
      case 'roll back':
        this.world.rollBack(step.newWords);
        return;
      case 'pause':
        this.pass(step.minutes);
        return;
    }
  }

  run(index: number, finding: Finding, gap: number): void {
    this.pass(gap);
    const check = this.#check(index);
    if (!this.world.checks.has(check.id)) return;
    const scheduledAt = this.#clockOf('dispatch');
    const result = aFinding(check, scheduledAt, finding);
    const step = this.world.evaluate(result, this.#clockOf('evaluate'));
    // A clock that was put back brings runs before the last one.
    if (step === 'late') return;
    this.#results.push(result);
    const found = this.found.get(check.id) ?? [];
    this.found.set(check.id, [...found, { at: this.trueTime, scheduledAt, finding }]);
    if (step.wakesNotify && !this.#triggersAreLost) this.notify();
    this.#look();
  }

  /** Time goes by, with its sweeps. */
  pass(minutes: number): void {
    const until = this.#minute + minutes;
    const every = minutes > LONG_PAUSE_MINUTES ? SELDOM_SWEEP_MINUTES : SWEEP_MINUTES;
    for (let at = (Math.floor(this.#minute / every) + 1) * every; at <= until; at += every) {
      this.#minute = at;
      if (!this.#sweepsAreLost) this.sweep();
    }
    this.#minute = until;
  }

  notify(): void {
    this.#noteSent(() => this.world.notify(this.#touchpointId, this.now));
  }

  sweep(): void {
    this.#noteSent(() => this.world.sweep(this.now));
  }

  #noteSent(work: () => void): void {
    const before = this.world.notifications.length;
    work();
    for (const { touchpointId, notices } of this.world.notifications.slice(before)) {
      if (this.isInMaintenance(touchpointId)) this.sentInMaintenance.push(...notices);
      for (const notice of notices) {
        this.sent.push({
          ...notice,
          touchpointId,
          at: this.trueTime,
          clock: this.now,
          run: this.#runOf(notice.checkId),
        });
      }
    }
  }

  #runOf(checkId: CheckId): SentNotice['run'] {
    const check = this.world.checks.get(checkId);
    const status = this.world.statuses.get(checkId);
    if (check === undefined || status === undefined) return null;
    return { check, lastRunAt: status.lastRunAt, light: lightAt(status, check, this.now).light };
  }

  /** From now on everything works that brings word of what is there. */
  letWordPass(): void {
    this.#triggersAreLost = false;
    this.#sweepsAreLost = false;
    this.world.sendWorks = true;
    while (this.world.maintenance.some(({ to }) => this.now < to)) this.pass(60);
  }

  #setClock(of: ClockOwner | 'all', aheadSeconds: number): void {
    for (const owner of of === 'all' ? clockOwners : [of]) this.#aheadSeconds[owner] = aheadSeconds;
    if (of === 'all' || of === 'notify') this.clockMovedAt.push(this.trueTime);
  }

  /** Everything works again and is green for long enough to be stable. */
  heal(): void {
    this.#setClock('all', 0);
    this.letWordPass();
    for (const [index, check] of this.checks.entries()) {
      this.#cadences[index] = {};
      this.world.add(this.#check(index));
      expect(check.id).toBe(this.#check(index).id);
    }
    this.pass(700);
    for (let i = 0; i < 25; i++) for (const index of checkNames.keys()) this.run(index, 'green', 10);
    this.sweep();
  }

  /** The whole touchpoint is taken out of the configuration. */
  removeAll(): void {
    this.world.checks.clear();
  }

  isInMaintenance(touchpointId: string): boolean {
    return this.world.maintenance.some((window) => {
      return window.touchpointId === touchpointId && window.from <= this.now && this.now < window.to;
    });
  }

  /** Notes each green that would be shown now. */
  #look(): void {
    for (const check of this.world.checks.values()) {
      const status = this.world.statuses.get(check.id);
      if (status === undefined || lightAt(status, check, this.now).light !== 'green') continue;
      this.greens.push({ check, lastRunAt: status.lastRunAt, at: this.now });
    }
  }

  #replay(index: number, back: number): void {
    const { id } = this.#check(index);
    const earlier = this.#results.filter(({ checkId }) => checkId === id).at(-1 - back);
    // What a clock dated that was ahead, and was put back since, cannot be told from a run whose first try was interrupted.
    const lastRunAt = this.world.checks.has(id) ? this.world.statuses.get(id)?.lastRunAt : undefined;
    if (earlier === undefined || lastRunAt === undefined || earlier.scheduledAt > lastRunAt) return;
    const before = JSON.stringify([...this.world.statuses]);
    expect(this.world.evaluate(earlier, this.#clockOf('evaluate'))).toBe('late');
    expect(JSON.stringify([...this.world.statuses])).toBe(before);
  }

  #maintain(minutes: number): void {
    const to = toInstant(Date.parse(this.now) + minutes * 60_000);
    this.world.maintenance.push({ touchpointId: this.#touchpointId, from: this.now, to, why: 'move to a new host' });
  }

  #acknowledge(index: number): void {
    const incident = this.world.statuses.get(this.#check(index).id)?.incident;
    if (incident?.state !== 'open' || incident.openedAt === null) return;
    const { checkId, openedAt } = incident;
    this.world.acknowledgements.push({ checkId, subjectAt: openedAt, acknowledgedAt: this.now });
    this.answers.push({ checkId, subjectAt: openedAt, at: this.trueTime, isTaken: true });
  }

  /** Whoever was on it is not any more. */
  #withdraw(index: number): void {
    const { id } = this.#check(index);
    const { acknowledgements } = this.world;
    for (const [at, each] of acknowledgements.entries()) {
      if (each.checkId !== id || each.withdrawnAt != null) continue;
      acknowledgements[at] = { ...each, withdrawnAt: this.now };
      this.answers.push({ checkId: id, subjectAt: each.subjectAt, at: this.trueTime, isTaken: false });
    }
  }

  /** What was configured under one name is configured under the other. */
  #rename(): void {
    const configured = this.checks.map(({ id }) => this.world.checks.has(id));
    this.removeAll();
    this.#touchpointId = this.#touchpointId === 'website' ? 'shop' : 'website';
    for (const [index, was] of configured.entries()) if (was) this.world.add(this.#check(index));
  }

  #setCadence(index: number, cadence: Cadence): void {
    this.#cadences[index] = cadence;
    const check = this.#check(index);
    if (this.world.checks.has(check.id)) this.world.add(check);
  }

  #check(index: number): Check {
    const id: CheckId = `${this.#touchpointId}/${checkNames[index]}`;
    const { everyMinutes, inHoursOnly = false } = this.#cadences[index] ?? {};
    return aCheck({
      ...{ id, policy: this.#policy },
      ...(everyMinutes !== undefined && { everyMinutes }),
      ...(inHoursOnly && { onlyWithin: weekdaysNineToSix }),
    });
  }
}

/** By open minutes on the clock, whatever the program makes of it; five minutes are forgiven to a clock that is ahead. */
export function isTooOld({ everyMinutes, policy, onlyWithin }: Check, lastRunAt: string, at: string): boolean {
  if (Date.parse(lastRunAt) - Date.parse(at) > 5 * 60_000) return true;
  const minutes =
    onlyWithin === undefined
      ? (Date.parse(at) - Date.parse(lastRunAt)) / 60_000
      : businessMinutesBetween(lastRunAt, at, onlyWithin);
  return minutes > Math.max(2 * everyMinutes, policy.blindAfterMinutes);
}
