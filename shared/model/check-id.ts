import { z } from 'zod';
import { type Device, deviceSchema } from './device.ts';

/** A touchpoint's id: a short slug, because it stands in every key, subject line and file name. */
export const touchpointIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits or hyphens, such as "website"');

/**
 * A touchpoint's id as it is stored: in a fleet, with its business before it (`coffee-lab.website`). Every key, group and path
 * derives from it, so two businesses never share one.
 */
export const watchedTouchpointIdSchema = z.string().regex(/^(?:[a-z0-9][a-z0-9-]{0,39}\.)?[a-z0-9][a-z0-9-]{0,39}$/);

/** `[<business>.]<touchpoint>/<probe>[:<page>][@<device>]`, e.g. `website/page-load:/prices@mobile`. */
export const checkIdSchema = z
  .string()
  .regex(/^(?:[a-z0-9][a-z0-9-]*\.)?[a-z0-9][a-z0-9-]*\/[a-z0-9-]+(:\/[^\s@]*)?(@(mobile|desktop))?$/);
export type CheckId = z.infer<typeof checkIdSchema>;

export interface CheckIdParts {
  readonly touchpointId: string;
  readonly probe: string;
  /** The path of a further page (`/prices`), or null for the touchpoint's own URL. */
  readonly page: string | null;
  readonly device: Device | null;
}

export function formatCheckId({ touchpointId, probe, page, device }: CheckIdParts): CheckId {
  return `${touchpointId}/${probe}${page === null ? '' : `:${page}`}${device === null ? '' : `@${device}`}`;
}

/** @throws Error when the text is not a check id */
export function parseCheckId(checkId: CheckId): CheckIdParts {
  const match = /^(?<touchpointId>[^/]+)\/(?<probe>[^:@]+)(?::(?<page>[^@]*))?(?:@(?<device>.+))?$/.exec(checkId);
  const groups = match?.groups;
  if (groups === undefined) throw new Error(`"${checkId}" is not a check id like website/page-load@mobile.`);
  return {
    touchpointId: groups['touchpointId'] ?? '',
    probe: groups['probe'] ?? '',
    page: groups['page'] ?? null,
    device: groups['device'] === undefined ? null : deviceSchema.parse(groups['device']),
  };
}

/** The business of a fleet to which a touchpoint or check belongs; null outside a fleet. */
export function businessOf(id: string): string | null {
  const touchpointId = id.split('/', 1)[0] ?? '';
  const border = touchpointId.indexOf('.');
  return border === -1 ? null : touchpointId.slice(0, border);
}

/** A touchpoint's id as the business's own file writes it. */
export function ownId(touchpointId: string): string {
  return touchpointId.slice(touchpointId.indexOf('.') + 1);
}

/** A touchpoint's or check's id with its business before it. */
export function withBusiness(business: string, id: string): string {
  return `${business}.${id}`;
}

/** The part of a check id behind the touchpoint, as it stands in sort keys: `page-load:/prices@mobile`. */
export function checkName(checkId: CheckId): string {
  return checkId.slice(checkId.indexOf('/') + 1);
}

/** A run is one execution of a check: its id joins check and scheduled time, so a redelivery is recognised. */
export function runId(checkId: CheckId, scheduledAt: string): string {
  return `${checkId}#${scheduledAt}`;
}
