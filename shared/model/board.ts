import { z } from 'zod';
import { acknowledgementSchema } from './acknowledgement.ts';
import { maintenanceSchema } from './business.ts';
import { checkIdSchema } from './check-id.ts';
import { findingSchema } from './finding.ts';
import { incidentSchema } from './incident.ts';
import { instantSchema } from './instant.ts';
import { lightSchema } from './light.ts';

/** Most open incidents that a touchpoint's place on the board holds; its own page shows all. */
export const incidentsOnBoard = 12;
/** Days of the strip. */
export const stripDays = 30;

/** One character a day, oldest first: green, yellow, red, unknown, or `-` where nothing was to be measured. */
const stripSchema = z
  .string()
  .regex(/^[gyru-]*$/)
  .max(stripDays);
export const stripLetters = { green: 'g', yellow: 'y', red: 'r', unknown: 'u' } as const;

/**
 * What the live page shows of one touchpoint, put together by each sweep and with all news, so that a page of a thousand
 * touchpoints is one key range.
 */
export const boardEntrySchema = z.strictObject({
  touchpointId: z.string(),
  /** When it was put together. */
  readAt: instantSchema,
  /** The worst of its checks; null where there is nothing to check. */
  light: lightSchema.nullable(),
  /** Where the light is grey: a check that has it, and what its last run said; null where it has never run or runs no more. */
  grey: z.strictObject({ checkId: checkIdSchema, finding: findingSchema.nullable() }).optional(),
  /** Since when the worst check has had its light; null where nothing was measured. */
  since: instantSchema.nullable(),
  /** The newest run of any check; null before the first. */
  measuredAt: instantSchema.nullable(),
  /** Until when `light` counts: then what it is made of is too old. Null where nothing counts. */
  freshUntil: instantSchema.nullable(),
  /** How many checks have each light. */
  checks: z.strictObject({
    green: z.number().int(),
    yellow: z.number().int(),
    red: z.number().int(),
    unknown: z.number().int(),
  }),
  /** Open incidents, worst first, oldest of equals first. */
  open: z
    .array(
      z.strictObject({
        incident: incidentSchema,
        /** The one that holds; null where nobody has acknowledged it. */
        acknowledgement: acknowledgementSchema.nullable(),
      }),
    )
    .max(incidentsOnBoard),
  openCount: z.number().int(),
  /** The window that holds or comes next; null where none is announced. */
  maintenance: maintenanceSchema.nullable(),
  /** Closed days up to `until`, the day before the one on which it was drawn. */
  strip: z.strictObject({ until: z.iso.date(), lights: stripSchema }),
});
export type BoardEntry = z.infer<typeof boardEntrySchema>;
export type OpenIncident = BoardEntry['open'][number];
