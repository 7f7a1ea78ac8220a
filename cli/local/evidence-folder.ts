import { join } from 'node:path';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import { fileNameOfCheck, fileNameOfInstant } from './file-names.ts';
import { writeFileAtomically } from './write-file.ts';

/** Evidence as files: `<folder>/<check>/<scheduledAt>-<name>`; the reference is that path. */
export function createEvidenceFolder(folder: string): EvidenceStore {
  return {
    async put(runId, { name, contentType, bytes }) {
      if (!/^[A-Za-z0-9][\w.-]*$/.test(name)) {
        throw new Error(
          `"${name}" is no name for evidence: use letters, digits, dots and hyphens, such as screenshot.png.`,
        );
      }
      // A page's path inside the check id may contain a # too; the one before the instant is the last.
      const border = runId.lastIndexOf('#');
      const [checkId, scheduledAt] = [runId.slice(0, border), runId.slice(border + 1)];
      const path = join(folder, fileNameOfCheck(checkId), `${fileNameOfInstant(scheduledAt)}-${name}`);
      await writeFileAtomically('The evidence', path, bytes);
      return { name, contentType, reference: path };
    },
  };
}
