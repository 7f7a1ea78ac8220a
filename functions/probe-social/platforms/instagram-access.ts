import { z } from 'zod';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { Api } from '../api.ts';
import { ApiFault } from '../api-fault.ts';
import { keepRenewed, type PlatformAccess, part } from '../platform.ts';
import { classifyGraph, debugToken, openGraph } from './graph.ts';

/**
 * Two ways lead to an account. Through the Facebook page it belongs to, the secret is that page's token; by Instagram's own
 * login it is `{"login":"instagram","token":"..."}`, which ends after 60 days and can be renewed from its second day on.
 */
export function isInstagramLogin({ credential }: PlatformAccess): boolean {
  return credential['login'] === 'instagram';
}

export function openInstagram(access: PlatformAccess): Api {
  if (!isInstagramLogin(access)) return openGraph(access);
  return openGraph({ ...access, base: access.base ?? 'https://graph.instagram.com/v26.0/' });
}

/** When the token dies, in epoch ms; null for never, or when nobody can tell. */
export async function instagramTokenEnd(api: Api, access: PlatformAccess): Promise<number | null> {
  if (!isInstagramLogin(access)) return (await debugToken(api, access.credential)).expiresAt;
  const endsAt = Date.parse(access.credential['tokenEndsAt'] ?? '');
  const known = Number.isNaN(endsAt) ? null : endsAt;
  if (known !== null && known - access.now > renewBeforeMs) return known;
  return access.keep === null ? known : renew(access, known);
}

/** Half of its life: a month of polls may fail before it is too late. */
const renewBeforeMs = 30 * dayMs;

const renewedSchema = z.looseObject({ access_token: z.string(), expires_in: z.number() });

/** The old token goes on until its own end, so nothing is lost when the new one cannot be stored. */
async function renew(access: PlatformAccess, known: number | null): Promise<number | null> {
  const keep = keepRenewed(access);
  const token = part(access.credential, 'token');
  const base = access.base ?? 'https://graph.instagram.com/';
  const tokens = access.open({ base, classify: classifyGraph, headers: async () => ({}) });
  const query = { grant_type: 'ig_refresh_token', access_token: token };
  try {
    const renewed = await tokens.call({ path: 'refresh_access_token', query, schema: renewedSchema });
    const endsAt = access.now + renewed.expires_in * 1000;
    await keep({ ...access.credential, token: renewed.access_token, tokenEndsAt: new Date(endsAt).toISOString() });
    return endsAt;
  } catch (error) {
    // Younger than a day it cannot be renewed yet; tomorrow it can.
    if (error instanceof ApiFault && error.kind === 'refused') return known;
    throw error;
  }
}
