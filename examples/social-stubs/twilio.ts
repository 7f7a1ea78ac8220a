import { callsOf, coffeeLabNumber, type StubCall } from './calls.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { World } from './world.ts';

export const twilioCredential = {
  accountSid: 'AC0123456789abcdef0123456789abcdef',
  authToken: 'twilio-token-of-coffee-lab',
} as const;

/** Twilio's call list: newest first, filtered by days of UTC, a page after the other by `next_page_uri`. */
export function twilioStub(world: World): StubPlatform {
  const { accountSid, authToken } = twilioCredential;
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const account = `2010-04-01/Accounts/${accountSid}`;
  return {
    world,
    answer: (request): StubAnswer => {
      if (request.headers.authorization !== expected) return { status: 401, body: refusal(20003, 'Authenticate', 401) };
      if (request.path === `${account}.json`)
        return { body: { sid: accountSid, friendly_name: 'Coffee Lab', status: 'active' } };
      if (request.path !== `${account}/Calls.json`) return { status: 404, body: refusal(20404, 'Not found', 404) };
      return { body: page(world, request) };
    },
    route: ({ path }) => (path.endsWith('/Calls.json') ? 'Calls' : 'Account'),
    faults: {
      'expired-token': () => ({ status: 401, body: refusal(20003, 'Authenticate', 401) }),
      throttled: () => ({ status: 429, body: refusal(20429, 'Too Many Requests', 429) }),
      'wrong-shape': () => ({ body: { calls: 'none', next_page_uri: null } }),
      'endless-pages': (request) => ({
        body: { calls: [], next_page_uri: `/${request.path}?PageSize=1000&Page=1&PageToken=PACA1` },
      }),
    },
  };
}

function refusal(code: number, message: string, status: number) {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

function page(world: World, { path, query }: StubRequest) {
  const from = Date.parse(`${query.get('StartTime>') ?? '2000-01-01'}T00:00:00Z`);
  // "on or before midnight of this date"
  const to = Date.parse(`${query.get('StartTime<') ?? '2100-01-01'}T00:00:00Z`) + 86_400_000;
  const wanted = callsOf(world)
    .filter(({ startedAt }) => startedAt >= from && startedAt < to)
    .flatMap((call) => legs(call, world))
    .toReversed();
  const size = Math.min(Number(query.get('PageSize') ?? 50), 1000);
  const number = Number(query.get('Page') ?? 0);
  const shown = wanted.slice(number * size, (number + 1) * size);
  const next = new URLSearchParams(query);
  next.set('Page', String(number + 1));
  next.set('PageToken', `PA${shown.at(-1)?.sid ?? ''}`);
  const hasNext = (number + 1) * size < wanted.length;
  return { page: number, page_size: size, next_page_uri: hasNext ? `/${path}?${next}` : null, calls: shown };
}

function legs(call: StubCall, { now }: World) {
  const sid = `CA${call.id.padStart(32, '0')}`;
  const customer = call.customer ?? '+266696687';
  const isOver = call.endedAt <= now;
  const common = {
    start_time: rfc2822(call.startedAt),
    end_time: isOver ? rfc2822(call.endedAt) : null,
    answered_by: null,
  };
  if (!call.incoming) {
    const isTalk = call.talkMs > 0;
    const status = isOver ? (isTalk ? 'completed' : 'no-answer') : 'in-progress';
    const duration = isOver ? String(call.talkMs / 1000) : null;
    return [
      {
        ...common,
        sid,
        parent_call_sid: null,
        from: coffeeLabNumber,
        to: customer,
        direction: 'outbound-api',
        status,
        duration,
      },
    ];
  }
  const isTaken = call.talkMs > 0;
  const root = {
    ...common,
    sid,
    parent_call_sid: null,
    from: customer,
    to: coffeeLabNumber,
    direction: 'inbound',
    status: isOver ? (isTaken ? 'completed' : 'no-answer') : 'ringing',
    duration: isOver ? String(isTaken ? (call.endedAt - call.startedAt) / 1000 : 0) : null,
  };
  const rung = call.phones.map((phone, i) => ({
    ...common,
    sid: `CA${call.id.padStart(24, '0')}${String(i + 1).padStart(8, 'a')}`,
    parent_call_sid: sid,
    from: customer,
    to: `sip:10${i + 1}@coffeelab.sip.twilio.com`,
    direction: 'outbound-dial',
    status: isOver ? (phone.pickedUp ? 'completed' : 'no-answer') : 'ringing',
    duration: isOver ? String(phone.pickedUp ? call.talkMs / 1000 : 0) : null,
    end_time: isOver ? rfc2822(phone.pickedUp ? call.endedAt : phone.ringsUntil) : null,
  }));
  return [root, ...rung];
}

/** `Mon, 16 Nov 2026 07:10:00 +0000` */
function rfc2822(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000');
}
