import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { ownTarget } from '../../functions/page/own-path.ts';
import type { Gate } from '../../functions/page/page-deps.ts';
import { paths } from '../../functions/page/paths.ts';
import { renderRefusal } from '../../functions/page/views/refusal.ts';
import type { Language } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { targetParameter } from '../../shared/model/page-paths.ts';
import { dayMs } from '../../shared/model/time-spans.ts';

const cookieDays = 30;

/**
 * Lets in anyone who has the key: `/in/<key>` turns it into a cookie. `Lax`, because an alert may be read in a browser, and its
 * link must open the page; forms of other sites are refused by their origin. Cookies know no ports, so each folder's has a name
 * of its own.
 */
export function createLocalGate(
  key: string,
  who: string,
  { language, now }: { readonly language: Language; readonly now: () => number },
): Gate {
  const cookie = `touchlight-page-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
  const pass = createHmac('sha256', key).update('cookie').digest('base64url');
  return {
    addRoutes: (app) => {
      app.get(`${paths.signIn}/:key`, (context) => {
        if (!isSame(context.req.param('key'), key)) return context.html(renderRefusal('no-key', language), 401);
        setCookie(context, cookie, pass, {
          ...{ path: '/', httpOnly: true, sameSite: 'Lax', maxAge: (cookieDays * dayMs) / 1000 },
        });
        return context.redirect(ownTarget(context.req.query(targetParameter)), 303);
      });
    },
    guard: async (context, next) => {
      if (!isSame(getCookie(context, cookie) ?? '', pass)) {
        return context.html(renderRefusal('no-key', language), 401);
      }
      context.set('session', { role: 'operator', who, until: toInstant(now() + cookieDays * dayMs) });
      return next();
    },
  };
}

/** In the same time wherever they differ. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
