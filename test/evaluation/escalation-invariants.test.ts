import { describe, expect, it } from 'vitest';
import type { Life } from '../support/a-life.ts';
import { holds } from '../support/in-every-history.ts';
import type { SentNotice } from '../support/life-records.ts';

describe('whatever happens, what nobody acknowledges', () => {
  it('is escalated once for each alert that it opened or got worse, and for each withdrawal', () => {
    holds((life) => {
      for (const [notice, before] of escalations(life)) {
        const asked = before.filter(({ reason }) => reason !== 'escalated').length;
        const withdrawn = answersTo(life, notice).filter(({ isTaken }) => !isTaken).length;
        const escalated = before.filter(({ reason }) => reason === 'escalated').length;
        expect(asked).toBeGreaterThan(0);
        expect(escalated).toBeLessThan(asked + withdrawn);
      }
    });
  });

  it('is escalated only where a time was promised for its light, and not before that is over', () => {
    holds((life, { acknowledge = {} }) => {
      for (const [notice, before] of escalations(life)) {
        const time = notice.incident === null ? undefined : acknowledge[notice.incident.light];
        expect(notice.overdue).toEqual(time);
        const askedAt = before.findLast(({ reason }) => reason !== 'escalated')?.at ?? '';
        // An alert of an hour that has not come yet tells no distance.
        if (life.clockMovedAt.some((moved) => askedAt <= moved && moved <= notice.at)) continue;
        const waitedMs = Date.parse(notice.at) - Date.parse(askedAt);
        expect(waitedMs).toBeGreaterThanOrEqual((time?.minutes ?? Number.POSITIVE_INFINITY) * 60_000);
      }
    });
  });

  it('is not escalated while somebody is on it', () => {
    holds((life) => {
      for (const [notice, before] of escalations(life)) {
        const askedAt = before.findLast(({ reason }) => reason !== 'escalated')?.at ?? '';
        // In the same minute it may as well have been said right after.
        const last = answersTo(life, notice).findLast(({ at }) => at < notice.at);
        if (last === undefined || !last.isTaken || last.at <= askedAt) continue;
        expect(life.clockMovedAt.some((moved) => moved <= notice.at)).toBe(true);
      }
    });
  });

  it('and was escalated ends for those who were told, as it ends for everybody', () => {
    holds((life) => {
      life.heal();
      for (const [notice] of escalations(life)) {
        const end = life.sent.find((other) => isAbout(other, notice) && other.at >= notice.at && isEnd(other));
        expect(end?.escalatedAt, `${notice.checkId} since ${notice.subjectAt}`).toBeDefined();
      }
    });
  });
});

/** Each escalation, with what was sent before it that asked for an acknowledgement or escalated. */
function escalations({ sent }: Life): (readonly [SentNotice, SentNotice[]])[] {
  return sent.flatMap((notice, index) => {
    if (notice.reason !== 'escalated') return [];
    const before = sent.slice(0, index).filter((other) => isAbout(other, notice) && asks(other));
    return [[notice, before] as const];
  });
}

function asks({ reason }: SentNotice): boolean {
  return reason === 'opened' || reason === 'worsened' || reason === 'escalated';
}

function isEnd({ reason }: SentNotice): boolean {
  return reason === 'resolved';
}

function answersTo({ answers }: Life, { checkId, subjectAt, at }: SentNotice) {
  return answers.filter((answer) => answer.checkId === checkId && answer.subjectAt === subjectAt && answer.at <= at);
}

function isAbout(one: SentNotice, other: SentNotice): boolean {
  return one.checkId === other.checkId && one.subjectAt === other.subjectAt;
}
