import type { StubAnswer, StubFault, StubRequest } from './stub-server.ts';
import type { World } from './world.ts';

export const googleCredential = {
  clientId: 'client-1.apps.example',
  clientSecret: 'GOCSPX-client-secret',
  refreshToken: '1//refresh-token-of-coffee-lab',
} as const;

/** Access tokens are made for an hour; each of them is another one. */
export function googleTokens(world: World) {
  let token: { readonly text: string; readonly until: number } | null = null;
  let made = 0;
  return {
    issue({ form }: StubRequest): StubAnswer {
      if (form.get('client_secret') !== googleCredential.clientSecret)
        return { status: 401, body: { error: 'invalid_client' } };
      if (form.get('refresh_token') !== googleCredential.refreshToken) {
        return {
          status: 400,
          body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
        };
      }
      made += 1;
      token = { text: `ya29.access-token-${made}`, until: world.now + 3_600_000 };
      return { body: { access_token: token.text, expires_in: 3599, token_type: 'Bearer' } };
    },
    accepts({ headers }: StubRequest): boolean {
      return token !== null && headers.authorization === `Bearer ${token.text}` && world.now < token.until;
    },
  };
}

/** @param detail the reason within `details`, which newer answers have */
export function googleError(code: number, reason: string, status: string, detail?: string): StubAnswer {
  return {
    status: code,
    body: {
      error: {
        code,
        message: 'In the words of Google',
        status,
        errors: [{ reason, domain: 'global' }],
        ...(detail !== undefined && { details: [{ reason: detail, domain: 'googleapis.com' }] }),
      },
    },
  };
}

export function googleFaults(quotaReason: string): Partial<Record<StubFault, () => StubAnswer>> {
  return {
    'expired-token': () => ({ status: 400, body: { error: 'invalid_grant' } }),
    'missing-permission': () => googleError(403, 'insufficientPermissions', 'PERMISSION_DENIED'),
    quota: () => googleError(403, quotaReason, 'RESOURCE_EXHAUSTED'),
    throttled: () => googleError(429, 'rateLimitExceeded', 'RESOURCE_EXHAUSTED'),
    'server-error': () => googleError(503, 'backendError', 'UNAVAILABLE'),
  };
}
