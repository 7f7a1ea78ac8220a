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
