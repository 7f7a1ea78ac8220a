import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { Api, ApiOptions } from '../api.ts';
import { type Credential, keepRenewed, type PlatformAccess, part } from '../platform.ts';

/** What a platform gives for a refresh token. */
interface Renewed {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly livesSeconds: number;
  /** Until the refresh token itself ends; absent where it does not. */
  readonly refreshLivesSeconds?: number;
}

interface GrantOptions extends Omit<ApiOptions, 'headers' | 'renew'> {
  readonly renewWith: (refreshToken: string) => Promise<Renewed>;
  readonly header: (accessToken: string) => Record<string, string>;
}

export interface GrantedApi {
  readonly api: Api;
  /** The parts of the secret as they are now. */
  readonly credential: () => Credential;
}

/**
 * An API behind a person's grant. Each renewal uses the refresh token up and brings another: both tokens are stored at once, before
 * the first request is made with them.
 */
export function openGrant(access: PlatformAccess, { renewWith, header, ...options }: GrantOptions): GrantedApi {
  let { credential } = access;
  const after = (seconds: number): string => new Date(access.now + seconds * 1000).toISOString();
  const renew = async (): Promise<void> => {
    const keep = keepRenewed(access);
    const renewed = await renewWith(part(credential, 'refreshToken'));
    credential = {
      ...credential,
      refreshToken: renewed.refreshToken,
      accessToken: renewed.accessToken,
      accessTokenEndsAt: after(renewed.livesSeconds),
      ...(renewed.refreshLivesSeconds !== undefined && { refreshTokenEndsAt: after(renewed.refreshLivesSeconds) }),
    };
    await keep(credential);
  };
  const api = access.open({
    ...options,
    renew,
    headers: async () => {
      if (Date.parse(credential['accessTokenEndsAt'] ?? '1970') - access.now < 5 * minuteMs) await renew();
      return header(part(credential, 'accessToken'));
    },
  });
  return { api, credential: () => credential };
}
