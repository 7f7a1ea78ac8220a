import path from 'node:path';
import { readWeek } from '../../functions/digest/read-week.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { lastFullWeek, parseWeek, weekAt } from '../../shared/evaluation/week/week.ts';
import { businessOfConfiguration, type Configuration } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { UsageError } from '../exit.ts';
import { localFolder } from '../local/private-folder.ts';
import type { Readers } from '../local/write-file.ts';
import type { StackOptions } from '../program/command.ts';
import type { History } from './open-history.ts';

export interface ReadingOptions extends StackOptions {
  readonly week?: string;
  readonly out?: string;
  readonly open: boolean;
  readonly folder?: string;
}

/** The week that was asked for; by default the last full one, or this one so far where that has no measurement. */
export async function readWeekOf(
  configuration: Configuration,
  { stores }: Pick<History, 'stores'>,
  { week: wanted, stack }: Pick<ReadingOptions, 'week' | 'stack'>,
  now: number,
): Promise<WeekSummary> {
  const { timeZone } = configuration;
  const at = toInstant(now);
  const read = async (week: Parameters<typeof readWeek>[1]): Promise<WeekSummary> => {
    const summary = await readWeek({ configuration, stores }, week, at);
    // What runs on this machine costs nothing in AWS.
    return stack === undefined ? { ...summary, monthlyDollars: null } : summary;
  };
  if (wanted !== undefined) {
    const week = parseWeek(wanted, timeZone);
    if (week === null) throw new UsageError(`"${wanted}" is not a week; write year and week number, such as 2026-W47.`);
    if (week.from > at)
      throw new UsageError(`The week ${wanted} has not begun. This week is ${weekAt(at, timeZone).id}.`);
    return read(week);
  }
  const last = await read(lastFullWeek(at, timeZone));
  if (last.runs > 0) return last;
  const running = await read(weekAt(at, timeZone));
  return running.runs > 0 ? running : last;
}

/** Behind the week in the name of a file: the business of a fleet, so that no file takes another's place; else nothing. */
export function behindWeek(configuration: Configuration): string {
  const business = businessOfConfiguration(configuration);
  return business === null ? '' : `-${business}`;
}

/** `--out`, or a name by the week in the folder of this machine. */
export function fileFor(name: string, { out, folder = localFolder }: Pick<ReadingOptions, 'out' | 'folder'>): string {
  return path.resolve(out ?? path.join(folder, name));
}

/** What somebody wants at a place of their own is for whom they like; what lies in the folder of this machine is for its owner. */
export function readersOf({ out }: Pick<ReadingOptions, 'out'>): Readers {
  return out === undefined ? 'owner' : 'usual';
}
