import { z } from 'zod';

/**
 * What of IAM's policy language these templates use. Everything else (NotAction, NotPrincipal, policy variables) is refused, so
 * that nothing is taken for harmless because it was not understood.
 */
const texts = z.union([z.array(z.string()), z.string().transform((one) => [one])]);
const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const values = z
  .union([z.array(value), value.transform((one) => [one])])
  .refine((all) => all.every((one) => !one.includes('${')), 'policy variables are not evaluated here');

const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts,
  /** Absent in the trust policy of a role, which is about that role. */
  Resource: texts.optional(),
  /** Absent in a role's own policy, which is about that role. `*` is everybody. */
  Principal: z.union([z.literal('*'), z.strictObject({ AWS: texts.optional(), Service: texts.optional() })]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), values)).default({}),
});
export type Statement = z.infer<typeof statementSchema>;

const documentSchema = z.strictObject({ Version: z.literal('2012-10-17'), Statement: z.array(statementSchema) });

/** @throws ZodError for what is not evaluated here */
export function parsePolicy(document: unknown): Statement[] {
  return documentSchema.parse(document).Statement;
}
