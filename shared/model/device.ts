import { z } from 'zod';

export const devices = ['mobile', 'desktop'] as const;
export const deviceSchema = z.enum(devices);
export type Device = z.infer<typeof deviceSchema>;
