import { describe, expect, test } from 'vitest';
import { memoryOf, type Need, planOf, type Standing } from '../../../shared/evaluation/plan/plan.ts';
import type { OwnAction, PlanEntry, PlanMemory, PlanStep } from '../../../shared/model/plan.ts';

const form: Need = {
  id: 'website/form',
  kind: 'trouble',
  touchpointId: 'website',
  probe: 'form',
  light: 'red',
  troubleSince: '2026-10-30T10:00:00.000Z',
  role: 'developer',
  by: '2026-11-02',
};
const script: OwnAction = { id: 'own:script', what: 'Script', who: 'Olena', by: '2026-11-20', touchpointId: null };

interface Monday {
  readonly date: string;
  readonly weekId: string;
  readonly needs?: readonly Need[];
  readonly own?: readonly OwnAction[];
  readonly standing?: Standing;
}

/** Digest after digest: each is told what the one before has kept, and closes what is gone. */
class Plan {
  readonly #steps = new Map<string, PlanStep>();
  #memory: PlanMemory | null = null;

  digest({ date, weekId, needs = [], own = [], standing = 'well' }: Monday): PlanEntry[] {
    const now = `${date}T06:00:00.000Z`;
    const steps = [...this.#steps.values()];
    const entries = planOf({ needs, own, steps, memory: this.#memory, today: date, standingOf: () => standing });
    this.#memory = memoryOf(entries, { weekId, now });
    for (const { id, fate } of entries) {
      const step = this.#steps.get(id);
      if (fate !== 'gone' || step === undefined || step.closed !== null) continue;
      this.#steps.set(id, { ...step, closed: { how: 'gone', by: null, why: '', at: now }, changedAt: now });
    }
    return entries;
  }

  take(date: string, until: string | null): void {
    const at = `${date}T09:00:00.000Z`;
    this.#steps.set(form.id, {
      ...about,
      taken: { by: 'Olena', note: 'compare', until, at },
      closed: null,
      changedAt: at,
    });
  }

  close(date: string, how: 'done' | 'dropped', id = form.id): void {
    const at = `${date}T09:00:00.000Z`;
    const taken = this.#steps.get(id)?.taken ?? null;
    this.#steps.set(id, { ...about, id, taken, closed: { how, by: 'Olena', why: '', at }, changedAt: at });
  }
}

const about = { id: form.id, kind: 'trouble', touchpointId: 'website', probe: 'form' } as const;
const mondays = [
  { date: '2026-11-02', weekId: '2026-W44' },
  { date: '2026-11-09', weekId: '2026-W45' },
  { date: '2026-11-16', weekId: '2026-W46' },
  { date: '2026-11-23', weekId: '2026-W47' },
  { date: '2026-11-30', weekId: '2026-W48' },
] as const;
const [first, second, third, fourth, fifth] = mondays;
const fates = (entries: readonly PlanEntry[]) => entries.map(({ id, fate }) => `${id} ${fate}`);

describe('what becomes of an action from week to week', () => {
  test('before the first digest nothing is new; what comes up later is, and the day it was to be done by stays', () => {
    const plan = new Plan();
    expect(fates(plan.digest({ ...first, needs: [form] }))).toEqual(['website/form open']);
    const later = { ...form, id: 'website/page-load', probe: 'page-load', by: '2026-11-13' };
    const [overdue, fresh] = plan.digest({ ...second, needs: [{ ...form, by: '2026-11-09' }, later] });
    expect(overdue).toMatchObject({ fate: 'overdue', since: '2026-11-02', by: '2026-11-02' });
    expect(fresh).toMatchObject({ id: 'website/page-load', fate: 'new', since: '2026-11-09', by: '2026-11-13' });
  });

  test('taken, due, overdue, taken again with another day', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    plan.take('2026-11-03', '2026-11-20');
    expect(plan.digest({ ...second, needs: [form] })[0]).toMatchObject({ fate: 'taken', by: '2026-11-20' });
    expect(fates(plan.digest({ ...third, needs: [form] }))).toEqual(['website/form due']);
    expect(fates(plan.digest({ ...fourth, needs: [form] }))).toEqual(['website/form overdue']);
    plan.take('2026-11-24', '2026-12-15');
    expect(fates(plan.digest({ ...fifth, needs: [form] }))).toEqual(['website/form taken']);
  });

  test('done is told once while the trouble is gone, and never again', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    plan.close('2026-11-04', 'done');
    expect(plan.digest(second)[0]).toMatchObject({ fate: 'done', light: null, closed: { by: 'Olena' } });
    expect(plan.digest(third)).toEqual([]);
  });

  test('done while the light is red is told as not done, and what came back as back, until somebody takes it again', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    plan.close('2026-11-04', 'done');
    expect(plan.digest({ ...second, needs: [form] })[0]).toMatchObject({ fate: 'still', light: 'red' });
    expect(fates(plan.digest(third)), 'it took a week longer').toEqual(['website/form done']);
    const again = { ...form, troubleSince: '2026-11-20T10:00:00.000Z' };
    expect(fates(plan.digest({ ...fourth, needs: [again] }))).toEqual(['website/form back']);
    plan.take('2026-11-25', null);
    const [taken] = plan.digest({ ...fifth, needs: [again] });
    expect(taken).toMatchObject({ fate: 'overdue', closed: null, by: '2026-11-02' });
  });

  test('what kept breaking is done when somebody says so, though it broke that week, and back when it breaks again', () => {
    const steady: Need = { ...form, id: 'website/form+steady', kind: 'steady', light: 'yellow' };
    const plan = new Plan();
    plan.digest({ ...first, needs: [steady] });
    plan.close('2026-11-04', 'done', steady.id);
    const broke = (at: string): Need => ({ ...steady, troubleSince: at });
    const before = plan.digest({ ...second, needs: [broke('2026-11-03T10:00:00.000Z')] });
    expect(fates(before)).toEqual(['website/form+steady done']);
    const after = plan.digest({ ...third, needs: [broke('2026-11-12T10:00:00.000Z')] });
    expect(fates(after)).toEqual(['website/form+steady back']);
  });

  test('done, but nobody can measure it: unverified and never green; well once it is measured', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    plan.close('2026-11-04', 'done');
    expect(fates(plan.digest({ ...second, standing: 'unknown' }))).toEqual(['website/form unverified']);
    expect(fates(plan.digest({ ...third, standing: 'unknown' }))).toEqual(['website/form unverified']);
    expect(fates(plan.digest(fourth))).toEqual(['website/form done']);
    expect(plan.digest(fifth)).toEqual([]);
  });

  test('what is gone by itself closes its action; the same trouble later is new, without the promise of then', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    plan.take('2026-11-03', '2026-11-10');
    expect(plan.digest(second)[0]).toMatchObject({ fate: 'gone', taken: { by: 'Olena' } });
    expect(plan.digest(third)).toEqual([]);
    const [again] = plan.digest({ ...fourth, needs: [{ ...form, by: '2026-11-23' }] });
    expect(again).toMatchObject({ fate: 'new', taken: null, closed: null, by: '2026-11-23' });
  });

  test('what nobody touched is gone, or not measured, all the same', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    expect(fates(plan.digest({ ...second, standing: 'unknown' }))).toEqual(['website/form unmeasured']);
    expect(fates(plan.digest(third))).toEqual(['website/form gone']);
    expect(plan.digest(fourth)).toEqual([]);
  });

  test('what was dropped is not asked for, stays while the trouble lasts, and ends in silence', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    plan.close('2026-11-03', 'dropped');
    expect(plan.digest({ ...second, needs: [form] })[0]).toMatchObject({ fate: 'dropped', light: 'red' });
    expect(plan.digest(third)).toEqual([]);
  });

  test('of a touchpoint that is no longer watched nothing is said', () => {
    const plan = new Plan();
    plan.digest({ ...first, needs: [form] });
    plan.close('2026-11-03', 'done');
    expect(plan.digest({ ...second, standing: 'removed' })).toEqual([]);
  });

  test('an own action is overdue after its day, and done when somebody says so; out of the file it is out of the plan', () => {
    const plan = new Plan();
    expect(fates(plan.digest({ ...first, own: [script] }))).toEqual(['own:script open']);
    expect(fates(plan.digest({ ...fourth, own: [script] }))).toEqual(['own:script overdue']);
    plan.close('2026-11-24', 'done', script.id);
    expect(fates(plan.digest({ ...fifth, own: [script] }))).toEqual(['own:script done']);
    expect(plan.digest({ date: '2026-12-07', weekId: '2026-W49', own: [script] })).toEqual([]);
    expect(plan.digest({ date: '2026-12-14', weekId: '2026-W50' })).toEqual([]);
  });

  test('a memory holds a thousand actions, the worst ones', () => {
    const many = Array.from({ length: 1200 }, (_, n) => ({ ...form, id: `site-${n}/form` }));
    const entries = planOf({
      needs: many,
      own: [],
      steps: [],
      memory: null,
      today: first.date,
      standingOf: () => 'well',
    });
    const { planned } = memoryOf(entries, { weekId: first.weekId, now: '2026-11-02T06:00:00.000Z' });
    expect([planned.length, planned[0]?.id, planned.at(-1)?.id]).toEqual([1000, 'site-0/form', 'site-999/form']);
  });
});
