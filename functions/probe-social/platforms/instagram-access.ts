import type { Api } from '../api.ts';
import type { PlatformAccess } from '../platform.ts';
import { debugToken, openGraph } from './graph.ts';
import { loginEnd, type MetaLogin } from './meta-login.ts';

export const instagramLogin: MetaLogin = { host: 'https://graph.instagram.com/', grantType: 'ig_refresh_token' };

/**
 * Two ways lead to an account. Through the Facebook page it belongs to, the secret is that page's token; by Instagram's own
 * login it is `{"login":"instagram","token":"..."}`.
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
  if (isInstagramLogin(access)) return loginEnd(access, instagramLogin);
  return (await debugToken(api, access.credential)).expiresAt;
}
