import type { Calendar, Maintenance } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import type { CheckId } from '../../model/check-id.ts';
import type { Incident } from '../../model/incident.ts';
import { type Instant, toInstant } from '../../model/instant.ts';
import type { Notice, Sent } from '../../model/notification.ts';
import type { Result } from '../../model/result.ts';
import type { Status } from '../../model/status.ts';
import { hourMs, minuteMs } from '../../model/time-spans.ts';
import { availability } from '../../probes/availability/spec.ts';
import { isOverdue, lightAt } from '../incidents/light-at.ts';
import { takeResult } from '../incidents/take-result.ts';
import type { Elsewhere } from '../incidents/weigh-regions.ts';
import { lookAt } from '../notifications/look.ts';
import type { Acknowledged } from '../notifications/moment.ts';
import { sweepEveryMinutes } from '../notifications/sweep-due.ts';

/** What one touchpoint's stored results are replayed under. */
export interface Replay {
  readonly touchpointId: string;
  /** With the thresholds and policies to try. */
  readonly checks: readonly Check[];
  /** In any order; those of other checks are left out. */
  readonly results: readonly Result[];
  readonly calendar: Calendar;
  readonly maintenance: readonly Maintenance[];
  readonly acknowledgements: readonly Acknowledged[];
  /** The end of what is replayed: a stack goes on looking after the last result. */
  readonly until: Instant;
  /** What other regions saw at the time; absent where none were asked. */
  readonly regions?: Pick<Elsewhere, 'home' | 'views'>;
  /** False of a machine that may have been off: where nothing was measured, nothing was looked at either. */
  readonly isAlwaysOn: boolean;
}

/** A notice as it would have been sent. */
export interface ReplayedNotice extends Notice {
  readonly sentAt: Instant;
}

/**
 * The notices that these results would have led to: the whole core from judge to plan, result by result, with a clock that
 * stands at each result's end, and with the sweeps in between. What it cannot know are the confirmation runs that another
 * threshold would have asked for, nor what other regions would have seen of runs about which they were not asked: those alerts come at
 * the next cadence, or by the home region's own verdict.
 */
export function replayAlerts(replay: Replay): ReplayedNotice[] {
  const { results, checks, until } = replay;
  const replayed = new Replayed(replay);
  const known = new Set<CheckId>(checks.map(({ id }) => id));
  for (const result of results.filter(({ checkId }) => known.has(checkId)).toSorted(byTime)) {
    replayed.sweepUntil(result.finishedAt);
    replayed.take(result);
  }
  replayed.sweepUntil(until);
  return replayed.notices;
}

class Replayed {
  readonly notices: ReplayedNotice[] = [];
  readonly #replay: Replay;
  readonly #checks: ReadonlyMap<CheckId, Check>;
  readonly #statuses = new Map<CheckId, Status>();
  /** Those that are over. */
  readonly #incidents = new Map<string, Incident>();
  readonly #sent: Sent[] = [];
  #nextSweepMs: number | null = null;

  constructor(replay: Replay) {
    this.#replay = replay;
    this.#checks = new Map(replay.checks.map((check) => [check.id, check]));
  }

  take(result: Result): void {
    const check = this.#checks.get(result.checkId);
    if (check === undefined) return;
    const previous = this.#statuses.get(check.id) ?? null;
    const { timeZone } = this.#replay.calendar;
    // What is stored was taken when it came, whatever the clock said.
    const elsewhere = this.#elsewhere(check, result.scheduledAt);
    const arrival = { timeZone, now: result.scheduledAt, isRepeated: false, ...(elsewhere && { elsewhere }) };
    const { status, step } = takeResult(previous, result, check, arrival);
    if (status !== null) this.#statuses.set(check.id, status);
    if (step?.incident?.state === 'resolved') {
      this.#incidents.set(`${check.id} ${step.incident.openedAt}`, step.incident);
    }
    if (step?.wakesNotify === true) this.#look(result.finishedAt);
  }

  /** As evaluate knew it then. */
  #elsewhere(check: Check, now: Instant): Elsewhere | null {
    const { regions, checks } = this.#replay;
    if (regions === undefined) return null;
    const plain = checks.find(
      ({ probe, page, regions: its }) => probe === availability.id && page === null && its !== undefined,
    );
    const site = plain === undefined ? null : (this.#statuses.get(plain.id) ?? null);
    const isOld = plain !== undefined && site !== null && isOverdue(plain, site.lastRunAt, now);
    const views = regions.views.filter(({ checkId }) => checkId === check.id);
    return { home: regions.home, views, site: isOld ? null : site };
  }

  sweepUntil(at: Instant): void {
    const sweepMs = sweepEveryMinutes * minuteMs;
    for (let ms = this.#nextSweepMs ?? Date.parse(at); ms < Date.parse(at); ms += sweepMs) {
      const now = toInstant(ms);
      if (this.#replay.isAlwaysOn || this.#isMeasured(now)) this.#look(now);
    }
    this.#nextSweepMs = Math.ceil(Date.parse(at) / sweepMs) * sweepMs;
  }

  #isMeasured(now: Instant): boolean {
    return [...this.#statuses].some(([id, status]) => lightAt(status, this.#checks.get(id), now).lost === null);
  }

  #look(now: Instant): void {
    const { isAlwaysOn, touchpointId, checks, calendar, maintenance, acknowledgements } = this.#replay;
    const { notification, newlySent } = lookAt({
      ...{ touchpointId, checks, calendar, maintenance, now, sent: this.#sent },
      acknowledgements: acknowledgements.flatMap((one) => asOf(now, one)),
      statuses: [...this.#statuses.values()],
      incidents: [...this.#incidents.values()],
      ...(!isAlwaysOn && { watchingSince: now }),
    });
    if (notification === null) return;
    this.#sent.push(...newlySent);
    this.notices.push(...notification.notices.map((notice) => ({ ...notice, sentAt: now })));
  }
}

/** As it stood then: what was said later had not been said yet. */
function asOf(now: Instant, one: Acknowledged): Acknowledged[] {
  if (one.acknowledgedAt > now) return [];
  return [one.withdrawnAt != null && one.withdrawnAt > now ? { ...one, withdrawnAt: null } : one];
}

function byTime(a: Result, b: Result): number {
  if (a.scheduledAt !== b.scheduledAt) return a.scheduledAt < b.scheduledAt ? -1 : 1;
  return a.checkId < b.checkId ? -1 : 1;
}

export interface Comparison {
  /** Sent in fact and sent again. */
  readonly same: readonly Sent[];
  /** Sent in fact; nobody would have heard of it. */
  readonly dropped: readonly Sent[];
  /** Not sent in fact. */
  readonly added: readonly ReplayedNotice[];
}

/** The same notice is the same word about the same check within an hour of each other, whatever run opened its incident. */
const SAME_WITHIN_MS = hourMs;

export function compareAlerts(sent: readonly Sent[], replayed: readonly ReplayedNotice[]): Comparison {
  const left = [...replayed];
  const same: Sent[] = [];
  const dropped: Sent[] = [];
  for (const entry of sent.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : 1))) {
    const at = left.findIndex(
      ({ checkId, reason, sentAt }) =>
        checkId === entry.checkId &&
        reason === entry.reason &&
        Math.abs(Date.parse(sentAt) - Date.parse(entry.sentAt)) <= SAME_WITHIN_MS,
    );
    if (at === -1) dropped.push(entry);
    else {
      left.splice(at, 1);
      same.push(entry);
    }
  }
  return { same, dropped, added: left };
}
