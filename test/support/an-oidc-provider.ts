import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import http from 'node:http';
import { open, shut, urlOn } from '../../examples/demo-business/listener.ts';

/** A company's sign-in, as OpenID Connect has it: discovery, keys, authorization with PKCE, tokens. */
export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is signed in at the provider; what their token says. */
  claims: Record<string, unknown>;
  /** Changes the token before it is signed, or the key it is signed with. */
  tamper: (token: Record<string, unknown>) => Record<string, unknown>;
  signedBy: 'own-key' | 'foreign-key';
  /** Answers every request for a token with this page. */
  broken: { readonly status: number; readonly html: string } | null;
  close(): Promise<void>;
}

interface Grant {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirectUri: string;
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function anOidcProvider(): Promise<OidcProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const server = http.createServer((request, response) => void answer(request, response));
  const { origin: issuer } = new URL(urlOn(await open(server, 0)));
  const provider: OidcProvider = {
    ...{ issuer, clientId: 'touchlight', clientSecret: 'a-secret-of-the-client' },
    claims: {},
    tamper: (token) => token,
    signedBy: 'own-key',
    broken: null,
    close: () => shut(server),
  };

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const json = (value: unknown, status = 200): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(discovery(issuer));
      case '/keys':
        return json({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
      case '/authorize':
        return void response.writeHead(303, { location: authorize(url.searchParams, grants) }).end();
      case '/token': {
        const form = new URLSearchParams(await textOf(request));
        if (provider.broken !== null) {
          const { status, html } = provider.broken;
          return void response.writeHead(status, { 'content-type': 'text/html' }).end(html);
        }
        if (!isClient(form, provider)) return json({ error: 'invalid_client' }, 401);
        const grant = redeem(form, grants);
        if (grant === null) return json({ error: 'invalid_grant' }, 400);
        const key = provider.signedBy === 'own-key' ? keys.privateKey : foreign.privateKey;
        return json({ access_token: 'x', token_type: 'Bearer', id_token: idToken(grant, provider, key) });
      }
      default:
        return json({ error: 'not_found' }, 404);
    }
  }
  return provider;
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** Whoever is signed in agrees at once. */
function authorize(query: URLSearchParams, grants: Map<string, Grant>): string {
  const text = (name: string): string => query.get(name) ?? '';
  const code = randomUUID();
  const back = new URL(text('redirect_uri'));
  grants.set(code, { challenge: text('code_challenge'), nonce: text('nonce'), redirectUri: back.href });
  back.searchParams.set('code', code);
  back.searchParams.set('state', text('state'));
  return back.href;
}

function isClient(form: URLSearchParams, { clientId, clientSecret }: OidcProvider): boolean {
  return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
}

/** Each code is good once, with the verifier of its challenge. */
function redeem(form: URLSearchParams, grants: Map<string, Grant>): Grant | null {
  const code = form.get('code') ?? '';
  const grant = grants.get(code);
  grants.delete(code);
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const isGood = form.get('redirect_uri') === grant?.redirectUri && challenge === grant?.challenge;
  return isGood ? grant : null;
}

function idToken({ nonce }: Grant, { issuer, clientId, claims, tamper }: OidcProvider, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const token = tamper({ iss: issuer, aud: clientId, sub: 'one', iat: now, exp: now + 300, nonce, ...claims });
  const content = `${base64({ alg: 'RS256', kid: 'one' })}.${base64(token)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
