import type { Route } from 'playwright-core';
import type { Outgoing } from './outgoing.ts';

/** As a quick server takes. */
const answerAfterMs = 400;

/** A counter that is asked for and counts nothing: the page's own scripts go on as if it were there. */
export async function answerCounter(route: Route): Promise<void> {
  const isScript = route.request().resourceType() === 'script';
  const headers = { 'access-control-allow-origin': route.request().headers()['origin'] ?? '*' };
  return route.fulfill({ status: isScript ? 200 : 204, headers, contentType: 'text/javascript', body: '' });
}

/** What a page asks while somebody types, it puts into the page: nothing is put where there is nothing to put. */
export function answerDraft(route: Route): Promise<void> {
  const wantsMarkup = route.request().headers()['hx-request'] !== undefined;
  return wantsMarkup ? route.fulfill({ status: 204, body: '' }) : standIn(route);
}

/** Our stand-in: an answer that says "accepted" in every usual way. */
async function standIn(route: Route): Promise<void> {
  const request = route.request();
  const headers = {
    'access-control-allow-origin': request.headers()['origin'] ?? '*',
    'access-control-allow-credentials': 'true',
  };
  if (request.resourceType() === 'document') {
    const body = '<!doctype html><title>Accepted</title><p>Touchlight stopped this form before it was sent.</p>';
    return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body });
  }
  if (/^(fetch|xhr)$/.test(request.resourceType())) {
    const token = 'touchlight';
    const accepted = { ok: true, success: true, status: 'success', result: 'success', message: 'OK' };
    // A script may ask for a token before it sends the message with it.
    Object.assign(accepted, { token, csrfToken: token, csrf_token: token, nonce: token });
    return route.fulfill({ status: 200, headers, contentType: 'application/json', body: JSON.stringify(accepted) });
  }
  return route.fulfill({ status: 204, headers, body: '' });
}

/** No server answers in no time, and only what leaves before an answer leaves whatever it is. */
export interface Pause {
  begin(): void;
  /** The stand-in for what the form sends. A page that the browser opens is not waited for by any script. */
  standIn(route: Route, record: Outgoing): Promise<void>;
  /** How long answers were waited for since it began. */
  heldMs(): number;
}

export function aPause(): Pause {
  let [heldMs, untilMs] = [0, -Infinity];
  return {
    begin: () => {
      [heldMs, untilMs] = [0, -Infinity];
    },
    async standIn(route, record) {
      if (record.type !== 'document') {
        const now = performance.now();
        heldMs += now + answerAfterMs - Math.max(now, untilMs);
        untilMs = now + answerAfterMs;
        await new Promise((resolve) => setTimeout(resolve, answerAfterMs));
      }
      record.status = 200;
      await standIn(route);
    },
    heldMs: () => heldMs,
  };
}
