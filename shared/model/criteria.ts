import { z } from 'zod';
import { scorecardTemplateSchema } from './scorecard.ts';

const meanShareSchema = z.object({ share: z.number(), n: z.number().int() });
const { bounds, sections } = scorecardTemplateSchema.shape;
const { id, title } = sections.element.shape;

/** How a scorecard's result stores its criteria by employees, in `details`. Shares are from 0 to 1. */
export const criteriaDetailsSchema = z.object({
  sections: z.array(z.object({ id: z.string(), score: z.number().nullable(), n: z.number().int() })),
  /** How many were assessed: the table may leave some of very many out. */
  contacts: z.number().int().optional(),
  table: z.array(
    z.object({
      ask: z.string(),
      section: z.string(),
      /** Null where nobody answered it. */
      overall: meanShareSchema.nullable(),
      /** By initials or role. */
      byContact: z.array(meanShareSchema.extend({ contact: z.string() })),
    }),
  ),
});
export type CriteriaDetails = z.infer<typeof criteriaDetailsSchema>;

/** What a reader of them needs to know of the template, which travels in the check's options. */
export const criteriaTemplateSchema = z.object({ title, bounds, sections: z.array(z.object({ id, title })) });
export type CriteriaTemplate = z.infer<typeof criteriaTemplateSchema>;
