import { z } from 'zod';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { type Answer, ApiFault, errorCode, faultByStatus } from '../api-fault.ts';
import { type PlatformAccess, part } from '../platform.ts';
import { type GrantedApi, openGrant } from './grant.ts';

/** Codes of TikTok's API for Business, as its "Return codes" and public clients list them. HTTP 200 means nothing there. */
const authCodes = new Set([40101, 40102, 40103, 40104, 40105, 40107]);
const throttleCodes = new Set([40016, 40100, 51021]);
const transientCodes = new Set([40106, 40200, 40201, 40202, 40700, 50000, 50002, 51305, 60001]);
const noPermission = 40001;
/** Public clients do not agree what these say; the message does. */
const ambiguousCodes = new Set([40100, 40101, 40102, 40103]);

const envelopeSchema = z.looseObject({ code: z.number(), message: z.string().catch('') });

const isThrottle = /too many|frequent|rate limit|\bqp[smd]\b/i;
const isToken = /token|unauthori[sz]ed/i;

export function classifyTikTok(answer: Answer, now: number): ApiFault | null {
  const parsed = envelopeSchema.safeParse(answer.body);
  if (!parsed.success) return faultByStatus(answer, now);
  const { code, message } = parsed.data;
  if (code === 0) return null;
  const clue = errorCode(code);
  if (ambiguousCodes.has(code) && isThrottle.test(message)) return new ApiFault('throttled', clue);
  if (ambiguousCodes.has(code) && isToken.test(message)) return new ApiFault('auth', clue);
  if (authCodes.has(code)) return new ApiFault('auth', clue);
  if (throttleCodes.has(code)) return new ApiFault('throttled', clue);
  if (transientCodes.has(code)) return new ApiFault('transient', clue);
  return new ApiFault(code === noPermission ? 'permission' : 'refused', clue);
}

/** What is wrong with a renewal: TikTok gives no token for an app's or a refresh token that it does not know. */
function classifyRenewal(answer: Answer, now: number): ApiFault | null {
  const fault = classifyTikTok(answer, now);
  if (fault?.kind !== 'refused' && fault?.kind !== 'permission') return fault;
  const code = String(fault.clue.params['code'] ?? '');
  return new ApiFault('setup', sayResponses('responses/no-token-given', { by: 'TikTok', says: code }));
}

const renewedSchema = z.looseObject({
  data: z.looseObject({
    access_token: z.string(),
    refresh_token: z.string(),
    expires_in: z.number().default(86_400),
    refresh_token_expires_in: z.number().optional(),
  }),
});

/** Does the secret hold what renews itself, and not an access token alone, which ends after a day? */
function isTikTokGrant({ credential }: Pick<PlatformAccess, 'credential'>): boolean {
  return credential['token'] === undefined;
}

/** The secret is `clientId`, `clientSecret` (of the app) and `refreshToken`, or an access token, which is good for a day's trial. */
export function openTikTok(access: PlatformAccess): GrantedApi {
  const base = access.base ?? 'https://business-api.tiktok.com/open_api/v1.3/';
  const header = (token: string): Record<string, string> => ({ 'access-token': token });
  if (!isTikTokGrant(access)) {
    const headers = async () => header(part(access.credential, 'token'));
    return { api: access.open({ base, classify: classifyTikTok, headers }), credential: () => access.credential };
  }
  const app = {
    client_id: part(access.credential, 'clientId'),
    client_secret: part(access.credential, 'clientSecret'),
    grant_type: 'refresh_token',
  };
  const tokens = access.open({ base, classify: classifyRenewal, headers: async () => ({}) });
  return openGrant(access, {
    base,
    classify: classifyTikTok,
    header,
    renewWith: async (refreshToken) => {
      const json = { ...app, refresh_token: refreshToken };
      const { data } = await tokens.call({ path: 'tt_user/oauth2/refresh_token/', json, schema: renewedSchema });
      return {
        accessToken: data.access_token,
        refreshToken: data.refresh_token,
        livesSeconds: data.expires_in,
        ...(data.refresh_token_expires_in !== undefined && { refreshLivesSeconds: data.refresh_token_expires_in }),
      };
    },
  });
}

/** When the grant ends for good, in epoch ms; null when TikTok has not said it. */
export function tikTokGrantEnd({ credential }: GrantedApi): number | null {
  const endsAt = Date.parse(credential()['refreshTokenEndsAt'] ?? '');
  return Number.isNaN(endsAt) ? null : endsAt;
}

/** The tokens of a day are renewed by Touchlight, and what they are renewed with is not. */
export function tikTokRenewer(granted: GrantedApi): 'touchlight' | 'a person' {
  return isTikTokGrant({ credential: granted.credential() }) && tikTokGrantEnd(granted) === null
    ? 'touchlight'
    : 'a person';
}
