import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { dayMs, minuteMs } from '../../../shared/model/time-spans.ts';
import { type Api, PageGuard } from '../api.ts';
import { type Answer, ApiFault, errorWord, faultByStatus } from '../api-fault.ts';
import { readTime } from '../call-files/times.ts';
import type { Call } from '../calls/call.ts';
import type { NumberReader } from '../calls/numbers.ts';
import { type CallSource, pollCalls } from '../calls/poll-calls.ts';
import { type PhoneLine, type Platform, type PlatformAccess, part } from '../platform.ts';

/**
 * Zadarma's statistics of the cloud exchange; the secret holds `key` and `secret`. It lists a record for each phone that rang,
 * tied by `pbx_call_id`, and tells how long they spoke but not how long it rang. Three requests a minute are allowed, so a poll
 * makes no more. With nothing new it makes one call.
 */
export const zadarma: Platform = {
  id: 'zadarma',
  budget: 13,
  rereadLimit: Number.MAX_SAFE_INTEGER,
  poll: (poll) =>
    pollCalls(poll, (line, numbers, left) => openStatistics(openZadarma(poll), poll, { line, numbers, left })),
  async identify(access) {
    const { balance, currency } = await openZadarma(access).call({ path: 'v1/info/balance/', schema: balanceSchema });
    return {
      who: `an account${balance === undefined ? '' : ` with ${balance} ${currency ?? ''}`}`.trim(),
      may: ["the exchange's statistics"],
      expiresAt: null,
      renewedBy: 'nobody: it does not end',
    };
  },
};

const balanceSchema = z.looseObject({
  balance: z.union([z.number(), z.string()]).optional(),
  currency: z.string().optional(),
});

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? ''));
const legSchema = z.looseObject({
  call_id: text,
  pbx_call_id: text,
  sip: text,
  clid: text,
  destination: text,
  // Left out, a call without a time would be a customer whom nobody calls back.
  callstart: z.string().refine((time) => readTime(time, 'UTC') !== null),
  disposition: z.string(),
  seconds: z.coerce.number(),
});
type Leg = z.infer<typeof legSchema>;
const pageSchema = z.looseObject({ status: z.literal('success'), stats: z.array(legSchema) });
const pageSize = 1000;
const zonesMs = 14 * 60 * minuteMs;

interface Reading {
  readonly line: PhoneLine;
  readonly numbers: NumberReader;
  /** What the last poll left. */
  readonly left: unknown;
}

/** How far the account's clock is from UTC, once a call has shown it. */
const memorySchema = z.object({ aheadMs: z.number().nullable() }).catch({ aheadMs: null });

function openStatistics(api: Api, access: PlatformAccess, { line, numbers, left }: Reading): CallSource {
  let { aheadMs } = memorySchema.parse(left);
  return {
    // One request covers a month at most.
    mostMs: 30 * dayMs,
    leastMs: 60 * minuteMs,
    async read(from, to, take) {
      // Summer or winter; no zone is further from UTC than fourteen hours.
      const [earliest, latest] = aheadMs === null ? [0, zonesMs] : [aheadMs - 60 * minuteMs, aheadMs + 60 * minuteMs];
      const legs = await readPages(api, access, { start: clock(from + earliest), end: clock(to + latest) });
      if (legs === null) return false;
      for (const leg of legs) {
        aheadMs = aheadOf(leg) ?? aheadMs;
        for (const call of toCalls(leg, line, numbers)) take(call);
      }
      return true;
    },
    memory: () => ({ aheadMs }),
  };
}

/** @returns null when the budget ended first */
async function readPages(
  api: Api,
  { budget }: PlatformAccess,
  { start, end }: { readonly start: string; readonly end: string },
): Promise<Leg[] | null> {
  const legs: Leg[] = [];
  // A page is full of what was asked for: one that repeats another will do so for ever.
  const guard = new PageGuard(0);
  for (let skip = 0; ; skip += pageSize) {
    // In the order of their names, as they are signed.
    const query = { end, limit: pageSize, skip, start, version: 2 };
    const { stats } = await api.call({ path: 'v1/statistics/pbx/', query, schema: pageSchema });
    legs.push(...stats);
    if (stats.length < pageSize) return legs;
    guard.turn(
      String(skip),
      stats.map((leg) => leg.call_id),
    );
    if (!budget.allowsReading) return null;
  }
}

/** Their ids begin with the time in seconds; epoch milliseconds. */
function secondsOf({ call_id: id }: Leg): number | null {
  const seconds = /^(\d{10})\.\d+$/.exec(id)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

function aheadOf(leg: Leg): number | null {
  const [at, onTheWall] = [secondsOf(leg), readTime(leg.callstart, 'UTC')];
  return at === null || onTheWall === null ? null : Math.round((onTheWall - at) / quarterMs) * quarterMs;
}

const quarterMs = 15 * minuteMs;

/** `2026-11-16 09:10:00` */
function clock(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

function toCalls(leg: Leg, { timeZone }: PhoneLine, numbers: NumberReader): Call[] {
  const startedAt = secondsOf(leg) ?? readTime(leg.callstart, timeZone);
  const side = sideOf(leg, numbers);
  if (startedAt === null || side === null) return [];
  const isAnswered = leg.disposition === 'answered' && leg.seconds > 0 && !/voicemail|fax/i.test(leg.destination);
  return [
    {
      id: leg.pbx_call_id || null,
      ...side,
      startedAt,
      endedAt: startedAt + leg.seconds * 1000,
      answeredAt: isAnswered ? startedAt : null,
      // How long it rang is not told.
      hungUp: false,
    },
  ];
}

function sideOf(leg: Leg, numbers: NumberReader): Pick<Call, 'incoming' | 'customer'> | null {
  const [caller, called] = [callerOf(leg, numbers), numbers.party(leg.destination)];
  const isOut = leg.pbx_call_id.startsWith('out_') || (!leg.pbx_call_id.startsWith('in_') && caller.is === 'ours');
  if (isOut) return called.is === 'customer' ? { incoming: false, customer: called.number } : null;
  if (caller.is === 'withheld') return { incoming: true, customer: null };
  return caller.is === 'customer' ? { incoming: true, customer: caller.number } : null;
}

/** A caller's number stands under `sip`, or in `clid` beside a name: "Anna (380501234567)". */
function callerOf({ sip, clid }: Leg, numbers: NumberReader): ReturnType<NumberReader['party']> {
  const bySip = numbers.party(sip);
  if (bySip.is === 'customer') return bySip;
  const byName = numbers.party(/\(([^)]*)\)\s*$/.exec(clid)?.[1] ?? clid);
  return byName.is === 'customer' || bySip.is === 'withheld' ? byName : bySip;
}

function openZadarma(access: PlatformAccess): Api {
  const key = part(access.credential, 'key');
  const secret = part(access.credential, 'secret');
  const base = access.base ?? 'https://api.zadarma.com/';
  return access.open({
    base,
    classify: classifyZadarma,
    headers: async (url) => ({ authorization: `${key}:${signature(url, base, secret)}` }),
  });
}

/** The method's path, its sorted parameters and their MD5, by HMAC-SHA1; Base64 of its hexadecimal digits. */
function signature({ pathname, searchParams }: URL, base: string, secret: string): string {
  const method = `/${pathname.slice(new URL(base).pathname.length)}`;
  const parameters = searchParams.toString();
  const md5 = createHash('md5').update(parameters).digest('hex');
  const sha1 = createHmac('sha1', secret).update(`${method}${parameters}${md5}`).digest('hex');
  return Buffer.from(sha1).toString('base64');
}

const errorSchema = z.looseObject({ status: z.literal('error'), message: z.string().default('error') });

function classifyZadarma(answer: Answer, now: number): ApiFault | null {
  const fault = faultByStatus(answer, now);
  const { data } = errorSchema.safeParse(answer.body);
  if (data === undefined) return fault;
  const retryAt = fault?.retryAt ?? resetAt(answer.headers, now);
  return new ApiFault(fault?.kind ?? 'refused', errorWord(data.message.slice(0, 80)), retryAt);
}

/** `X-RateLimit-Reset`: a time in seconds, or the seconds until then. */
function resetAt(headers: Headers, now: number): number | null {
  const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
  if (!Number.isFinite(reset) || reset <= 0) return null;
  return reset > 1e9 ? reset * 1000 : now + reset * 1000;
}
