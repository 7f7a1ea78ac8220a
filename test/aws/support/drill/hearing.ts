import { toInstant } from '../../../../shared/model/instant.ts';
import type { DrillGround } from './drill-ground.ts';
import { retryMinutes } from './drill-stack.ts';
import type { Fault } from './fault.ts';
import { promised } from './promises.ts';

const minuteMs = 60_000;

/** @returns the minute in which it began */
export async function begin({ time }: DrillGround, ...faults: readonly Fault[]): Promise<number> {
  for (const fault of faults) await fault.begin();
  return time.minute();
}

/** @returns the minute in which it ended */
export async function end({ time }: DrillGround, ...faults: readonly Fault[]): Promise<number> {
  for (const fault of faults) await fault.end();
  return time.minute();
}

/**
 * Lets time pass until operations hear of a fault from its alarm, the first of those that the runbook names, in the time that
 * it promises.
 * @param fault how its row in the runbook's table begins
 * @param cadence minutes until what the fault keeps from working is due
 * @param since when the fault began
 */
export async function heard(
  { drills, time }: DrillGround,
  fault: string,
  cadence: number,
  since: number,
): Promise<void> {
  const { alarms, withinMinutes } = promised(fault, cadence);
  const [alarm = ''] = alarms;
  const latest = since + withinMinutes - (alarm === 'work-lost' ? retryMinutes : 0);
  await drills.until(`${alarm}, for "${fault}"`, Math.max(0, latest - time.minute()), () =>
    hasRung(drills, alarm, since, latest),
  );
}

function hasRung({ operations }: DrillGround['drills'], name: string, since: number, latest: number): boolean {
  return operations.some(
    ({ minute, alarm }) => alarm?.name === name && alarm.state === 'ALARM' && minute > since && minute <= latest,
  );
}

/** Lets time pass until an alarm says that it is over. */
export async function over({ drills }: DrillGround, name: string, withinMinutes: number, since: number): Promise<void> {
  const isOver = () =>
    drills.operations.some(({ minute, alarm }) => alarm?.name === name && alarm.state === 'OK' && minute > since);
  await drills.until(`The end of ${name}`, withinMinutes, isOver);
}

/** What notify itself tells operations, without any alarm. */
export function sentByNotify({ drills }: DrillGround, words: RegExp): boolean {
  return drills.operations.some(({ alarm, text }) => alarm === null && words.test(text));
}

/** Lets time pass until every light with a cadence of minutes comes from a run after that minute. */
export async function caughtUp({ drills, time, checks, stores }: DrillGround, since: number): Promise<void> {
  const from = toInstant(time.now() - (time.minute() - since) * minuteMs);
  const quick = checks.filter(({ everyMinutes }) => everyMinutes < 60);
  await drills.until('Lights that are up to date', 30, async () => {
    const statuses = await Promise.all(quick.map(({ id, touchpointId }) => stores.statuses.load(touchpointId, id)));
    return statuses.every((status) => status !== null && status.lastRunAt > from);
  });
}
