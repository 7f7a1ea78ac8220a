import { Cron } from 'croner';
import { parseDuration } from '../../shared/config/duration.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { UsageError } from '../exit.ts';
import { StorageError } from '../local/storage-error.ts';

export function durationMs(text: string | undefined): number | null {
  if (text === undefined) return null;
  const minutes = parseDuration(text);
  if (minutes === null) throw new UsageError(`--for takes a duration such as 30m or 8h, not "${text}".`);
  return minutes * minuteMs;
}

/** The table has one owner at a time, so one instance watches a folder. */
export async function openHere<T>(open: () => Promise<T>): Promise<T> {
  return open().catch((error: unknown) => {
    if (!(error instanceof StorageError) || error.fault !== 'in-use') throw error;
    throw new StorageError('in-use', `One touchlight at a time watches a folder. ${error.message}`, { cause: error });
  });
}

/**
 * Calls back now, for what was left, and at the beginning of each minute by the wall clock: croner looks at the clock again
 * after a sleep and after the clock was set. Ends when the time is over or the signal comes.
 */
export async function tickEachMinute(
  tick: () => Promise<void>,
  forMs: number | null,
  signal: AbortSignal,
): Promise<void> {
  const ended = forMs === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(forMs)]);
  await tick();
  if (ended.aborted) return;
  const minutes = new Cron('* * * * *', { protect: true, timezone: 'UTC' }, tick);
  await new Promise<void>((resolve) => ended.addEventListener('abort', () => resolve(), { once: true }));
  minutes.stop();
}
