import { settledAfterMs } from '../../functions/probe-social/csv/read-rows.ts';
import type { Check } from '../../shared/model/check.ts';
import type { ImportFile, ImportFolders } from '../../shared/ports/import-files.ts';
import type { StatusStore } from '../../shared/ports/stores.ts';
import { specOf } from '../../shared/probes/index.ts';

/** Checks whose files have changed since the last look; at the first look, since their last run. */
export type LandedFiles = () => Promise<readonly Check[]>;

export interface LandedFilesDeps {
  readonly now: () => number;
  readonly importFolders: ImportFolders;
  readonly statuses: Pick<StatusStore, 'load'>;
}

/**
 * What is still being written changes again, and is read again then. A file may also be whole and look as if it grew, because it is
 * young and nothing ends its last row: once it has settled, it is read once more.
 */
export function createLandedFiles(
  checks: readonly Check[],
  { now, importFolders, statuses }: LandedFilesDeps,
): LandedFiles {
  const known = new Map<string, string>();
  const unsettled = new Set<string>();
  const hasSettled = (listed: readonly ImportFile[]): boolean =>
    listed.every(({ changedAt }) => changedAt <= now() - settledAfterMs);
  const isNews = async (check: Check, listed: readonly ImportFile[]): Promise<boolean> => {
    const seen = JSON.stringify(listed);
    const before = known.get(check.id);
    known.set(check.id, seen);
    if (before !== undefined) return seen !== before;
    const status = await statuses.load(check.touchpointId, check.id);
    const lastRunAt = status === null ? 0 : Date.parse(status.lastRunAt);
    return listed.some(({ changedAt }) => changedAt > lastRunAt);
  };
  const look = async (check: Check): Promise<readonly Check[]> => {
    const kind = specOf(check.probe)?.imports;
    if (kind === undefined) return [];
    const { folder } = check.options;
    const files = importFolders(kind, check.touchpointId, typeof folder === 'string' ? folder : null);
    const listed = (await files.list()) ?? [];
    if (await isNews(check, listed)) {
      if (!hasSettled(listed)) unsettled.add(check.id);
      return [check];
    }
    if (!unsettled.has(check.id) || !hasSettled(listed)) return [];
    unsettled.delete(check.id);
    return [check];
  };
  return async () => (await Promise.all(checks.map(look))).flat();
}
