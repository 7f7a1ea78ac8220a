import { createHash, createHmac } from 'node:crypto';
import { callsOf, type StubCall } from './calls.ts';
import type { StubAnswer, StubPlatform, StubRequest } from './stub-server.ts';
import type { World } from './world.ts';

export const zadarmaCredential = { key: 'zadarma-key-of-lab', secret: 'zadarma-secret-of-coffee-lab' } as const;

/** Zadarma's statistics of the cloud exchange: signed requests, times of the account's own zone, a record for each phone. */
export function zadarmaStub(world: World): StubPlatform {
  return {
    world,
    answer: (request): StubAnswer => {
      const { authorization } = request.headers;
      if (authorization !== `${zadarmaCredential.key}:${signature(request)}`) return refusal(401, 'Not authorized');
      if (request.path === 'v1/info/balance/') return { body: { status: 'success', balance: 10.34, currency: 'USD' } };
      if (request.path !== 'v1/statistics/pbx/') return refusal(404, 'Method not found');
      return { body: page(world, request) };
    },
    route: ({ path }) => (path.startsWith('v1/statistics') ? 'statistics' : 'balance'),
    faults: {
      'expired-token': () => refusal(401, 'Not authorized'),
      throttled: () => refusal(429, 'You exceeded the rate limit'),
      'throttled-with-hint': (_, { now }) => ({
        ...refusal(429, 'You exceeded the rate limit'),
        headers: { 'x-ratelimit-reset': String(Math.floor(now / 1000) + 1200) },
      }),
      'wrong-shape': () => ({ body: { status: 'success', stats: 'none' } }),
      'endless-pages': (_, { now }) => ({
        body: { status: 'success', stats: Array.from({ length: 1000 }, () => aRecord(now)) },
      }),
    },
  };
}

function refusal(status: number, message: string): StubAnswer {
  return { status, body: { status: 'error', message } };
}

/** As the company's own PHP client makes it. */
function signature({ path, query }: StubRequest): string {
  const sorted = new URLSearchParams([...query].toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  const md5 = createHash('md5').update(sorted).digest('hex');
  const signed = createHmac('sha1', zadarmaCredential.secret).update(`/${path}${sorted}${md5}`).digest('hex');
  return Buffer.from(signed).toString('base64');
}

function page(world: World, { query }: StubRequest) {
  const [start, end] = [query.get('start') ?? '', query.get('end') ?? ''];
  const rows = callsOf(world)
    .filter(({ endedAt }) => endedAt <= world.now)
    .flatMap(records)
    .filter(({ callstart }) => callstart >= start && callstart <= end);
  const skip = Number(query.get('skip') ?? 0);
  const limit = Math.min(Number(query.get('limit') ?? 1000), 1000);
  return { status: 'success', start, end, version: 2, stats: rows.slice(skip, skip + limit) };
}

interface Record {
  readonly callstart: string;
  readonly [field: string]: string | number;
}

function records({ id, incoming, customer, startedAt, talkMs, voicemail, phones }: StubCall): Record[] {
  const digits = customer?.slice(1) ?? 'Anonymous';
  const common = {
    call_id: `${Math.floor(startedAt / 1000)}.${id}`,
    callstart: inKyiv(startedAt),
    is_recorded: 'false',
  };
  if (!incoming) {
    const disposition = talkMs > 0 ? 'answered' : 'no answer';
    const seconds = talkMs / 1000;
    return [
      {
        ...common,
        sip: '100',
        clid: 'Olena (100)',
        destination: Number(digits),
        disposition,
        seconds,
        pbx_call_id: `out_${id}`,
      },
    ];
  }
  const from = {
    ...common,
    sip: digits,
    clid: customer === null ? 'Anonymous' : `Ann (${digits})`,
    pbx_call_id: `in_${id}`,
  };
  const rung = phones.map(({ pickedUp }, i) => ({
    ...from,
    destination: String(101 + i),
    disposition: pickedUp ? 'answered' : 'cancel',
    seconds: pickedUp ? talkMs / 1000 : 0,
  }));
  const mailbox = { ...from, destination: 'voicemail', disposition: 'answered', seconds: talkMs / 1000 };
  return voicemail ? [...rung, mailbox] : rung;
}

function aRecord(now: number) {
  const callstart = inKyiv(now);
  return {
    call_id: `${Math.floor(now / 1000)}.1`,
    callstart,
    sip: '380500000001',
    clid: '',
    destination: '101',
    disposition: 'cancel',
    seconds: 0,
    pbx_call_id: 'in_1',
  };
}

const kyiv = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Kyiv', dateStyle: 'short', timeStyle: 'medium' });

/** The account's zone, winter and summer. */
function inKyiv(ms: number): string {
  return kyiv.format(ms);
}
