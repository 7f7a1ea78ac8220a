import type { z } from 'zod';
import type { Policy } from '../model/check.ts';
import { oneLine } from '../model/foreign-text.ts';
import type { Owner } from '../model/owner.ts';
import type { ResponseTime } from '../model/response-time.ts';
import { durationWritten } from './duration.ts';
import type { acknowledgeSchema, ownerSchema } from './file-escalation.ts';
import { isEmail } from './value-problems.ts';

/** The response time by light; none where nobody needs to acknowledge. */
export function acknowledgeOf(
  written: NonNullable<z.infer<typeof acknowledgeSchema>>,
): NonNullable<Policy['acknowledge']> {
  if (written === 'never') return {};
  const { red, yellow, in: clock } = typeof written === 'string' ? { red: written, yellow: written } : written;
  const timeOf = (duration: string | undefined, inBusinessHours: boolean): ResponseTime | undefined => {
    const minutes = durationWritten(duration);
    return minutes === undefined
      ? undefined
      : { minutes, inBusinessHours: clock === undefined ? inBusinessHours : clock === 'hours' };
  };
  const times = { red: timeOf(red, false), yellow: timeOf(yellow, true) };
  return {
    ...(times.red !== undefined && { red: times.red }),
    ...(times.yellow !== undefined && { yellow: times.yellow }),
  };
}

export function ownerOf(written: z.infer<typeof ownerSchema>): { readonly owner?: Owner } {
  if (written === undefined) return {};
  if (typeof written !== 'string') return { owner: { name: written.name, email: written.email ?? null } };
  const text = oneLine(written).trim();
  return { owner: { name: text, email: isEmail(text) ? text : null } };
}
