import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Instant, toInstant } from '../../../../shared/model/instant.ts';
import type { Step } from '../../../../shared/model/stack-names.ts';
import type { Account } from '../account.ts';
import { changeEnvironment } from '../environment.ts';
import { runFolder } from '../ministack.ts';

const minuteMs = 60_000;

/** The time that the drills and all functions of their stack live in. It moves only when it is told to. */
export interface DrillTime {
  /** Whole minutes since the beginning. */
  minute(): number;
  now(): number;
  instant(): Instant;
  nextMinute(): void;
  /** Puts a function's clock to this time; a deployment would put it back. */
  lend(account: Account, stack: string, step: Step): Promise<void>;
}

export function aDrillTime(beginning: Instant): DrillTime {
  const file = path.join(runFolder, 'drill-time.json');
  const beganAt = Date.parse(beginning);
  let minute = 0;
  const show = (): void => {
    // Readers never see half a file.
    writeFileSync(`${file}.next`, JSON.stringify({ minuteAt: beganAt + minute * minuteMs, since: Date.now() }));
    renameSync(`${file}.next`, file);
  };
  show();
  return {
    minute: () => minute,
    now: () => beganAt + minute * minuteMs,
    instant: () => toInstant(beganAt + minute * minuteMs),
    nextMinute() {
      minute += 1;
      show();
    },
    async lend(account, stack, step) {
      const clock = fileURLToPath(new URL('./borrowed-clock.ts', import.meta.url));
      await changeEnvironment(account, stack, step, { NODE_OPTIONS: `--import ${clock}`, DRILL_TIME_FILE: file });
    },
  };
}

/** The next Monday at that time of day in UTC, at least a day away: what expires in the table has not yet expired. */
export function nextMonday(timeOfDay: string): Instant {
  const soon = new Date(Date.now() + 24 * 60 * minuteMs);
  const days = (8 - soon.getUTCDay()) % 7;
  const monday = new Date(soon.getTime() + days * 24 * 60 * minuteMs);
  return `${monday.toISOString().slice(0, 10)}T${timeOfDay}:00.000Z`;
}
