import path from 'node:path';
import { z } from 'zod';
import { pictureReader } from '../../functions/digest/report/read-pictures.ts';
import { type AuditPageCheck, renderAudit } from '../../functions/digest/report/render-audit.ts';
import type { Language } from '../../shared/model/business.ts';
import { foundContactSchema } from '../../shared/model/found.ts';
import type { ShownLight } from '../../shared/model/light.ts';
import type { Result } from '../../shared/model/result.ts';
import { createEvidenceReader } from '../local/evidence-reader.ts';
import { writeFileAtomically } from '../local/write-file.ts';

interface PageCheck
  extends Pick<AuditPageCheck, 'probe' | 'device' | 'light' | 'sentence' | 'also' | 'figures' | 'gaps'> {
  readonly result: Result;
}

export interface PageOfAudit {
  readonly url: string;
  readonly startedAt: string;
  readonly light: ShownLight;
  readonly checks: readonly PageCheck[];
}

/**
 * Writes the audit as one HTML file with its pictures inside.
 * @param evidenceFolder where the audit's pictures lie
 * @throws StorageError
 */
export async function writeAuditPage(
  { checks, ...audit }: PageOfAudit,
  { file, evidenceFolder, language }: { file: string; evidenceFolder: string; language: Language },
): Promise<void> {
  const readPictures = pictureReader(createEvidenceReader(null, evidenceFolder));
  const shown: AuditPageCheck[] = [];
  for (const { result, ...check } of checks) {
    const contacts = z.array(foundContactSchema).safeParse(result.details['found']).data ?? [];
    shown.push({ ...check, contacts, pictures: await readPictures(result) });
  }
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const html = renderAudit({ ...audit, timeZone, checks: shown }, language);
  await writeFileAtomically('The audit', path.resolve(file), html, 'usual');
}
