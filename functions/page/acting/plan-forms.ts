import { z } from 'zod';
import { foreignTextSchema } from '../../../shared/model/foreign-text-schema.ts';
import { longestPlanName, longestPlanNote } from '../../../shared/model/plan.ts';

const actionSchema = z.string().min(1).max(500);
const noteSchema = foreignTextSchema.pipe(z.string().max(longestPlanNote, 'word-too-long')).default('');

export const takeForm = z.object({
  action: actionSchema,
  /** Empty: the person who is signed in. */
  by: foreignTextSchema.pipe(z.string().max(longestPlanName, 'word-too-long')).default(''),
  until: z
    .string()
    .refine((day) => day === '' || z.iso.date().safeParse(day).success, 'plan-no-day')
    .transform((day) => (day === '' ? null : day))
    .default(null),
  why: noteSchema,
});
export const doneForm = z.object({ action: actionSchema, why: noteSchema });
export const dropForm = z.object({ action: actionSchema, why: noteSchema.pipe(z.string().min(1, 'plan-no-reason')) });
export const reopenForm = z.object({ action: actionSchema });
