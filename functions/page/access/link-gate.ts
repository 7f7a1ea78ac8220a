import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Language } from '../../../shared/model/business.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { targetParameter } from '../../../shared/model/page-paths.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { type Seal, sign, verify } from '../../../shared/runtime/page-links.ts';
import { ownTarget } from '../own-path.ts';
import type { Gate, PageEnvironment, Session } from '../page-deps.ts';
import { paths } from '../paths.ts';
import { isOfOwnPage } from '../same-origin.ts';
import { renderRefusal } from '../views/refusal.ts';
import { type CookiePrefix, cookieScope } from './cookie-scope.ts';
import type { OpenId } from './open-id.ts';
import { renderLockedOut } from './render-locked-out.ts';
import { addSignInRoutes } from './sign-in-routes.ts';

export interface LinkGateDeps {
  /** The one secret, as it is now: a new one ends all links and all sessions. */
  readonly key: () => Promise<string>;
  /** Whose page it is (`pageAudience`). */
  readonly audience: string;
  /** The path below which the page is served, where that is not the root of its address. */
  readonly mount?: string;
  readonly language: Language;
  /** The page's own address in front of the function; null where the function's is used. */
  readonly url: string | null;
  /** The company's own sign-in; null where there is none. */
  readonly openId: OpenId | null;
  readonly now: () => number;
}

type PageContext = Context<PageEnvironment>;

const sessionDays = 7;
const cookie = 'touchlight';
/** What an alert's link says (notify/handler.ts). */
const nobodyInParticular = 'alert';

/**
 * Lets in who brings a signed link. Mail scanners follow links, so a link only opens the page: it changes nothing, works
 * again for the person behind the scanner, and ends by itself.
 */
export function createLinkGate(deps: LinkGateDeps): Gate {
  return {
    addRoutes(app) {
      app.get(`${paths.signIn}/:token`, async (context) => {
        const to = ownTarget(context.req.query(targetParameter));
        const pass = await passOf(context, deps);
        const present = await sessionOf(context, deps);
        return pass !== null && present !== null && isMore(present, pass)
          ? leadOn(context, to)
          : enter(context, pass, to, deps);
      });
      app.post(paths.signOut, (context) => leave(context, deps));
      const { openId, url, mount = '' } = deps;
      if (openId === null) return;
      addSignInRoutes(app, { openId, url, mount, enter: (context, session, to) => enter(context, session, to, deps) });
    },
    async guard(context, next) {
      const session = await sessionOf(context, deps);
      if (session === null) return refuse(context, deps);
      const may = mayPass(context, session, deps);
      if (may !== 'pass') return context.html(renderRefusal(may, deps.language), 403, private_);
      context.set('session', session);
      await next();
      return undefined;
    },
  };
}

const private_ = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' } as const;

async function passOf(context: PageContext, deps: LinkGateDeps): Promise<Session | null> {
  return verify(context.req.param('token') ?? '', await sealOf('link', deps), deps.now());
}

async function sessionOf(context: PageContext, deps: LinkGateDeps): Promise<Session | null> {
  const token = getCookie(context, cookie, prefixOf(context, deps));
  return token === undefined ? null : verify(token, await sealOf('session', deps), deps.now());
}

/** A session of its own, so that the cookie is no link; it ends with the link, and after a week at most. */
async function enter(context: PageContext, pass: Session | null, to: string, deps: LinkGateDeps): Promise<Response> {
  if (pass === null) return refuse(context, deps);
  const nowMs = deps.now();
  const untilMs = Math.min(Date.parse(pass.until), nowMs + sessionDays * dayMs);
  const session = sign({ ...pass, until: toInstant(untilMs) }, await sealOf('session', deps));
  setSession(context, session, Math.max(1, Math.floor((untilMs - nowMs) / 1000)), deps);
  return leadOn(context, to);
}

function leadOn(context: PageContext, to: string): Response {
  for (const [name, value] of Object.entries(private_)) context.header(name, value);
  return context.redirect(to, 303);
}

/**
 * A link that somebody passes on, or that another site opens, takes nobody's rights away, nor the name under which they act: an
 * operator stays who they are when they open a reader's link, or an alert's, which names nobody.
 */
function isMore(present: Session, pass: Session): boolean {
  if (present.role !== 'operator') return false;
  return pass.role === 'reader' || (pass.who === nobodyInParticular && present.who !== nobodyInParticular);
}

function leave(context: PageContext, deps: LinkGateDeps): Response {
  const { url, language } = deps;
  if (!isOfOwnPage(context.req, url)) return context.html(renderRefusal('other-origin', language), 403, private_);
  setSession(context, '', 0, deps);
  return context.redirect(paths.overview, 303);
}

/** One answer, whatever was asked for and whatever is wrong: what there is behind the gate is nobody's business. */
function refuse(context: PageContext, { language, openId }: LinkGateDeps): Response {
  const { pathname, search } = new URL(context.req.url);
  const wanted = openId === null ? null : ownTarget(`${pathname}${search}`);
  return context.html(renderLockedOut(language, wanted), 401, private_);
}

/** What changes something must come from a page of ours and from an operator. */
function mayPass({ req }: PageContext, { role }: Session, { url }: LinkGateDeps): 'pass' | 'other-origin' | 'reader' {
  if (req.method === 'GET' || req.method === 'HEAD') return 'pass';
  if (!isOfOwnPage(req, url)) return 'other-origin';
  return role === 'operator' ? 'pass' : 'reader';
}

function setSession(context: PageContext, value: string, maxAge: number, deps: LinkGateDeps): void {
  // Lax, because a link out of a mail must find the session that an earlier one has begun.
  const { path } = cookieScope(deps.mount);
  const common = { httpOnly: true, sameSite: 'Lax', path, maxAge } as const;
  const prefix = prefixOf(context, deps);
  setCookie(context, cookie, value, prefix === undefined ? common : { ...common, prefix, secure: true });
}

function prefixOf(context: PageContext, { mount }: LinkGateDeps): CookiePrefix | undefined {
  return isEncrypted(context) ? cookieScope(mount).prefix : undefined;
}

function isEncrypted({ req }: PageContext): boolean {
  return new URL(req.url).protocol === 'https:';
}

async function sealOf(use: Seal['use'], { key, audience }: LinkGateDeps): Promise<Seal> {
  return { key: await key(), audience, use };
}
