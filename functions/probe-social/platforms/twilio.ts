import { z } from 'zod';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { type Api, PageGuard, type Query } from '../api.ts';
import { type Answer, ApiFault, errorCode, faultByStatus } from '../api-fault.ts';
import type { Call } from '../calls/call.ts';
import type { NumberReader } from '../calls/numbers.ts';
import { type CallSource, pollCalls } from '../calls/poll-calls.ts';
import { type Platform, type PlatformAccess, part } from '../platform.ts';

/**
 * Twilio's call list. The secret holds `accountSid` with `authToken`, or with `apiKey` and `apiSecret`. A call that comes in
 * and the phones that ring for it are calls of their own, tied by `parent_call_sid`: only a phone that was picked up answers.
 * What Twilio itself takes (a menu, a voicemail) does not. With nothing new a poll makes one call per thousand calls of two days.
 */
export const twilio: Platform = {
  id: 'twilio',
  budget: 60,
  rereadLimit: Number.MAX_SAFE_INTEGER,
  poll: (poll) => pollCalls(poll, (_line, numbers) => openCalls(openTwilio(poll), poll, numbers)),
  async identify(access) {
    const path = `2010-04-01/Accounts/${part(access.credential, 'accountSid')}.json`;
    const { friendly_name: name, status } = await openTwilio(access).call({ path, schema: accountSchema });
    return {
      who: `${name ?? 'account'} (${status ?? 'status unknown'})`,
      may: ['the list of calls'],
      expiresAt: null,
      renewedBy: 'nobody: it does not end',
    };
  },
};

const accountSchema = z.looseObject({ friendly_name: z.string().optional(), status: z.string().optional() });

/** RFC 2822 in GMT; null before it was dialled. */
const twilioTime = z
  .string()
  .nullish()
  .transform((text, context): number | null => {
    if (text === null || text === undefined || text === '') return null;
    const ms = Date.parse(text);
    // Instants are compared as texts, which a year of five digits would upset.
    if (ms < Date.UTC(10_000, 0)) return ms;
    context.addIssue('not a time');
    return z.NEVER;
  });

/** Seconds, as a text; null before it has ended. */
const twilioLength = z.coerce.number().nullish();

const callSchema = z.looseObject({
  sid: z.string(),
  parent_call_sid: z.string().nullish(),
  from: z.string().nullish(),
  to: z.string().nullish(),
  direction: z.string().nullish(),
  status: z.string(),
  start_time: twilioTime,
  end_time: twilioTime,
  duration: twilioLength,
  answered_by: z.string().nullish(),
});
type Leg = z.infer<typeof callSchema>;

const pageSchema = z.looseObject({ calls: z.array(callSchema), next_page_uri: z.string().nullish() });

function openCalls(api: Api, access: PlatformAccess, numbers: NumberReader): CallSource {
  const first = `2010-04-01/Accounts/${part(access.credential, 'accountSid')}/Calls.json`;
  return {
    mostMs: 30 * dayMs,
    leastMs: dayMs,
    async read(from, to, take) {
      const query = { 'StartTime>': day(from), 'StartTime<': day(to + dayMs), PageSize: 1000 };
      const legs = await readPages(api, access, first, query);
      if (legs === null) return false;
      for (const call of toCalls(legs, numbers)) take(call);
      return true;
    },
  };
}

/** Twilio filters by whole days of UTC. */
function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** @returns null when the budget ended first */
async function readPages(api: Api, { budget }: PlatformAccess, first: string, query: Query): Promise<Leg[] | null> {
  const legs: Leg[] = [];
  const guard = new PageGuard();
  let next: { path: string; query?: Query } = { path: first, query };
  for (;;) {
    const page = await api.call({ ...next, schema: pageSchema });
    legs.push(...page.calls);
    if (!page.next_page_uri) return legs;
    guard.turn(
      page.next_page_uri,
      page.calls.map(({ sid }) => sid),
    );
    if (!budget.allowsReading) return null;
    // It stands on the API's host, which may be a gateway in a folder of its own.
    next = { path: page.next_page_uri.replace(/^\//, '') };
  }
}

/** To a number of Twilio's own, or through a trunk to an exchange of the business. */
const incoming = new Set(['inbound', 'trunking-originating']);
const unfinished = new Set(['queued', 'ringing', 'in-progress']);

/** Calls that are still going on are seen by the next poll. */
function toCalls(legs: readonly Leg[], numbers: NumberReader): Call[] {
  const byParent = Map.groupBy(legs, ({ parent_call_sid: parent }) => parent ?? '');
  const known = new Set(legs.map(({ sid }) => sid));
  const roots = legs.filter(({ parent_call_sid: parent }) => !parent || !known.has(parent));
  return roots.flatMap((root) => {
    const rung = byParent.get(root.sid) ?? [];
    if ([root, ...rung].some(({ status }) => unfinished.has(status)) || root.start_time === null) return [];
    const from = numbers.party(root.from ?? '');
    if (incoming.has(root.direction ?? '') && from.is !== 'ours') {
      return [received(root, rung, from.is === 'customer' ? from.number : null)];
    }
    // From a program or a phone of ours to the customer, at once or by a leg of its own.
    return [root, ...rung].flatMap((leg) => made(leg, numbers));
  });
}

function received(root: Leg, rung: readonly Leg[], customer: string | null): Call {
  const startedAt = root.start_time ?? 0;
  // Which phone the exchange behind a trunk rang is not told: it took the call, or it did not.
  const takers = root.direction === 'inbound' ? rung : [root];
  const talks = takers.flatMap((leg) => talkOf(leg) ?? []);
  return {
    id: root.sid,
    incoming: true,
    customer,
    startedAt,
    endedAt: root.end_time ?? startedAt,
    answeredAt: talks.length === 0 ? null : Math.max(startedAt, Math.min(...talks)),
    hungUp: root.end_time !== null && !notReached.has(root.status),
  };
}

/** Then the line ended the call, and not the caller. */
const notReached = new Set(['busy', 'failed']);

function made(leg: Leg, numbers: NumberReader): Call[] {
  const to = numbers.party(leg.to ?? '');
  const answeredAt = talkOf(leg);
  if (to.is !== 'customer' || incoming.has(leg.direction ?? '') || leg.start_time === null) return [];
  const endedAt = leg.end_time ?? leg.start_time;
  return [
    {
      id: leg.sid,
      incoming: false,
      customer: to.number,
      startedAt: leg.start_time,
      endedAt,
      answeredAt,
      hungUp: false,
    },
  ];
}

/** When a person picked up, counted back from the end: `duration` is the talk, `start_time` may be the dialling. */
function talkOf(leg: Leg): number | null {
  const isMachine = /^machine|^fax/.test(leg.answered_by ?? '');
  if (leg.status !== 'completed' || isMachine || lengthOf(leg) <= 0 || leg.start_time === null) return null;
  return leg.end_time === null ? leg.start_time : Math.max(leg.start_time, leg.end_time - lengthOf(leg));
}

function lengthOf({ duration }: Leg): number {
  return (duration ?? 0) * 1000;
}

function openTwilio(access: PlatformAccess): Api {
  const { credential } = access;
  const byKey = credential['apiKey'] !== undefined;
  const user = part(credential, byKey ? 'apiKey' : 'accountSid');
  const password = part(credential, byKey ? 'apiSecret' : 'authToken');
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return access.open({
    base: access.base ?? 'https://api.twilio.com/',
    classify: classifyTwilio,
    headers: async () => ({ authorization }),
  });
}

const errorSchema = z.looseObject({ code: z.number(), message: z.string().optional() });
const codes: Readonly<Record<number, 'auth' | 'gone' | 'throttled'>> = {
  20003: 'auth',
  20404: 'gone',
  20429: 'throttled',
};

function classifyTwilio(answer: Answer, now: number): ApiFault | null {
  const fault = faultByStatus(answer, now);
  const { data } = errorSchema.safeParse(answer.body);
  if (fault === null || data === undefined) return fault;
  return new ApiFault(codes[data.code] ?? fault.kind, errorCode(data.code), fault.retryAt);
}
