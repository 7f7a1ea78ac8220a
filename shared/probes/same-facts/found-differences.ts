import { z } from 'zod';
import type { Finding } from '../../model/finding.ts';

const placesSchema = z.object({
  pages: z.array(z.string()),
  data: z.array(z.string()),
  others: z.array(z.enum(['google', 'facebook', 'file'])),
});

/** Of the statement `same-facts/differ`, what is to be corrected. */
const foundSchema = z.object({
  differences: z.array(
    z.object({
      fact: z.enum(['name', 'phone', 'address', 'hours', 'closed']),
      days: z.string(),
      versions: z.array(z.object({ values: z.array(z.string()), places: placesSchema })),
    }),
  ),
  others: z.number().int(),
});

/** Null where the finding says something else, or a version stored it that says it otherwise. */
export function foundDifferences(finding: Finding): z.infer<typeof foundSchema> | null {
  const because = finding.kind === 'measurement' ? finding.because : undefined;
  if (because?.id !== 'same-facts/differ') return null;
  return foundSchema.safeParse(because.params).data ?? null;
}
