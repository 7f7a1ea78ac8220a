import { lightAt } from '../../shared/evaluation/incidents/light-at.ts';
import { forecastVisits, nextFullMinute } from '../../shared/evaluation/what-if/forecast.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { type Light, lightsWorstFirst, worstFirst } from '../../shared/model/light.ts';
import type { Notification } from '../../shared/model/notification.ts';
import type { Status } from '../../shared/model/status.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import type { FlowRun } from '../local/flow.ts';
import { clockMoved, reasonSeen } from '../reason-seen.ts';
import type { Terminal } from '../terminal.ts';
import type { WatchEvent } from './watcher.ts';

/** What a watch shows: with --json a line per event, elsewhere a line per run and a status line that stays. */
export class WatchReport {
  readonly #terminal: Terminal;
  readonly #checks: readonly Check[];
  readonly #timeZone: string;
  /** Checks whose last line was a green one. */
  readonly #wasGreen = new Set<string>();
  readonly #statuses = new Map<string, Status>();

  constructor(terminal: Terminal, checks: readonly Check[], timeZone: string) {
    this.#terminal = terminal;
    this.#checks = checks;
    this.#timeZone = timeZone;
  }

  print(event: WatchEvent): void {
    switch (event.event) {
      case 'missed':
        this.#terminal.printJsonLine({ version: 1, ...event });
        this.#terminal.print(
          `Nobody watched from ${this.#dated(event.from, event.to)} to ${this.#dated(event.to, event.from)}: ${event.runs} runs were not made.`,
        );
        return;
      case 'too-late': {
        const { scheduledAt, checks } = event.visit;
        const names = checks.map(({ id }) => id);
        this.#terminal.printJsonLine({ version: 1, event: 'too-late', scheduledAt, checks: names });
        this.#terminal.print(
          `${this.#local(scheduledAt)}  skipped, because earlier checks took too long: ${names.join(', ')}`,
        );
        return;
      }
      case 'visited':
        for (const run of worstFirst(event.outcome.runs, ({ shown }) => shown))
          this.#printRun(run, event.visit.confirmation);
        this.#printNotifications(event.outcome.notifications);
        return;
      case 'swept':
        this.#printNotifications(event.notifications);
    }
  }

  #printNotifications(notifications: readonly Notification[]): void {
    for (const notification of notifications) this.#terminal.printJsonLine({ ...notification, event: 'notification' });
  }

  /** Where things stand, and what comes next. */
  status(nowMs: number): void {
    if (!process.stderr.isTTY) return;
    const now = toInstant(nowMs);
    const lights = this.#checks.flatMap((check): Light[] => {
      const status = this.#statuses.get(check.id);
      const shown = status === undefined ? null : lightAt(status, check, now).shown;
      return shown === null ? [] : [shown];
    });
    const counts = lightsWorstFirst.flatMap((light) => {
      const count = lights.filter((each) => each === light).length;
      return count === 0 ? [] : `${count} ${light === 'unknown' ? 'grey' : light}`;
    });
    const next = nextVisit(this.#checks, nowMs);
    const then =
      next === undefined
        ? 'nothing is due within a day'
        : `next ${this.#local(next.scheduledAt)} ${next.checks.map(({ id }) => id).join(', ')}`;
    this.#terminal.progress(`watching; ${counts.length === 0 ? 'no light yet' : counts.join(', ')}; ${then}`);
  }

  /** A competitor's page has no light: it is only looked at. */
  #printLook({ check, result }: FlowRun): void {
    const { scheduledAt, outcome, measurements } = result;
    const reason = wordStatement(result.reason, 'en', result.finishedAt);
    const seen = { checkId: check.id, url: check.url, scheduledAt, outcome, reason, measurements };
    this.#terminal.printJsonLine({ version: 1, event: 'competitor', ...seen });
    this.#terminal.print(`${this.#local(scheduledAt)}  ${check.id}  ${reason}`);
  }

  #printRun(run: FlowRun, confirmation: boolean): void {
    const { check, result, evaluation } = run;
    if (check.guest !== undefined) {
      this.#printLook(run);
      return;
    }
    const light = run.shown;
    const wasGreen = this.#wasGreen.has(check.id);
    if (evaluation.status !== null) this.#statuses.set(check.id, evaluation.status);
    if (light === 'green') this.#wasGreen.add(check.id);
    else this.#wasGreen.delete(check.id);
    this.#terminal.printJsonLine({
      version: 1,
      event: 'run',
      checkId: check.id,
      scheduledAt: result.scheduledAt,
      startedAt: result.startedAt,
      finishedAt: result.finishedAt,
      confirmation,
      light,
      step: evaluation.step?.reason ?? 'quiet',
      outcome: result.outcome,
      reason: reasonSeen(run),
      measurements: result.measurements,
      evidence: result.evidence.map(({ reference }) => reference),
      incident: evaluation.status?.incident ?? null,
      clockMoved: clockMoved(run),
    });
    const moved = clockMoved(run);
    if (moved !== null) this.#terminal.print(`${this.#local(result.scheduledAt)}  ${moved}`);
    // On a terminal the status line shows that all goes on; what is as good as before needs no line of its own.
    if (process.stdout.isTTY && wasGreen && light === 'green') return;
    this.#terminal.print(
      `${this.#local(result.scheduledAt)}  ${this.#terminal.light(light)} ${check.id.padEnd(28)} ${reasonSeen(run)}`,
    );
  }

  /** With its day where the other moment lies on another one. */
  #dated(instant: string, other: string): string {
    return formatFor('en').shortMoment(instant, this.#timeZone, other);
  }

  #local(instant: string): string {
    return new Date(instant).toLocaleTimeString('en-GB', {
      timeZone: this.#timeZone,
      hour: '2-digit',
      minute: '2-digit',
    });
  }
}

/** Within a day; looked for a little at a time, because it is asked at each refresh of the status line. */
function nextVisit(checks: readonly Check[], nowMs: number): VisitRequest | undefined {
  const from = Date.parse(nextFullMinute(toInstant(nowMs)));
  for (let minutes = 0; minutes < 1440; minutes += 10) {
    const [next] = forecastVisits(checks, toInstant(from + minutes * minuteMs), 10);
    if (next !== undefined) return next;
  }
  return undefined;
}
