import type { Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chatAskerWaiting } from '../../functions/probe-page/live-chat/asking/probe.ts';
import { isQuestion, questionSending } from '../../functions/probe-page/live-chat/asking/question.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import { openVisit, type Visit } from '../../shared/browser/visit.ts';
import { liveChat as spec } from '../../shared/probes/live-chat/spec.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { aCheck } from '../support/a-check.ts';
import { aContext } from '../support/a-context.ts';
import { emptySubmissions } from '../support/empty-submissions.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { askedCrisp, askedJivo, askedLiveChat, askedTawk, phoneToo, whoFirst, wire } from './asked-chats.ts';
import { type Imitation, silent, tawk } from './chat-imitations.ts';

const enquiry = {
  name: 'Touchlight TL-7K3Q9ZB',
  email: 'shopper+tl-7k3q9zb@probe.example',
  subject: 'Question in the live chat (test TL-7K3Q9ZB)',
  text: 'Hello! Can I pay by card? (This is a test message, TL-7K3Q9ZB.)',
};
const waits = { chatMs: 1_200, pollMs: 30, presenceMs: 150, answerMs: 1_500, windowMs: 600 };
const patience = { confirmMs: 400, watchMs: 700, visitMs: 20_000 };
const monday = '2026-11-16T08:00:00.000Z';
const everyDay = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

let browser: SharedBrowser;
let server: TestServer;
const pages: Record<string, string> = {};
beforeAll(async () => {
  browser = await aSharedBrowser();
  server = await serve(pages);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

function put({ embed }: Imitation): string {
  const path = `/${Object.keys(pages).length}`;
  pages[path] = `<!doctype html><meta charset="utf-8"><title>Shop</title><h1>Shop</h1><p>Fresh coffee</p>${embed}`;
  return new URL(path, server.url).href;
}

/** Opens browsers in which the vendor's hosts answer, and that keep what leaves. */
function wired({ scripts }: Imitation, sent: string[]): SharedBrowser['launch'] {
  return async (launching) => {
    const launched = await browser.launch(launching);
    await launched.context.route(/^https:/, async (route: Route) => {
      const request = route.request();
      if (request.url() === wire) {
        sent.push(request.postData() ?? '');
        return route.fulfill({ body: '' });
      }
      const body = scripts[request.url()];
      const isPage = request.resourceType() === 'document';
      return body === undefined
        ? route.abort()
        : route.fulfill({ headers: { 'content-type': isPage ? 'text/html' : 'text/javascript' }, body });
    });
    return launched;
  };
}

interface Told {
  readonly result: Measured;
  /** What has left. */
  readonly sent: readonly string[];
  readonly submissions: ReturnType<typeof emptySubmissions>;
}

async function ask(imitation: Imitation, options: Record<string, unknown> = {}): Promise<Told> {
  const sent: string[] = [];
  const submissions = emptySubmissions();
  const check = { ...aCheck({ id: 'website/chat-question', probe: 'live-chat' }), enquiry };
  if (!isQuestion(check)) throw new Error('It is a question.');
  const context = aContext(spec, { options, business: { isOpen: true, openMinutes: 100 } });
  const url = put(imitation);
  let visit: Visit | undefined;
  try {
    const open = async (): Promise<Visit> => {
      const launch = wired(imitation, sent);
      visit = await openVisit({ url, device: 'desktop', throttled: false, signal: context.signal, launch });
      return visit;
    };
    const sending = questionSending(check, monday, submissions, () => Date.parse(monday));
    const result = await chatAskerWaiting(waits, patience).measure({ open, sending, enquiry }, context);
    return { result, sent, submissions };
  } finally {
    await visit?.close();
  }
}

const whatWas = ({ details }: Measured): unknown[] =>
  (details?.['heard'] as { what: string }[] | undefined)?.map(({ what }) => what) ?? [];

describe.concurrent('a question in a live chat', () => {
  const person = [
    [60, 'joined'],
    [120, 'agent'],
  ] as const;

  it.each<[string, Imitation, string]>([
    ['tawk', askedTawk({ replies: person }), enquiry.text],
    ['jivo', askedJivo({ replies: person }), enquiry.text],
    ['crisp', askedCrisp({ replies: [[60, 'bot']] }), [enquiry.name, enquiry.email, enquiry.text].join('|')],
    ['livechat', askedLiveChat({ replies: [[60, 'agent']] }), enquiry.text],
  ])('is asked once in %s, and what comes back is heard', async (vendor, imitation, message) => {
    const { result, sent, submissions } = await ask(imitation);
    expect(sent).toEqual([message]);
    expect(result).toMatchObject({
      outcome: 'measured',
      reason: { id: 'chat-question/sent', params: { vendor } },
      details: { vendor, greetings: 0 },
    });
    const heard = { tawk: ['joined', 'agent'], jivo: ['joined', 'agent'], crisp: ['bot'], livechat: ['agent'] };
    expect(whatWas(result)).toEqual(heard[vendor as keyof typeof heard]);
    expect(submissions.all).toMatchObject([{ checkId: 'website/chat-question', outcome: { outcome: 'measured' } }]);
  });

  it.each([
    ['with the message', askedTawk({ asks: whoFirst })],
    ['before there is a place to write', askedLiveChat({ asks: whoFirst, asksFirst: true })],
  ])('says who asks where the chat wants to know: %s', async (_, imitation) => {
    const { result, sent } = await ask(imitation);
    expect(sent).toEqual([[enquiry.name, enquiry.email, enquiry.text].join('|')]);
    expect(result.outcome).toBe('measured');
  });

  it('takes no greeting for an answer', async () => {
    const { result } = await ask(askedLiveChat({ greets: true, replies: [[30, 'bot']] }));
    expect(result.details).toMatchObject({ vendor: 'livechat', greetings: 1 });
    expect(whatWas(result)).toEqual(['bot']);
  });

  it('is not asked a second time where the chat does not confirm the first', async () => {
    const { result, sent, submissions } = await ask(askedTawk({ confirms: false, replies: [] }));
    expect(sent).toEqual([enquiry.text]);
    expect(result).toMatchObject({
      outcome: 'unknown',
      cause: 'unclear-sending',
      reason: { id: 'chat-question/unconfirmed' },
    });
    expect(submissions.all).toMatchObject([{ outcome: { outcome: 'unknown' } }]);
  });

  it.each<[string, Imitation, string]>([
    ['asks for a phone number first', askedTawk({ asks: phoneToo }), 'chat-question/nowhere-to-write'],
    ['says that nobody is there', tawk("return 'offline'"), 'chat-question/nobody-there'],
    ['does not tell who answers', silent.tidio, 'chat-question/unaskable'],
    ['is not there', { embed: '<script>var shop = {}</script>', scripts: {} }, 'live-chat/none'],
  ])('is not asked in a chat that %s', async (_, imitation, reason) => {
    const { result, sent, submissions } = await ask(imitation);
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'chat-not-asked', reason: { id: reason } });
    expect(submissions.all).toEqual([]);
  });
});

describe.concurrent('a visit that asks', () => {
  const chat = askedTawk({
    replies: [
      [30, 'joined'],
      [60, 'agent'],
    ],
  });
  const visits = (imitation: Imitation, submissions = emptySubmissions()) => {
    const url = put(imitation);
    const sent: string[] = [];
    const run = (overrides: Parameters<typeof aCheck>[0], now = monday) =>
      runVisit(
        {
          scheduledAt: monday,
          confirmation: false,
          checks: [aCheck({ id: 'website/chat-question', probe: 'live-chat', url, options: {}, ...overrides })],
        },
        {
          evidence: { put: () => Promise.reject(new Error('A question has no evidence.')) },
          now: () => Date.parse(now),
          network: 'any',
          progress: () => {},
          onFault: () => {},
          submissions,
          launch: wired(imitation, sent),
        },
      );
    return { run, sent, submissions };
  };

  it('asks once, however often it is delivered', async () => {
    const { run, sent } = visits(chat);
    const [first] = await run({ enquiry });
    const [second] = await run({ enquiry });
    expect(sent).toEqual([enquiry.text]);
    expect([first?.reason, second?.reason].map((reason) => reason?.id)).toEqual([
      'chat-question/sent',
      'chat-question/sent',
    ]);
    expect(first?.attempts).toBe(1);
  });

  it('asks nothing after a process has ended between writing it down and asking', async () => {
    const { run, sent, submissions } = visits(chat);
    const claimed = { checkId: 'website/chat-question', scheduledAt: monday, sentAt: monday, marker: '1f0c2a9b' };
    await submissions.claim({ ...claimed, page: server.url, sentTo: server.url, typed: [], outcome: null });
    const [result] = await run({ enquiry }, '2026-11-16T08:05:00.000Z');
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ outcome: 'unknown', reason: { id: 'chat-question/asked-before' } });
  });

  it('asks nothing outside business hours, and writes down why', async () => {
    const { run, sent, submissions } = visits(chat);
    await run({ enquiry, onlyWithin: { timeZone: 'UTC', shifts: everyDay, holidays: [] } });
    expect(sent).toEqual([]);
    expect(submissions.all).toMatchObject([
      { sentTo: null, outcome: { reason: { id: 'chat-question/outside-hours' } } },
    ]);
  });

  it('asks nothing when it comes too late', async () => {
    const { run, sent } = visits(chat);
    const [result] = await run({ enquiry }, '2026-11-16T08:21:00.000Z');
    expect(sent).toEqual([]);
    expect(result?.reason.id).toBe('chat-question/too-late');
  });

  it('asks nothing in the check of the chat itself, also where the file has a question asked', async () => {
    const { run, sent, submissions } = visits(chat);
    const [result] = await run({ options: { chat: 'tawk', ask: 'weekly' } });
    expect(result?.reason.id).toMatch(/^live-chat\//);
    expect(sent).toEqual([]);
    expect(submissions.all).toEqual([]);
  });
});
