import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEADY_RUNS } from '../../shared/evaluation/decide-notices.ts';
import type { Policy } from '../../shared/model/check.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Notice, Sent } from '../../shared/model/notification.ts';
import { statusSchema } from '../../shared/model/status.ts';
import { aHistory, Life, lifeIds, type Step } from '../support/a-life.ts';
import type { Finding } from '../support/a-world.ts';

/** Histories per invariant; TOUCHLIGHT_HISTORIES=20000 is the long run (about five minutes). */
const HISTORIES = Number(process.env['TOUCHLIGHT_HISTORIES'] ?? 300);

const bad: readonly Finding[] = ['yellow', 'red', 'unreachable', 'broken'];

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
      // Either the page itself is known to be red, or an outage that speaks for it, be it as restless.
      const page = open
        .filter(({ checkId }) => checkId === lifeIds[1])
        .map((incident) => lastWord(life.told, incident));
      const outages = open.filter(({ cause }) => cause === 'unreachable');
      const spoken = outages.flatMap((incident) => [lastWord(life.told, incident), restlessness(life.told, incident)]);
      expect([...page, ...spoken]).toContain('red');
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

/** The light of the flapping that was the last word about the check's health. */
function restlessness(told: readonly Notice[], { checkId }: Incident): string | undefined {
  const last = told.findLast((notice) => notice.checkId === checkId && isAboutHealth(notice.reason));
  return last?.reason === 'flapping' ? last.light : undefined;
}
