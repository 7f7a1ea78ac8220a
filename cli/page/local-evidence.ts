import path from 'node:path';
import type { PageDeps } from '../../functions/page/page-deps.ts';
import { evidencePrefix } from '../../shared/model/stack-names.ts';
import type { EvidenceReader } from '../../shared/ports/evidence-store.ts';

/** What probes store; anything else is handed over as bytes, which no browser runs. */
const contentTypes: Readonly<Partial<Record<string, string>>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

export function openLocalEvidence(evidence: EvidenceReader): PageDeps['openEvidence'] {
  return async (reference) => {
    // The folder also holds secrets.
    if (!reference.startsWith(evidencePrefix)) return null;
    const bytes = await evidence.read(reference);
    if (bytes === null) return null;
    const contentType = contentTypes[path.extname(reference).toLowerCase()] ?? 'application/octet-stream';
    return { kind: 'file', bytes, contentType };
  };
}
