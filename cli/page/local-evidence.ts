import path from 'node:path';
import type { PageDeps } from '../../functions/page/page-deps.ts';
import { createEvidenceReader } from '../local/evidence-reader.ts';

/** What probes store; anything else is handed over as bytes, which no browser runs. */
const contentTypes: Readonly<Partial<Record<string, string>>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** @param folder such as `.touchlight`: only what lies below its `evidence` is opened, because it also holds secrets */
export function openLocalEvidence(folder: string): PageDeps['openEvidence'] {
  const evidence = createEvidenceReader(null, path.resolve(folder, 'evidence'));
  return async (reference) => {
    const bytes = await evidence.read(reference);
    if (bytes === null) return null;
    const contentType = contentTypes[path.extname(reference).toLowerCase()] ?? 'application/octet-stream';
    return { kind: 'file', bytes, contentType };
  };
}
