import type { StubAnswer, StubFault, StubRequest } from './stub-server.ts';
import type { World } from './world.ts';

/** What the Facebook and Instagram stubs share. */

export function graphError(code: number, subcode?: number, status = 400, headers?: Record<string, string>): StubAnswer {
  const error = {
    message: `(#${code}) Something in the platform's words`,
    type: 'OAuthException',
    code,
    ...(subcode !== undefined && { error_subcode: subcode }),
    fbtrace_id: 'A1',
  };
  return { status, ...(headers && { headers }), body: { error } };
}

/** `throttleCode`: 80001 on pages, 80002 on Instagram. */
export function graphFaults(throttleCode: number): Partial<Record<StubFault, () => StubAnswer>> {
  const usage = {
    '555': [{ type: 'pages', call_count: 100, total_cputime: 9, total_time: 9, estimated_time_to_regain_access: 20 }],
  };
  return {
    'expired-token': () => graphError(190, 463),
    'missing-permission': () => graphError(10, undefined, 403),
    quota: () => graphError(4, undefined, 403),
    'throttled-with-hint': () =>
      graphError(throttleCode, undefined, 400, { 'x-business-use-case-usage': JSON.stringify(usage) }),
    throttled: () => graphError(32),
    'server-error': () => graphError(2, undefined, 500),
    'wrong-shape': () => ({ body: { data: 'none' } }),
    // A next page again and again, with nothing on it.
    'endless-pages': () => ({
      body: { data: [], paging: { cursors: { after: `c${Math.random()}` }, next: 'https://graph.example/next' } },
    }),
  };
}

/** One page of a list: `limit`, `after` (an offset in disguise), absolute `paging.next` with the token in it. */
export function graphPage(
  items: readonly unknown[],
  { limit, after, address }: { readonly limit: number; readonly after: string | null; readonly address: string },
): Record<string, unknown> {
  const start = after === null ? 0 : Number(after.slice(1));
  const end = start + limit;
  if (items.length === 0) return { data: [] };
  const cursors = { before: `c${start}`, after: `c${end}` };
  const paging = end < items.length ? { cursors, next: `${address}?access_token=leaky&after=c${end}` } : { cursors };
  return { data: items.slice(start, end), paging };
}

/** `+0000` without a colon, as the Graph API writes it. */
export function graphTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, '+0000');
}

export function tokenOf(request: StubRequest): string | null {
  return (
    /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ??
    request.query.get('access_token') ??
    request.form.get('access_token')
  );
}

/** Requests of a batch, answered one by one: `{code, body: "<text>"}`, or null for one that ran out of time. */
export function answerBatch(
  request: StubRequest,
  world: World,
  answer: (request: StubRequest) => StubAnswer,
): StubAnswer {
  void world;
  const calls: { relative_url: string }[] = JSON.parse(request.form.get('batch') ?? '[]');
  if (calls.length > 50) return graphError(100);
  const body = calls.map(({ relative_url: relative }) => {
    const url = new URL(relative, request.base);
    const { status = 200, body } = answer({
      ...request,
      method: 'GET',
      path: url.pathname.slice(1),
      query: url.searchParams,
      form: new URLSearchParams(),
    });
    return { code: status, body: JSON.stringify(body) };
  });
  return { body };
}
