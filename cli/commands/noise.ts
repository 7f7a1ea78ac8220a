import { closeDay } from '../../shared/evaluation/incidents/day.ts';
import { knownIncidents } from '../../shared/evaluation/incidents/known-incidents.ts';
import { localDate } from '../../shared/evaluation/schedule/zone.ts';
import { type CheckNoise, measureNoise } from '../../shared/evaluation/what-if/measure-noise.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** Reminders are filed under the day on which their incident opened. */
const oldestSubjectMs = 30 * dayMs;

/** How loud the alerts were, and what would have been quieter. */
export async function showNoise(
  configuration: Configuration,
  stores: Stores,
  { from, now }: { readonly from: Instant; readonly now: number },
  terminal: Terminal,
): Promise<number> {
  const range = { from, to: toInstant(now + 1) };
  const each = await Promise.all(
    configuration.touchpoints.map(({ id }) => periodOf(id, stores, range, configuration.timeZone)),
  );
  const noise = measureNoise({
    checks: configuration.touchpoints.flatMap(({ checks }) => checks),
    incidents: each.flatMap(({ incidents }) => incidents),
    sent: each.flatMap(({ sent }) => sent),
    days: each.flatMap(({ days }) => days),
    range,
  });
  const checks = noise.checks.map(({ notices, ...check }) => ({ ...check, told: notices }));
  terminal.printJson({ version: 1, range, ...noise, checks });
  terminal.print(
    `${terminal.bold(`${some(noise.alerts, 'alert')}`)} since ${formatFor('en').shortMoment(from, configuration.timeZone, toInstant(now))}`,
  );
  for (const check of noise.checks) print(check, terminal);
  return exitCodes.ok;
}

async function periodOf(id: string, stores: Stores, range: { from: Instant; to: Instant }, timeZone: string) {
  const subjects = { from: toInstant(Date.parse(range.from) - oldestSubjectMs), to: range.to };
  const dates = { from: localDate(Date.parse(range.from), timeZone), to: localDate(Date.parse(range.to), timeZone) };
  const [statuses, incidents, sent, closed] = await Promise.all([
    stores.statuses.list(id),
    stores.incidents.list(id, range),
    stores.sent.list(id, subjects),
    stores.days.list(id, dates),
  ]);
  const today = statuses.flatMap(({ checkId, today: open }) => {
    const day = closeDay(open);
    return day === null || day.date < dates.from ? [] : [{ checkId, day }];
  });
  return { incidents: knownIncidents(incidents, statuses), sent, days: [...closed, ...today] };
}

function print(
  { checkId, notices, opened, brief, reminders, escalations, flaps, unknownHours, suggestion }: CheckNoise,
  terminal: Terminal,
) {
  const parts = [
    some(notices, 'alert'),
    `${some(opened, 'incident')}${brief === 0 ? '' : `, ${brief} of them over by themselves`}`,
    reminders === 0 ? null : some(reminders, 'reminder'),
    escalations === 0 ? null : times('escalated', escalations),
    flaps === 0 ? null : times('restless', flaps),
    unknownHours === 0 ? null : `grey for ${unknownHours} h`,
  ];
  terminal.print(`  ${terminal.bold(checkId.padEnd(30))} ${parts.flatMap((part) => part ?? []).join('; ')}`);
  if (suggestion !== null) {
    terminal.print(`  ${' '.repeat(30)} ${terminal.dim(`quieter: touchlight replay --set ${suggestion.set}`)}`);
  }
}

function some(count: number, noun: string): string {
  return formatFor('en').counted(count, { one: noun, other: `${noun}s` });
}

function times(what: string, count: number): string {
  return `${what} ${count === 1 ? 'once' : `${count} times`}`;
}
