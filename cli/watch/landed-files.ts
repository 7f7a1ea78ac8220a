import type { Check } from '../../shared/model/check.ts';
import type { ImportFolders } from '../../shared/ports/import-files.ts';
import type { StatusStore } from '../../shared/ports/stores.ts';
import { specOf } from '../../shared/probes/index.ts';

/** Checks whose files have changed since the last look; at the first look, since their last run. */
export type LandedFiles = () => Promise<readonly Check[]>;

export interface LandedFilesDeps {
  readonly importFolders: ImportFolders;
  readonly statuses: Pick<StatusStore, 'load'>;
}

/** What is still being written changes again, and is read again then. */
export function createLandedFiles(checks: readonly Check[], { importFolders, statuses }: LandedFilesDeps): LandedFiles {
  const known = new Map<string, string>();
  const look = async (check: Check): Promise<readonly Check[]> => {
    const kind = specOf(check.probe)?.imports;
    if (kind === undefined) return [];
    const { folder } = check.options;
    const files = importFolders(kind, check.touchpointId, typeof folder === 'string' ? folder : null);
    const listed = (await files.list()) ?? [];
    const seen = JSON.stringify(listed);
    const before = known.get(check.id);
    known.set(check.id, seen);
    if (before !== undefined) return seen === before ? [] : [check];
    const status = await statuses.load(check.touchpointId, check.id);
    const lastRunAt = status === null ? 0 : Date.parse(status.lastRunAt);
    return listed.some(({ changedAt }) => changedAt > lastRunAt) ? [check] : [];
  };
  return async () => (await Promise.all(checks.map(look))).flat();
}
