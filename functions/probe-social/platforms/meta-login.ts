import { z } from 'zod';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { ApiFault } from '../api-fault.ts';
import { type Identity, keepRenewed, type PlatformAccess, part } from '../platform.ts';
import { classifyGraph } from './graph.ts';

/** Instagram's and Threads' own logins give a token that ends after 60 days and can be renewed from its second day on. */
export interface MetaLogin {
  /** Where tokens are renewed; ends with a slash. */
  readonly host: string;
  readonly grantType: string;
}

/** When the token dies, in epoch ms, after it was renewed if it is time; null when nobody can tell. */
export async function loginEnd(access: PlatformAccess, login: MetaLogin): Promise<number | null> {
  const endsAt = Date.parse(access.credential['tokenEndsAt'] ?? '');
  const known = Number.isNaN(endsAt) ? null : endsAt;
  if (known !== null && known - access.now > renewBeforeMs) return known;
  return access.keep === null ? known : renew(access, login, known);
}

/** Half of its life: a month of polls may fail before it is too late. */
const renewBeforeMs = 30 * dayMs;

const renewedSchema = z.looseObject({ access_token: z.string(), expires_in: z.number() });

/** The old token goes on until its own end, so nothing is lost when the new one cannot be stored. */
async function renew(
  access: PlatformAccess,
  { host, grantType }: MetaLogin,
  known: number | null,
): Promise<number | null> {
  const keep = keepRenewed(access);
  const token = part(access.credential, 'token');
  const tokens = access.open({ base: access.base ?? host, classify: classifyGraph, headers: async () => ({}) });
  const query = { grant_type: grantType, access_token: token };
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

/** What `secrets check` tells of such a token's life. */
export async function loginLife(
  access: PlatformAccess,
  login: MetaLogin,
): Promise<Pick<Identity, 'expiresAt' | 'renewedBy'>> {
  const endsAt = await loginEnd(access, login);
  return {
    expiresAt: endsAt === null ? null : toInstant(endsAt),
    renewedBy: access.keep === null ? 'a person' : 'touchlight',
  };
}

interface CheckedToken {
  readonly tokenCheckedAt: number;
  readonly tokenExpiresAt: number | null;
}

/** Asks once a day when the token dies. */
export async function checkDaily(
  now: number,
  { tokenCheckedAt, tokenExpiresAt }: CheckedToken,
  endOf: () => Promise<number | null>,
): Promise<CheckedToken> {
  if (now - tokenCheckedAt < dayMs) return { tokenCheckedAt, tokenExpiresAt };
  return { tokenCheckedAt: now, tokenExpiresAt: await endOf() };
}
