import { createServer } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { open, shut, urlOn } from '../../examples/demo-business/listener.ts';
import { twilioCredential } from '../../examples/social-stubs/twilio.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';

const now = Date.parse('2026-11-16T12:00:00Z');
const ours = '+380441234567';
const ann = '+380501112233';

interface Leg {
  readonly sid: string;
  readonly from?: string;
  readonly to?: string;
  readonly direction?: string;
  readonly status?: string;
  readonly parent_call_sid?: string;
  readonly answered_by?: string;
  /** Seconds after 10:00 UTC, of the talk. */
  readonly at?: number;
  readonly lasts?: number;
  readonly talk?: number;
}

let server: ReturnType<typeof createServer> | null = null;
afterEach(async () => {
  if (server !== null) await shut(server);
});

/** What a poll makes of legs as Twilio lists them. */
async function standingAfter(legs: readonly Leg[]): Promise<string[]> {
  const time = (seconds: number): string => new Date(Date.parse('2026-11-16T10:00:00Z') + seconds * 1000).toUTCString();
  const calls = legs.map(({ at = 0, lasts = 25, talk = 0, ...leg }) => ({
    from: ann,
    to: ours,
    direction: 'inbound',
    status: talk > 0 ? 'completed' : 'no-answer',
    start_time: time(at),
    end_time: time(at + lasts),
    duration: String(talk),
    ...leg,
  }));
  server = createServer((_, response) => response.end(JSON.stringify({ calls, next_page_uri: null })));
  const api = urlOn(await open(server, 0));
  const phone = { numbers: [ours], misdialSeconds: 5, timeZone: 'UTC', folder: null, columns: {} };
  const check = aCheck({
    id: 'phone/responses',
    url: null,
    options: { platform: 'twilio', secret: 'twilio-access', api, phone },
  });
  const store = memoryStore();
  const [result] = await runPoll(
    { scheduledAt: toInstant(now), confirmation: false, checks: [check] },
    {
      secrets: { read: async () => JSON.stringify(twilioCredential) },
      conversations: store,
      evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
      now: () => now,
      progress: () => {},
      onFault: (_, error) => expect.fail(String(error)),
      network: 'any',
    },
  );
  expect(result?.cause).toBeNull();
  return [...store.conversations.values()].map(({ author, reason }) => `${author} ${reason}`.trim()).toSorted();
}

const child = { parent_call_sid: 'CA1', direction: 'outbound-dial', to: 'sip:101@pbx.example' };

it.each<[string, readonly Leg[], readonly string[]]>([
  ['a call that only a menu took is missed', [{ sid: 'CA1', lasts: 40, talk: 40 }], ['…2233 unanswered']],
  [
    'a phone that was dialled and picked up answers',
    [
      { sid: 'CA1', lasts: 72, talk: 72 },
      { sid: 'CA2', ...child, lasts: 72, talk: 60 },
    ],
    ['…2233 picked-up'],
  ],
  [
    'an answering machine answers nothing',
    [
      { sid: 'CA1' },
      { sid: 'CA2', direction: 'outbound-api', from: ours, to: ann, at: 600, talk: 20, answered_by: 'machine_start' },
    ],
    ['…2233 unanswered'],
  ],
  [
    'a program of ours that calls the customer back answers by its second leg',
    [
      { sid: 'CA1' },
      { sid: 'CA3', from: 'client:olena', to: '', direction: 'inbound', at: 600, lasts: 70, talk: 70 },
      {
        sid: 'CA4',
        from: ours,
        to: ann,
        direction: 'outbound-dial',
        parent_call_sid: 'CA3',
        at: 600,
        lasts: 70,
        talk: 60,
      },
    ],
    ['…2233 answered'],
  ],
  [
    'a busy line is not the caller who hangs up, however soon',
    [{ sid: 'CA1', lasts: 1, status: 'busy' }],
    ['…2233 unanswered'],
  ],
  [
    'a caller who hangs up within seconds misdialled',
    [{ sid: 'CA1', lasts: 3, status: 'canceled' }],
    ['…2233 misdial'],
  ],
  [
    'through a trunk, the exchange behind it takes the call or does not',
    [
      { sid: 'CA1', direction: 'trunking-originating', lasts: 72, talk: 60 },
      { sid: 'CA2', direction: 'trunking-originating', from: '+380502223344' },
    ],
    ['…2233 picked-up', '…3344 unanswered'],
  ],
  [
    'through a trunk, a call back answers',
    [
      { sid: 'CA1' },
      { sid: 'CA2', direction: 'trunking-terminating', from: ours, to: ann, at: 600, lasts: 60, talk: 50 },
    ],
    ['…2233 answered'],
  ],
  [
    'numbers that Twilio spells on the keys of a phone are withheld',
    ['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'].map((from, i) => ({
      sid: `CA${i}`,
      from,
      at: i * 60,
    })),
    Array.from({ length: 5 }, () => 'withheld'),
  ],
])('%s', async (_, legs, standing) => {
  expect(await standingAfter(legs)).toEqual(standing);
});
