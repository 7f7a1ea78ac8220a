import { z } from 'zod';
import { alertSchema } from './alert.ts';
import { tolerant } from './tolerant.ts';

/** One notice of an alert for one channel of a fleet. */
export const channelTaskSchema = z.object({
  /** The same when the same is sent again. */
  id: z.string(),
  /** `coffee-lab.telegram` */
  channel: z.string(),
  /** With this notice alone. */
  alert: tolerant(alertSchema),
});
export type ChannelTask = z.infer<typeof channelTaskSchema>;

/** After so many seconds what failed is tried again; then it is put aside. */
export const postPausesSeconds = [60, 120] as const;
export const postsTried = postPausesSeconds.length + 1;
