import { z } from 'zod';
import { foreignTextSchema } from './foreign-text-schema.ts';

/** Who looks after a touchpoint; without an address, by name only. */
export const ownerSchema = z.strictObject({ name: foreignTextSchema, email: z.email().nullable() });
export type Owner = z.infer<typeof ownerSchema>;
