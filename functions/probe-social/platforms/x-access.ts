import { z } from 'zod';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Api, ApiOptions } from '../api.ts';
import { type Answer, ApiFault, errorWord, faultByStatus, httpStatus } from '../api-fault.ts';
import { type PlatformAccess, part } from '../platform.ts';
import { openGrant } from './grant.ts';

/** Does the secret hold what renews itself, and not an app's bearer token, which does not end? */
export function isRenewable({ credential }: PlatformAccess): boolean {
  return credential['token'] === undefined;
}

/**
 * The secret is an app's bearer token, or `clientId`, `clientSecret` and `refreshToken` of a person's grant (OAuth 2.0 with
 * the scope offline.access). An access token of the latter lives two hours, and each renewal uses the refresh token up and
 * brings another: both are stored at once, before the first request is made with them.
 */
export function openX(access: PlatformAccess): Api {
  const options = { base: access.base ?? 'https://api.x.com/2/', classify: classifyX };
  if (isRenewable(access)) return openRenewed(access, options);
  const authorization = `Bearer ${part(access.credential, 'token')}`;
  return access.open({ ...options, headers: async () => ({ authorization }) });
}

const grantSchema = z.looseObject({
  access_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number().default(7200),
});

function openRenewed(access: PlatformAccess, options: Omit<ApiOptions, 'headers'>): Api {
  const id = part(access.credential, 'clientId');
  const basic = Buffer.from(`${id}:${part(access.credential, 'clientSecret')}`).toString('base64');
  const tokens = access.open({
    base: options.base,
    classify: classifyGrant,
    headers: async () => ({ authorization: `Basic ${basic}` }),
  });
  const { api } = openGrant(access, {
    ...options,
    header: (token) => ({ authorization: `Bearer ${token}` }),
    renewWith: async (refreshToken) => {
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: id };
      const grant = await tokens.call({ path: 'oauth2/token', form, schema: grantSchema });
      return {
        accessToken: grant.access_token,
        refreshToken: grant.refresh_token,
        livesSeconds: grant.expires_in,
      };
    },
  });
  return api;
}

const grantErrorSchema = z.looseObject({ error: z.string() });

/** X calls a refresh token that was used or revoked an `invalid_request`. */
function classifyGrant(answer: Answer, now: number): ApiFault | null {
  const parsed = grantErrorSchema.safeParse(answer.body);
  if (!parsed.success) return faultByStatus(answer, now);
  const { error } = parsed.data;
  const isDead = error === 'invalid_request' || error === 'invalid_grant';
  return new ApiFault(isDead ? 'auth' : 'setup', sayResponses('responses/no-token-given', { by: 'X', says: error }));
}

const problemSchema = z.looseObject({ type: z.string() });

function classifyX(answer: Answer, now: number): ApiFault | null {
  const type = problemSchema.safeParse(answer.body).data?.type ?? '';
  if (type.endsWith('usage-capped')) return new ApiFault('quota', errorWord('usage-capped'));
  if (answer.status === 429) {
    const reset = Number(answer.headers.get('x-rate-limit-reset') ?? Number.NaN);
    return new ApiFault('throttled', httpStatus(429), Number.isNaN(reset) ? null : reset * 1000);
  }
  return faultByStatus(answer, now);
}
