import type { StatusStep } from '../../shared/evaluation/incidents/advance-status.ts';
import { takeResult } from '../../shared/evaluation/incidents/take-result.ts';
import { lookAt } from '../../shared/evaluation/notifications/look.ts';
import type { Acknowledged } from '../../shared/evaluation/notifications/moment.ts';
import { historySince, type Plan } from '../../shared/evaluation/notifications/plan-notifications.ts';
import { entryAfter } from '../../shared/evaluation/notifications/watched-touchpoint.ts';
import type { Calendar, Maintenance } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { CheckId } from '../../shared/model/check-id.ts';
import type { Incident } from '../../shared/model/incident.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Notification, Sent } from '../../shared/model/notification.ts';
import type { Measurements, Result } from '../../shared/model/result.ts';
import type { DayRollUp, Status } from '../../shared/model/status.ts';
import { isOfKnownReason, storedIncident, storedSent, storedStatus } from '../../shared/model/stored-shapes.ts';
import { tolerant } from '../../shared/model/tolerant.ts';
import { type WatchedTouchpoint, watchedTouchpointSchema } from '../../shared/model/watched-touchpoint.ts';
import { writtenLater } from './a-later-version.ts';
import { aResult } from './a-result.ts';

/** What a run finds: a light, no answer at all, a form that answers 500, nothing to measure. */
export type Finding = 'green' | 'yellow' | 'red' | 'unknown' | 'unreachable' | 'broken' | 'gone';

export const weekdaysNineToSix: Calendar = {
  timeZone: 'Europe/Kyiv',
  shifts: {
    mon: [[540, 1080]],
    tue: [[540, 1080]],
    wed: [[540, 1080]],
    thu: [[540, 1080]],
    fri: [[540, 1080]],
    sat: [],
    sun: [],
  },
  holidays: [],
};

/** The whole pure core over a table in memory: what evaluate and notify do, without queues, streams and failures. */
export class World {
  readonly checks = new Map<CheckId, Check>();
  readonly statuses = new Map<CheckId, Status>();
  /** Those that are over. */
  readonly incidents = new Map<string, Incident>();
  readonly days = new Map<string, DayRollUp>();
  readonly notifications: Notification[] = [];
  readonly maintenance: Maintenance[] = [];
  readonly acknowledgements: Acknowledged[] = [];
  readonly registry = new Map<string, WatchedTouchpoint>();
  readonly #stored = new Set<string>();
  sent: Sent[] = [];
  sendWorks = true;
  calendar = weekdaysNineToSix;

  add(check: Check): void {
    this.checks.set(check.id, check);
  }

  /** One result through evaluate, in the order in which evaluate writes. */
  evaluate(result: Result, now: Instant = result.scheduledAt): StatusStep | 'late' {
    const check = this.checks.get(result.checkId);
    if (check === undefined) throw new Error(`${result.checkId} is not configured in this world.`);
    const previous = this.statuses.get(check.id) ?? null;
    const run = `${check.id} ${result.scheduledAt}`;
    const isRepeated = this.#stored.has(run);
    const arrival = { timeZone: this.calendar.timeZone, now, isRepeated };
    const { step, refused } = takeResult(previous, result, check, arrival);
    if (refused !== 'ahead') this.#stored.add(run);
    if (step === null) return 'late';
    if (step.closedDay !== null) this.days.set(`${check.id} ${step.closedDay.date}`, step.closedDay);
    if (step.incident?.state === 'resolved') this.incidents.set(`${check.id} ${step.incident.openedAt}`, step.incident);
    this.statuses.set(check.id, step.next);
    return step;
  }

  /** One call of notify: plan, send, log, and then the registry. */
  notify(touchpointId: string, now: Instant): Plan {
    const entry = this.registry.get(touchpointId) ?? null;
    const statuses = [...this.statuses.values()].filter((status) => status.touchpointId === touchpointId);
    const since = historySince(statuses, now, entry?.openSince);
    const history = [...this.incidents.values()].filter(({ openedAt }) => openedAt !== null && openedAt >= since);
    const checks = [...this.checks.values()].filter((check) => check.touchpointId === touchpointId);
    const look = lookAt({
      ...{ touchpointId, statuses, checks, entry, now },
      incidents: history.filter((incident) => incident.touchpointId === touchpointId),
      sent: this.sent.filter((one) => one.touchpointId === touchpointId && one.subjectAt >= since),
      calendar: this.calendar,
      maintenance: this.maintenance,
      acknowledgements: this.acknowledgements,
    });
    const { notification, situation, newlySent } = look;
    if (notification !== null && !this.sendWorks) return look;
    if (notification !== null) this.notifications.push(notification);
    this.sent.push(...newlySent);
    const next = entryAfter(situation, entry, newlySent);
    if (next === null) this.registry.delete(touchpointId);
    else this.registry.set(touchpointId, next);
    return look;
  }

  /** One sweep: notify looks at all that is configured or remembered. */
  sweep(now: Instant): void {
    const configured = [...this.checks.values()].map(({ touchpointId }) => touchpointId);
    for (const touchpointId of new Set([...configured, ...this.registry.keys()])) this.notify(touchpointId, now);
  }

  /**
   * A later version has written everything, then this one is brought back and reads it.
   * @param newWords it has lights and reasons of its own
   */
  rollBack(newWords: boolean): void {
    for (const [id, status] of this.statuses) {
      const written = newWords ? { ...status, light: 'violet', lastLights: [...status.lastLights, 'violet'] } : status;
      this.statuses.set(id, storedStatus.parse(writtenLater(written)));
    }
    for (const [id, incident] of this.incidents) this.incidents.set(id, storedIncident.parse(writtenLater(incident)));
    for (const [id, entry] of this.registry) {
      this.registry.set(id, tolerant(watchedTouchpointSchema).parse(writtenLater(entry)));
    }
    const written = this.sent.flatMap((entry) => (newWords ? [entry, { ...entry, reason: 'snoozed' }] : [entry]));
    this.sent = written.filter(isOfKnownReason).map((entry) => storedSent.parse(writtenLater(entry)));
  }
}

/** The result of a run that finds this, whatever the probe. */
export function aFinding(check: Check, scheduledAt: Instant, finding: Finding): Result {
  const base = { checkId: check.id, scheduledAt };
  switch (finding) {
    case 'green':
    case 'yellow':
    case 'red':
      return aResult({ ...base, measurements: measuredAs(check, finding) });
    case 'unknown':
      return aResult({
        ...base,
        outcome: 'unknown',
        cause: 'bot-wall',
        reason: 'A bot wall stood before it.',
        measurements: {},
      });
    case 'unreachable':
      return aResult({
        ...base,
        outcome: 'failed',
        cause: 'unreachable',
        reason: 'The website does not answer.',
        measurements: {},
      });
    case 'broken':
      return aResult({
        ...base,
        outcome: 'failed',
        cause: 'form-error',
        reason: 'The contact form answers 500.',
        measurements: {},
      });
    case 'gone':
      return aResult({
        ...base,
        outcome: 'not-applicable',
        reason: 'No form was found on the site.',
        measurements: {},
      });
  }
}

function measuredAs(check: Check, light: 'green' | 'yellow' | 'red'): Measurements {
  const [name, threshold] = Object.entries(check.thresholds)[0] ?? [];
  if (name === undefined || threshold === undefined) throw new Error(`${check.id} has no threshold to be judged by.`);
  const red = threshold.red ?? threshold.green + 1;
  if (light === 'green') return { [name]: threshold.green };
  return { [name]: light === 'red' ? red : (threshold.green + red) / 2 };
}
