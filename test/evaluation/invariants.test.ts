import { describe, expect, it } from 'vitest';
import { isUnstable, STEADY_RUNS } from '../../shared/evaluation/incidents/flapping.ts';
import { businessMinutesBetween } from '../../shared/evaluation/schedule/business-time.ts';
import type { CheckId } from '../../shared/model/check-id.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Notice, Sent } from '../../shared/model/notification.ts';
import { statusSchema } from '../../shared/model/status.ts';
import { isTooOld, type Life } from '../support/a-life.ts';
import { type Finding, weekdaysNineToSix } from '../support/a-world.ts';
import { holds } from '../support/in-every-history.ts';
import type { SentNotice } from '../support/life-records.ts';

const bad: readonly Finding[] = ['yellow', 'red', 'unreachable', 'broken'];

const opposites: Readonly<Partial<Record<string, string>>> = { blind: 'sighted', sighted: 'blind' };

describe('whatever happens', () => {
  it('nothing is sent twice for the same reason', () => {
    holds(({ sent }) => {
      for (const [i, { checkId, subjectAt, reason }] of sent.entries()) {
        if (!['blind', 'sighted', 'flapping'].includes(reason)) continue;
        const isSame = (other: SentNotice): boolean =>
          other.checkId === checkId && other.subjectAt === subjectAt && other.reason === reason;
        const last = sent.slice(0, i).findLastIndex(isSame);
        // A clock that was put back may begin a second silence where the first began; the end of that one lies between them.
        const between = last < 0 ? null : sent.slice(last + 1, i).map((other) => `${other.checkId} ${other.reason}`);
        if (between !== null) expect(between, reason).toContain(`${checkId} ${opposites[reason] ?? 'nothing'}`);
      }
      for (const [i, notice] of sent.entries()) {
        if (notice.reason !== 'opened' && notice.reason !== 'resolved') continue;
        // Sent as open while nobody believes it open, and closed while somebody waits for the end: in turns.
        const before = sent
          .slice(0, i)
          .findLast((other) => isSameSubject(other, notice) && isAboutHealth(other.reason));
        const isBelieved = before !== undefined && before.reason !== 'resolved';
        expect(isBelieved).toBe(notice.reason === 'resolved');
      }
      const keys = sent.map(({ checkId, subjectAt, reason, n }) => `${checkId} ${subjectAt} ${reason} ${n}`);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  it('worse is sent only to a reader who believes it to be yellow', () => {
    holds(({ sent }) => {
      for (const [i, notice] of sent.entries()) {
        if (notice.reason !== 'worsened') continue;
        const before = sent
          .slice(0, i)
          .findLast((other) => isSameSubject(other, notice) && isAboutHealth(other.reason));
        expect(before?.incident).toMatchObject({ light: 'yellow' });
        expect(notice.incident?.light).toBe('red');
      }
    });
  });

  it('reminders keep their distance, and there is none where none are wanted', () => {
    holds(({ sent, clockMovedAt }, { remindEveryMinutes = 0 }) => {
      for (const [i, notice] of sent.entries()) {
        if (notice.reason !== 'reminder') continue;
        expect(remindEveryMinutes).toBeGreaterThan(0);
        const before = sent
          .slice(0, i)
          .findLast((other) => isSameSubject(other, notice) && isAboutHealth(other.reason));
        const { at = '' } = before ?? {};
        // An alert of an hour that has not come yet tells no distance.
        if (clockMovedAt.some((moved) => at <= moved && moved <= notice.at)) continue;
        expect(Date.parse(notice.at) - Date.parse(at)).toBeGreaterThanOrEqual(remindEveryMinutes * 60_000);
      }
    });
  });

  it('every red that lasted is sent', () => {
    holds((life) => {
      life.live({ kind: 'clock', of: 'all', aheadSeconds: 0 });
      life.letWordPass();
      life.live({ kind: 'restore', check: 1 });
      life.pass(20);
      for (let i = 0; i < STEADY_RUNS; i++) life.run(1, 'red', 10);
      const incidents = [...life.world.checks.keys()].flatMap((id) => life.world.statuses.get(id)?.incident ?? []);
      const open = incidents.filter(({ state }) => state === 'open');
      // Either the page itself is known to be red, or an outage that speaks for it, be it as restless.
      const page = open
        .filter(({ checkId }) => checkId === life.checks[1]?.id)
        .map((incident) => lastWord(life.sent, incident));
      const outages = open.filter(({ cause }) => cause === 'unreachable');
      const spoken = outages.flatMap((incident) => [lastWord(life.sent, incident), restlessness(life.sent, incident)]);
      expect([...page, ...spoken]).toContain('red');
    });
  });

  it('every incident that was sent is resolved or open, and every grey spell that was sent has an end', () => {
    holds((life) => {
      life.heal();
      expect(life.sent.flatMap(withoutEnd(life.sent))).toEqual([]);
    });
  });

  it('everyone who was told of an opening is told of its end, also when the check is removed or renamed and nothing runs', () => {
    holds((life) => {
      life.live({ kind: 'clock', of: 'all', aheadSeconds: 0 });
      life.letWordPass();
      life.sweep();
      // What is over is reported over, unless the check is so restless that it was announced as that.
      for (const opened of life.sent.filter(({ reason }) => reason === 'opened')) {
        const incident = knownIncident(life, opened);
        const status = life.world.statuses.get(opened.checkId);
        const isRestless = status !== undefined && isUnstable(status);
        if (incident?.state !== 'resolved' || isRestless || isSpokenFor(life, opened)) continue;
        expect(withoutEnd(life.sent)(opened)).toEqual([]);
      }
      life.removeAll();
      life.sweep();
      life.sweep();
      expect(life.sent.flatMap(withoutEnd(life.sent))).toEqual([]);
      expect([...life.world.registry.keys()], 'nothing is left to be remembered').toEqual([]);
    });
  });

  it('what is open is sent within a day of business hours, whether or not anything runs', () => {
    holds((life) => {
      life.live({ kind: 'clock', of: 'all', aheadSeconds: 0 });
      life.letWordPass();
      const { now } = life;
      while (businessMinutesBetween(now, life.now, weekdaysNineToSix) < 9 * 60) life.pass(60);
      // The stack sweeps every quarter of an hour: who has just stopped speaking for others is noticed.
      life.sweep();
      for (const id of life.world.checks.keys()) {
        const status = life.world.statuses.get(id);
        const incident = status?.incident;
        if (status === undefined || incident?.state !== 'open' || status.goodStreak > 0) continue;
        const about = life.sent.filter(({ checkId }) => checkId === id);
        const known = about.findLast(
          (notice) => notice.subjectAt === incident.openedAt && isAboutHealth(notice.reason),
        );
        const isKnown = known !== undefined && known.reason !== 'resolved';
        // Reported removed; back in the configuration, but not measured since.
        const isClosed = known?.light === 'unknown' && known.reason === 'resolved' && status.lastRunAt < known.at;
        const isRestless = isUnstable(status) && about.some(({ subjectAt }) => subjectAt === status.flappingSince);
        expect(
          isKnown || isClosed || isRestless || isSpokenFor(life, { checkId: id }),
          `${id} since ${incident.openedAt}`,
        ).toBe(true);
      }
    });
  });

  it('a light older than its cadence allows is never green', () => {
    holds(({ greens, sent }) => {
      for (const { check, lastRunAt, at } of greens) expect(isTooOld(check, lastRunAt, at)).toBe(false);
      for (const { checkId, light, clock, reason, run } of sent) {
        if (light !== 'green' || run === null) continue;
        expect(isTooOld(run.check, run.lastRunAt, clock), `${checkId} ${reason}`).toBe(false);
      }
    });
  });

  it('when everything has been sent, asking again sends nothing', () => {
    holds((life) => {
      life.world.sendWorks = true;
      life.sweep();
      const before = life.sent.length;
      life.sweep();
      expect(life.sent.length).toBe(before);
    });
  });

  it('nothing is sent in maintenance', () => {
    holds(({ sentInMaintenance }) => {
      expect(sentInMaintenance).toEqual([]);
    });
  });

  it('unknown alone opens nothing: an opened incident has as many bad runs behind it as the policy asks for', () => {
    holds(({ world, found }, { failuresToOpen = 2 }) => {
      for (const { checkId, suspectedAt, openedAt } of world.incidents.values()) {
        const runs = found.get(checkId) ?? [];
        const untilOpened = runs.slice(0, runs.findLastIndex(({ scheduledAt }) => scheduledAt === openedAt) + 1);
        // A clock that was put back dates the suspicion anew, and not the runs before: then the row is counted as it came.
        const isDatedAnew = untilOpened.some(({ scheduledAt }) => scheduledAt > (openedAt ?? ''));
        const since = isDatedAnew
          ? untilOpened.slice(untilOpened.findLastIndex(({ finding }) => finding === 'green') + 1)
          : untilOpened.filter(({ scheduledAt }) => suspectedAt <= scheduledAt);
        expect(since.filter(({ finding }) => bad.includes(finding)).length).toBe(failuresToOpen);
        expect(since.filter(({ finding }) => finding === 'green').length).toBe(0);
      }
    });
  });

  it('every light sent was seen: no red without a red run, no green without a green one', () => {
    holds(({ sent, found }) => {
      for (const { checkId, light, at } of sent) {
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

function isAboutMeasurability(reason: string): boolean {
  return reason === 'blind' || reason === 'sighted';
}

function isAboutHealth(reason: string): boolean {
  return !isAboutMeasurability(reason);
}

/** The light that the reader believes an incident to have: of a check that is not measured any more, the last one known. */
function lastWord(sent: readonly Notice[], { checkId, openedAt }: Incident): string | undefined {
  const last = sent.findLast((notice) => {
    return notice.checkId === checkId && notice.subjectAt === openedAt && isAboutHealth(notice.reason);
  });
  return last?.reason === 'resolved' ? last.light : last?.incident?.light;
}

/** The light of the flapping that was the last word about the check's health. */
function restlessness(sent: readonly Notice[], { checkId }: Incident): string | undefined {
  const last = sent.findLast((notice) => notice.checkId === checkId && isAboutHealth(notice.reason));
  return last?.reason === 'flapping' ? last.light : undefined;
}

/** What a notice has begun and no later one has ended, as a sentence; nothing where all is ended. */
function withoutEnd(sent: readonly SentNotice[]): (notice: SentNotice) => string[] {
  return ({ checkId, subjectAt, reason }) => {
    const about = sent.filter((other) => other.checkId === checkId);
    const last =
      reason === 'opened'
        ? about.findLast((other) => other.subjectAt === subjectAt && isAboutHealth(other.reason))
        : about.findLast(({ reason: other }) => isAboutMeasurability(other) === isAboutMeasurability(reason));
    const isBegun = reason === 'opened' || reason === 'blind' || reason === 'flapping';
    const isEnded = last?.reason === 'resolved' || last?.reason === 'sighted';
    return isBegun && !isEnded ? [`${checkId} ${reason} of ${subjectAt} has no end`] : [];
  };
}

function knownIncident({ world }: Life, { checkId, subjectAt }: SentNotice): Incident | undefined {
  const all = [...world.incidents.values(), ...[...world.statuses.values()].flatMap(({ incident }) => incident ?? [])];
  return all.find((incident) => incident.checkId === checkId && incident.openedAt === subjectAt);
}

/**
 * Does an outage of the touchpoint that was sent speak for the check, or one that ended, or is ending, without the check having run since?
 * Neither counts once the run that says so is too old.
 */
function isSpokenFor({ world, sent, now }: Life, { checkId }: { readonly checkId: CheckId }): boolean {
  const isFresh = (id: CheckId): boolean => {
    const check = world.checks.get(id);
    const lastRunAt = world.statuses.get(id)?.lastRunAt;
    return check !== undefined && lastRunAt !== undefined && !isTooOld(check, lastRunAt, now);
  };
  const others = [...world.checks.keys()].filter((id) => id !== checkId);
  const outages = [
    ...world.incidents.values(),
    ...others.flatMap((id) => world.statuses.get(id)?.incident ?? []),
  ].filter((incident) => incident.cause === 'unreachable' && others.includes(incident.checkId));
  return outages.some((incident) => {
    const speaker = world.statuses.get(incident.checkId);
    // A good run ends it for the others, also before it is enough to resolve it.
    const hasAnswered = incident.state === 'open' && speaker !== undefined && speaker.goodStreak > 0;
    if (incident.state === 'open' && !hasAnswered) {
      const wasSent = sent.some((each) => each.checkId === incident.checkId && each.subjectAt === incident.openedAt);
      return wasSent && isFresh(incident.checkId);
    }
    const lastRunAt = world.statuses.get(checkId)?.lastRunAt ?? '';
    const endedAt = hasAnswered ? speaker.lastRunAt : (incident.resolvedAt ?? '');
    const isSecondary = incident.suspectedAt <= lastRunAt && lastRunAt <= endedAt;
    return isSecondary && isFresh(checkId);
  });
}
