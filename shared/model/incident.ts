import { z } from 'zod';
import { checkIdSchema } from './check-id.ts';
import { findingSchema } from './finding.ts';
import { instantSchema } from './instant.ts';

export const incidentStates = ['suspected', 'open', 'resolved'] as const;
export const badLightSchema = z.enum(['yellow', 'red']);
export type BadLight = z.infer<typeof badLightSchema>;

/** Which AWS regions have seen it at the last bad run about which others were asked. */
const seenFromSchema = z.strictObject({
  /** The stack's own first. */
  fails: z.array(z.string()),
  /** Asked, and could not tell. */
  unclear: z.array(z.string()),
});
export type SeenFrom = z.infer<typeof seenFromSchema>;

/** One continuous bad period of one check. */
export const incidentSchema = z.strictObject({
  touchpointId: z.string(),
  checkId: checkIdSchema,
  state: z.enum(incidentStates),
  /** The light of the last bad run. */
  light: badLightSchema,
  worstLight: badLightSchema,
  /** The first bad run: since when it has been so. */
  suspectedAt: instantSchema,
  /** The run that confirmed it; null while suspected. Identifies the incident together with the check. */
  openedAt: instantSchema.nullable(),
  resolvedAt: instantSchema.nullable(),
  /** The last bad run's headline verdict. */
  finding: findingSchema,
  /** The last bad result's cause (see Result); `unreachable` mutes the touchpoint's other checks. */
  cause: z.string().nullable(),
  /** Absent where no other region was asked. */
  seenFrom: seenFromSchema.optional(),
  evidence: z.array(z.string()),
});
export type Incident = z.infer<typeof incidentSchema>;

/** The measurement that is beyond its bound; null where no number says what is wrong. */
export function measurementOf({ finding }: Pick<Incident, 'finding'>): string | null {
  return finding.kind === 'measurement' ? finding.id : null;
}
