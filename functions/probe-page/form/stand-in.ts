import type { Route } from 'playwright-core';

/** A counter that is asked for and counts nothing: the page's own scripts go on as if it were there. */
export async function answerCounter(route: Route): Promise<void> {
  const isScript = route.request().resourceType() === 'script';
  const headers = { 'access-control-allow-origin': route.request().headers()['origin'] ?? '*' };
  return route.fulfill({ status: isScript ? 200 : 204, headers, contentType: 'text/javascript', body: '' });
}

/** Our stand-in: an answer that says "accepted" in every usual way. */
export async function standIn(route: Route): Promise<void> {
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
    const accepted = { ok: true, success: true, status: 'success', result: 'success', message: 'OK' };
    return route.fulfill({ status: 200, headers, contentType: 'application/json', body: JSON.stringify(accepted) });
  }
  return route.fulfill({ status: 204, headers, body: '' });
}
