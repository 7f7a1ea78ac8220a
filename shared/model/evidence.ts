import { z } from 'zod';

/** A stored piece of evidence: a screenshot, a Lighthouse report. `reference` is a path (locally) or an S3 key. */
export const evidenceSchema = z.strictObject({
  name: z.string(),
  contentType: z.string(),
  reference: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Evidence as a probe hands it over, before it is stored. `name` is a file name such as `screenshot.png`. */
export interface EvidenceDraft {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** A piece that should be there and could not be made: the page crashed before its picture was taken. */
export interface UnmadeEvidence extends Omit<EvidenceDraft, 'bytes'> {
  readonly bytes: null;
}

/**
 * Why a result goes without a piece of its evidence: it could not be `not-made`, was `empty` or `too-large`, the store was
 * `too-slow`, `refused` it, is `full` or `busy`, or `failed` otherwise.
 */
export const gapReasons = ['not-made', 'empty', 'too-large', 'too-slow', 'refused', 'full', 'busy', 'failed'] as const;

/** A piece of evidence that a result goes without. `code` is the system's own word, such as `ENOSPC`, for the person who fixes it. */
const evidenceGapSchema = z.object({
  name: z.string(),
  why: z.enum(gapReasons),
  code: z.string().nullable(),
});
export type EvidenceGap = z.infer<typeof evidenceGapSchema>;

/** Where a result keeps its gaps: among the details, which every version reads. */
export const gapsDetail = 'evidenceMissing';

export function gapsOf(details: Readonly<Record<string, unknown>>): EvidenceGap[] {
  return z.array(evidenceGapSchema).safeParse(details[gapsDetail]).data ?? [];
}
