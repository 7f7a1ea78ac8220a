import path from 'node:path';
import { z } from 'zod';
import { pictureReader } from '../../functions/digest/report/read-pictures.ts';
import { type AuditPageCheck, renderAudit } from '../../functions/digest/report/render-audit.ts';
import { worstTroubles } from '../../shared/evaluation/audit/worst-troubles.ts';
import { rollUp } from '../../shared/evaluation/incidents/roll-up.ts';
import { weightOf } from '../../shared/evaluation/week/actions.ts';
import { wordEvidenceGap } from '../../shared/i18n/evidence-gaps.ts';
import type { Language } from '../../shared/model/business.ts';
import { gapsOf } from '../../shared/model/evidence.ts';
import { foundContactSchema } from '../../shared/model/found.ts';
import { worstFirst } from '../../shared/model/light.ts';
import { createEvidenceReader } from '../local/evidence-reader.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { Audited, AuditReport } from './audit-report.ts';
import { figuresOf } from './check-words.ts';

interface PageOptions {
  readonly file: string;
  /** Where the audit's pictures lie. */
  readonly evidenceFolder: string;
  readonly language: Language;
  readonly timeZone: string;
}

/**
 * Writes the audit as one HTML file with its pictures inside.
 * @throws StorageError
 */
export async function writeAuditPage(
  { url, startedAt, checks }: AuditReport,
  all: readonly Audited[],
  { file, evidenceFolder, language, timeZone }: PageOptions,
): Promise<void> {
  const readPictures = pictureReader(createEvidenceReader(null, evidenceFolder));
  const inOrder = all.toSorted((a, b) => weightOf(a.check.probe) - weightOf(b.check.probe));
  const shown: AuditPageCheck[] = [];
  for (const { check, result, shown: audited } of worstFirst(inOrder, (each) => each.shown.light)) {
    shown.push({
      ...{ probe: check.probe, device: check.device, page: check.page, light: audited.light },
      ...{ sentence: audited.reason, also: audited.also, figures: figuresOf(audited, language) },
      gaps: gapsOf(result.details).map((gap) => wordEvidenceGap(gap, language)),
      contacts: z.array(foundContactSchema).safeParse(result.details['found']).data ?? [],
      pictures: await readPictures(result),
    });
  }
  const light = rollUp(checks.map((check) => check.light));
  const html = renderAudit({ url, startedAt, timeZone, light, troubles: worstTroubles(all), checks: shown }, language);
  await writeFileAtomically('The audit', path.resolve(file), html, 'usual');
}
