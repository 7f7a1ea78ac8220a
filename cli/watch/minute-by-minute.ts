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

/** Only one process can open the table, so only one can watch a folder. */
export async function openHere<T>(open: () => Promise<T>): Promise<T> {
  return open().catch((error: unknown) => {
    if (!(error instanceof StorageError) || error.fault !== 'in-use') throw error;
    throw new StorageError('in-use', `Only one touchlight can watch a folder at a time. ${error.message}`, {
      cause: error,
    });
  });
}

/**
 * Calls back at once, to catch up, and then at the start of each minute by the wall clock: croner reads the clock again after the machine
 * slept and after somebody set the clock. Ends after `forMs`, or when the signal is aborted.
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
