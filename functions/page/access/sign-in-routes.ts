import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { parseJson } from '../../../shared/model/parse-json.ts';
import { ownTarget } from '../own-path.ts';
import type { PageApp, PageEnvironment, Session } from '../page-deps.ts';
import { paths } from '../paths.ts';
import { cookieScope } from './cookie-scope.ts';
import type { OpenId } from './open-id.ts';

interface SignInDeps {
  readonly openId: OpenId;
  /** The page's own address in front of the function; null where the function's is used. */
  readonly url: string | null;
  /** The path below which the page is served; empty at the root of its address. */
  readonly mount: string;
  /** Opens the page, or refuses where the session is null. */
  readonly enter: (context: Context<PageEnvironment>, session: Session | null, to: string) => Promise<Response>;
}

const cookie = 'touchlight-sign-in';
const minutesToSignIn = 10;
const textSchema = z.string().min(1).max(200);
const attemptSchema = z.object({ state: textSchema, nonce: textSchema, verifier: textSchema, to: z.string() });

/** The way to the provider and back. What must come back with the browser is in a cookie that lasts for ten minutes. */
export function addSignInRoutes(app: PageApp, { openId, url, mount, enter }: SignInDeps): void {
  const here = (context: Context, path: string): URL =>
    new URL(`${mount}${path}`, url ?? new URL(context.req.url).origin);
  const scope = cookieScope(mount);

  app.get(paths.providerSignIn, async (context) => {
    const { url: provider, attempt } = await openId.begin(here(context, paths.providerReturn).href);
    const kept = JSON.stringify({ ...attempt, to: ownTarget(context.req.query('to')) });
    keep(context, Buffer.from(kept).toString('base64url'), minutesToSignIn * 60, scope);
    context.header('Cache-Control', 'no-store');
    return context.redirect(provider.href, 303);
  });

  app.get(paths.providerReturn, async (context) => {
    const kept = Buffer.from(getCookie(context, cookie, scope.prefix) ?? '', 'base64url').toString();
    keep(context, '', 0, scope);
    const attempt = attemptSchema.safeParse(parseJson(kept));
    if (!attempt.success) return enter(context, null, paths.overview);
    const returned = here(context, `${paths.providerReturn}${new URL(context.req.url).search}`);
    return enter(context, await openId.finish(returned, attempt.data), ownTarget(attempt.data.to));
  });
}

/** Lax, because the provider's answer is a visit from another site. */
function keep(context: Context, value: string, maxAge: number, scope: ReturnType<typeof cookieScope>): void {
  setCookie(context, cookie, value, { httpOnly: true, sameSite: 'Lax', maxAge, secure: true, ...scope });
}
