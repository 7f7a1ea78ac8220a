import * as client from 'openid-client';
import { z } from 'zod';
import type { Configuration } from '../../../shared/model/business.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { PageRole } from '../../../shared/model/page-session.ts';
import { hourMs, minuteMs } from '../../../shared/model/time-spans.ts';
import { remember } from '../../../shared/runtime/remember.ts';
import type { Session } from '../page-deps.ts';

type SignIn = NonNullable<NonNullable<Configuration['page']>['signIn']>;

export interface OpenIdDeps {
  readonly signIn: SignIn;
  /** Of the client, as it is now. */
  readonly secret: () => Promise<string>;
  readonly now: () => number;
  /** Tests ask a provider on this machine, without TLS. */
  readonly insecure?: boolean;
}

/** What the browser must bring back, so that nobody can slip it an answer that it has not asked for. */
interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface OpenId {
  /** @param returnTo where the provider sends the browser back to */
  begin(returnTo: string): Promise<{ readonly url: URL; readonly attempt: Attempt }>;
  /** @returns null for everybody who is not on the lists, and for every answer that is not the one that was asked for */
  finish(returned: URL, attempt: Attempt): Promise<Session | null>;
}

/** A session begun by sign-in asks for another one after a working day: until then, leaving a list has no effect. */
const sessionHours = 12;
const keepMs = 5 * minuteMs;
const patienceSeconds = 5;

/** Sign-in by the company's own OpenID Connect provider: authorization code with PKCE, state and nonce. */
export function createOpenId({ signIn, secret, now, insecure = false }: OpenIdDeps): OpenId {
  const provider = remember(() => discover(signIn, secret, insecure), keepMs, now);
  return {
    async begin(returnTo) {
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(await provider(), {
        ...{ redirect_uri: returnTo, scope: 'openid email', state: attempt.state, nonce: attempt.nonce },
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      });
      return { url, attempt };
    },

    async finish(returned, { state, nonce, verifier }) {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await client.authorizationCodeGrant(await provider(), returned, checks).catch(refusedBy);
      const claims = claimsSchema.safeParse(tokens?.claims());
      if (!claims.success) return null;
      const { email } = claims.data;
      const role = roleOf(email.toLowerCase(), signIn);
      return role === null ? null : { role, who: email, until: toInstant(now() + sessionHours * hourMs) };
    },
  };
}

/** An address that the provider has not verified is whatever its owner has typed. */
const claimsSchema = z.object({ email: z.string(), email_verified: z.literal(true) });

async function discover(
  { issuer, clientId }: SignIn,
  secret: () => Promise<string>,
  insecure: boolean,
): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), clientId, await secret(), undefined, {
    timeout: patienceSeconds,
    // The signature of the token is checked, too, although it comes from the provider itself.
    execute: [client.enableNonRepudiationChecks, ...(insecure ? [client.allowInsecureRequests] : [])],
  });
}

/** What openid-client says where the provider is at fault, or its network. */
const faults: ReadonlySet<unknown> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);

/**
 * A browser with another answer than the one that was asked for is not let in: that is nobody's failure. A provider that is
 * away, or does not know us any more, is one, and must be seen in the log.
 */
function refusedBy(error: unknown): null {
  const isTheirs =
    error instanceof client.AuthorizationResponseError ||
    (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') ||
    (error instanceof client.ClientError && !faults.has(error.code));
  if (isTheirs) return null;
  throw error;
}

function roleOf(email: string, { operators, readers }: SignIn): PageRole | null {
  if (operators.includes(email)) return 'operator';
  return readers.includes(email) ? 'reader' : null;
}
