import { type CheckId, parseCheckId } from '../../../shared/model/check-id.ts';
import { instantSchema } from '../../../shared/model/instant.ts';
import { evidencePrefix } from '../../../shared/model/stack-names.ts';

/** Of which run a piece of evidence is, as far as its reference says. */
interface ReferencedRun {
  readonly scheduledAt: string;
  readonly mayBeOf: (checkId: CheckId) => boolean;
}

/**
 * In a bucket `evidence/<touchpoint>/<check>/<scheduledAt>/<name>`, each part encoded; in a folder
 * `<folder>/<touchpoint>_<probe>[@<device>][_<page>]/<scheduledAt>-<name>`, the instant with hyphens for colons.
 * @returns null where it is neither
 */
export function runOfReference(reference: string): ReferencedRun | null {
  const run = runOfKey(reference) ?? runOfPath(reference);
  return run === null || Number.isNaN(Date.parse(run.scheduledAt)) ? null : run;
}

function runOfKey(key: string): ReferencedRun | null {
  if (!key.startsWith(evidencePrefix)) return null;
  const parts = key.slice(evidencePrefix.length).split('/').map(decoded);
  const [touchpointId, check, scheduledAt, name, ...more] = parts;
  if (!touchpointId || !check || !name || more.length > 0 || !instantSchema.safeParse(scheduledAt).success) return null;
  return { scheduledAt: scheduledAt ?? '', mayBeOf: (checkId) => checkId === `${touchpointId}/${check}` };
}

function runOfPath(path: string): ReferencedRun | null {
  const [file = '', folder = ''] = path.split(/[\\/]/).reverse();
  const match = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)-[\w.-]+$/.exec(file);
  if (match === null) return null;
  return {
    scheduledAt: `${match[1]}${match[2]}:${match[3]}:${match[4]}`,
    mayBeOf: (checkId) => {
      const { touchpointId, probe, page, device } = parseCheckId(checkId);
      const name = `${touchpointId}_${probe}${device === null ? '' : `@${device}`}`;
      return page === null ? folder === name : folder.startsWith(`${name}_`);
    },
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
