import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { open, shut, urlOn } from '../../examples/demo-business/listener.ts';
import { twilioCredential } from '../../examples/social-stubs/twilio.ts';
import { zadarmaCredential } from '../../examples/social-stubs/zadarma.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { inEnglish } from '../support/said.ts';

const now = Date.parse('2026-11-16T12:00:00Z');
const ours = '+380441234567';
const ann = '+380501112233';

const providers = {
  twilio: {
    secret: twilioCredential,
    call: {
      ...{ sid: 'CA1', from: ann, to: ours, direction: 'inbound', status: 'no-answer', duration: '0' },
      start_time: 'Mon, 16 Nov 2026 10:00:00 +0000',
      end_time: 'Mon, 16 Nov 2026 10:00:25 +0000',
    },
    page: (calls: readonly unknown[], more = {}) => ({ calls, next_page_uri: null, ...more }),
  },
  zadarma: {
    secret: zadarmaCredential,
    call: {
      ...{ call_id: '1794823200.1', pbx_call_id: 'in_1', sip: ann, clid: ann, destination: 100 },
      ...{ callstart: '2026-11-16 10:00:00', disposition: 'no answer', seconds: 0 },
    },
    page: (stats: readonly unknown[], more = {}) => ({ status: 'success', stats, ...more }),
  },
} as const;
type Provider = keyof typeof providers;

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await shut(server);
});

async function anApi(body: string): Promise<{ readonly url: string; readonly asked: (string | undefined)[] }> {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    asked.push(headers.authorization);
    response.end(body);
  });
  servers.push(server);
  return { url: urlOn(await open(server, 0)), asked };
}

/** One poll of a provider that answers everything with this text. */
async function polled(provider: Provider, body: string) {
  const phone = { numbers: [ours], misdialSeconds: 5, timeZone: 'UTC', folder: null, columns: {} };
  const options = { platform: provider, secret: 'access', api: (await anApi(body)).url, phone };
  const store = memoryStore();
  const [result] = await runPoll(
    {
      scheduledAt: toInstant(now),
      confirmation: false,
      checks: [aCheck({ id: 'phone/responses', url: null, options })],
    },
    {
      secrets: { read: async () => JSON.stringify(providers[provider].secret) },
      conversations: store,
      evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
      now: () => now,
      progress: () => {},
      onFault: (_, error) => expect.fail(String(error)),
      network: 'any',
      sleep: async () => {},
    },
  );
  if (result === undefined) throw new Error('A poll yields a result.');
  const { outcome, cause, reason } = inEnglish(result);
  return { outcome, cause, reason, standing: [...store.conversations.values()].map((each) => each.reason) };
}

describe.each(['twilio', 'zadarma'] as const)('%s', (provider) => {
  const { call, page } = providers[provider];

  it.each(['', 'null', '[]', '{}', '0', '"calls"', '<html>busy</html>', '\u0000', '{"status":"success"}', '[{}]'])(
    'that answers %j is grey',
    async (body) => {
      expect(await polled(provider, body)).toMatchObject({ outcome: 'unknown', cause: 'wrong-answer', standing: [] });
    },
  );

  it.each([[null], [{}], ['text'], [7]])('that lists %j as a call is grey', async (odd) => {
    const read = await polled(provider, JSON.stringify(page([call, odd])));
    expect(read).toMatchObject({ outcome: 'unknown', cause: 'wrong-answer', standing: [] });
  });
});

describe('a call of Twilio', () => {
  const { call, page } = providers.twilio;
  const phone = { ...call, sid: 'CA2', parent_call_sid: 'CA1', direction: 'outbound-dial', to: 'sip:101@pbx.example' };

  it.each<[string, object]>([
    ['duration', { status: 'completed', duration: 'abc' }],
    ['duration', { status: 'completed', duration: '1e400' }],
    ['start_time', { start_time: 'yesterday' }],
    ['start_time', { start_time: 'Mon, 16 Nov 12026 10:00:00 +0000' }],
    ['end_time', { end_time: 'soon' }],
  ])('with a %s that is none, %j, is told, and nobody counts as answered', async (field, odd) => {
    const read = await polled('twilio', JSON.stringify(page([call, { ...phone, ...odd }])));
    expect(read).toMatchObject({ outcome: 'unknown', cause: 'wrong-answer', standing: [] });
    expect(read.reason).toContain(`calls.1.${field}`);
  });

  it.each<[string, object]>([
    ['a negative duration', { status: 'completed', duration: '-60' }],
    ['no state', { status: '', duration: '60' }],
    ['no start', { status: 'completed', duration: '60', start_time: null }],
  ])('with %s answers nobody', async (_, odd) => {
    const read = await polled('twilio', JSON.stringify(page([call, { ...phone, ...odd }])));
    expect(read).toMatchObject({ outcome: 'measured', standing: ['unanswered'] });
  });

  it.each(['///', 'http://[', 'mailto:ann'])('whose next page is at %j is grey', async (next) => {
    const read = await polled('twilio', JSON.stringify(page([call], { next_page_uri: next })));
    expect(read).toMatchObject({ outcome: 'unknown', cause: 'wrong-answer' });
  });

  it('whose next page is at another host is grey, and that host never sees the secret', async () => {
    const elsewhere = await anApi(JSON.stringify(page([])));
    const read = await polled('twilio', JSON.stringify(page([call], { next_page_uri: `${elsewhere.url}/next` })));
    expect(read).toMatchObject({ outcome: 'unknown', cause: 'wrong-answer' });
    expect(elsewhere.asked).toEqual([]);
  });
});

describe('a call of Zadarma', () => {
  const { call, page } = providers.zadarma;
  const next = { ...call, call_id: '1794823300.1', pbx_call_id: 'in_2' };

  it.each<[string, object]>([
    ['seconds', { seconds: 'abc' }],
    ['callstart', { call_id: 'x', callstart: 'never' }],
    ['callstart', { call_id: 'x', callstart: '2026-99-99 99:99:99' }],
  ])('with %s that are none, %j, is told, and no customer is left out in silence', async (field, odd) => {
    const read = await polled('zadarma', JSON.stringify(page([call, { ...next, ...odd }])));
    expect(read).toMatchObject({ outcome: 'unknown', cause: 'wrong-answer', standing: [] });
    expect(read.reason).toContain(`stats.1.${field}`);
  });

  it.each<[string, object]>([
    ['a negative length', { disposition: 'answered', seconds: -60 }],
    ['no length', { disposition: 'answered', seconds: null }],
    ['no end', { disposition: '', seconds: 60 }],
  ])('with %s answers nobody', async (_, odd) => {
    const read = await polled('zadarma', JSON.stringify(page([call, { ...next, ...odd }])));
    expect(read).toMatchObject({ outcome: 'measured', standing: ['unanswered'] });
  });
});
