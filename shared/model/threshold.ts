import { z } from 'zod';

/**
 * Bounds of one measurement. `green` is the worst value that is still green, `red` the first that is red; between them is
 * yellow. Where red < green, smaller is worse (a Lighthouse score: green 0.9, red 0.5).
 * For whole numbers, green 0 and red 1 leaves no yellow. `red: null` means that it never gets worse than yellow.
 */
export const thresholdSchema = z.strictObject({ green: z.number(), red: z.number().nullable() });
export type Threshold = z.infer<typeof thresholdSchema>;
export type Thresholds = Readonly<Record<string, Threshold>>;
