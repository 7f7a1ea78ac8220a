import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createS3EvidenceReader } from '../../shared/aws/evidence-bucket/s3-evidence-reader.ts';
import type { EvidenceReader } from '../../shared/ports/evidence-store.ts';

/** Reads from the deployed stack's bucket, or from the folder of this machine and nowhere beside it. */
export function createEvidenceReader(bucket: string | null, folder: string): EvidenceReader {
  if (bucket !== null) return createS3EvidenceReader(bucket);
  return {
    async read(reference) {
      const file = path.resolve(reference);
      if (!file.startsWith(`${folder}${path.sep}`)) return null;
      return readFile(file).catch(() => null);
    },
  };
}
