import { z } from 'zod';
import { foreignTextSchema } from '../../../shared/model/foreign-text-schema.ts';
import { instantSchema } from '../../../shared/model/instant.ts';

/** UTF-16 units of a note. */
const longestWord = 500;
/** Longer ones are for the command line and the file: a link that got into other hands must not silence a touchpoint for weeks. */
const minutesOfDay = 1440;

const nameSchema = z.string().min(1).max(500);
/** A form leaves out what is empty only where it has been tampered with, so an absent note is an empty one. */
const wordSchema = foreignTextSchema.pipe(z.string().max(longestWord, 'word-too-long')).default('');

export const acknowledgeForm = z.object({ check: nameSchema, opened: instantSchema, why: wordSchema });
export const withdrawForm = z.object({ check: nameSchema, opened: instantSchema });
export const startMaintenanceForm = z.object({
  touchpoint: nameSchema,
  minutes: z
    .string()
    .regex(/^\d{1,6}$/, 'length-out-of-range')
    .transform(Number)
    .pipe(z.number().min(5, 'length-out-of-range').max(minutesOfDay, 'length-out-of-range')),
  why: wordSchema,
});
export const endMaintenanceForm = z.object({ touchpoint: nameSchema });
export const runForm = z.object({ check: nameSchema });
