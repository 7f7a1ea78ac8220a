import { z } from 'zod';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Api, ApiOptions } from '../api.ts';
import { type Answer, ApiFault, errorWord, faultByStatus, httpStatus } from '../api-fault.ts';
import { keepRenewed, type PlatformAccess, part } from '../platform.ts';

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
  const options: Omit<ApiOptions, 'headers'> = { base: access.base ?? 'https://api.x.com/2/', classify: classifyX };
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
  let { credential } = access;
  const id = part(credential, 'clientId');
  const basic = Buffer.from(`${id}:${part(credential, 'clientSecret')}`).toString('base64');
  const tokens = access.open({
    base: options.base,
    classify: classifyGrant,
    headers: async () => ({ authorization: `Basic ${basic}` }),
  });
  const renew = async (): Promise<void> => {
    const keep = keepRenewed(access);
    const form = { grant_type: 'refresh_token', refresh_token: part(credential, 'refreshToken'), client_id: id };
    const grant = await tokens.call({ path: 'oauth2/token', form, schema: grantSchema });
    credential = {
      ...credential,
      refreshToken: grant.refresh_token,
      accessToken: grant.access_token,
      accessTokenEndsAt: new Date(access.now + grant.expires_in * 1000).toISOString(),
    };
    await keep(credential);
  };
  return access.open({
    ...options,
    renew,
    headers: async () => {
      if (Date.parse(credential['accessTokenEndsAt'] ?? '1970') - access.now < 5 * minuteMs) await renew();
      return { authorization: `Bearer ${part(credential, 'accessToken')}` };
    },
  });
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
