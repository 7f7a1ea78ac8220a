import { z } from 'zod';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Api, ApiOptions } from '../api.ts';
import { type Answer, ApiFault, faultByStatus } from '../api-fault.ts';
import { type PlatformAccess, part } from '../platform.ts';

/** What YouTube and Google Business Profile share: Google's errors, and access tokens made from a refresh token. */

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.number(),
    status: z.string().optional(),
    errors: z.array(z.looseObject({ reason: z.string().optional() })).optional(),
    details: z.array(z.looseObject({ reason: z.string().optional() })).optional(),
  }),
});

/** The reason that Google gives beside the HTTP status: `quotaExceeded`, `SERVICE_DISABLED`; null without one. */
export function googleReason({ body }: Answer): string | null {
  const parsed = errorSchema.safeParse(body);
  if (!parsed.success) return null;
  const { errors, details, status } = parsed.data.error;
  const [first] = errors ?? [];
  const detail = details?.find(({ reason }) => reason !== undefined)?.reason;
  // Of a wrong key only the details tell: the rest calls it a bad request, as it does every other mistake.
  return (first?.reason === 'badRequest' ? detail : undefined) ?? first?.reason ?? detail ?? status ?? null;
}

const tokenSchema = z.looseObject({ access_token: z.string(), expires_in: z.number().default(3600) });
const oauthErrorSchema = z.looseObject({ error: z.string() });

function classifyToken(answer: Answer, now: number): ApiFault | null {
  const parsed = oauthErrorSchema.safeParse(answer.body);
  if (!parsed.success) return faultByStatus(answer, now);
  // RFC 6749, section 5.2: the grant is dead for good; a wrong client is a matter of set-up.
  const { error: says } = parsed.data;
  const clue = sayResponses('responses/no-token-given', { by: 'Google', says });
  return new ApiFault(says === 'invalid_grant' ? 'auth' : 'setup', clue);
}

/**
 * An API that carries a fresh access token: made at the first request from the secret's `clientId`, `clientSecret` and
 * `refreshToken`, and once more when Google refuses it. Access tokens live an hour and are never stored.
 */
export function openWithRefresh(access: PlatformAccess, options: Omit<ApiOptions, 'headers' | 'renew'>): Api {
  const { credential } = access;
  const form = {
    client_id: part(credential, 'clientId'),
    client_secret: part(credential, 'clientSecret'),
    refresh_token: part(credential, 'refreshToken'),
    grant_type: 'refresh_token',
  };
  const tokens = access.open({
    base: access.base ?? 'https://oauth2.googleapis.com/',
    classify: classifyToken,
    headers: async () => ({}),
  });
  let token: string | null = null;
  const renew = async (): Promise<void> => {
    token = (await tokens.call({ path: 'token', form, schema: tokenSchema })).access_token;
  };
  return access.open({
    ...options,
    renew,
    headers: async () => {
      if (token === null) await renew();
      return { authorization: `Bearer ${token ?? ''}` };
    },
  });
}
