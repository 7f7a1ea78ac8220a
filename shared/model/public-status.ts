import { z } from 'zod';
import { badLightSchema } from './incident.ts';
import { instantSchema } from './instant.ts';
import { lightSchema } from './light.ts';

/** How far back the public page goes. */
export const publicDays = 30;

const publicIncidentSchema = z.strictObject({
  /** In words: "The contact form does not work". */
  title: z.string(),
  /** Its worst light. */
  light: badLightSchema,
  /** When it began; with `overWindow`, when it was noticed. */
  since: instantSchema,
  /** Null while it lasts. */
  resolvedAt: instantSchema.nullable(),
  /** What is measured covers days or weeks, so that nothing tells when it began. */
  overWindow: z.literal(true).optional(),
});
export type PublicIncident = z.infer<typeof publicIncidentSchema>;

/**
 * Everything that strangers may know, and the whole of `status.json`. A stable shape: later versions add fields and rename none.
 * No page's text, no address, no check's id or figures, no evidence and no name of a person is in it.
 */
export const publicStatusSchema = z.strictObject({
  version: z.literal(1),
  business: z.string(),
  touchpoints: z.array(
    z.strictObject({
      id: z.string(),
      /** Null where nothing is checked. */
      light: lightSchema.nullable(),
      /** Since when it has had this light; null where that is not known. */
      since: instantSchema.nullable(),
      /** The window that holds or comes next. */
      maintenance: z.strictObject({ from: instantSchema, to: instantSchema }).nullable(),
      /** Open ones first, then those of the last 30 days, newest first. */
      incidents: z.array(publicIncidentSchema),
    }),
  ),
});
export type PublicStatus = z.infer<typeof publicStatusSchema>;
