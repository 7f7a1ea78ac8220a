import { describe, expect, it } from 'vitest';
import { askedCrisp, askedJivo, askedLiveChat, askedTawk } from './asked-chats.ts';
import { askingVisits, enquiry, monday, whatWas } from './asking-visits.ts';
import type { Imitation } from './chat-imitations.ts';

const { ask, visits } = askingVisits();
const everyDay = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };

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
      // Of Crisp nothing is opened. A person is there, and none of them promises a mail.
      details: { vendor, greetings: 0, shown: { somebodyThere: true, mailPromised: false } },
    });
    const heard = { tawk: ['joined', 'agent'], jivo: ['joined', 'agent'], crisp: ['bot'], livechat: ['agent'] };
    expect(whatWas(result)).toEqual(heard[vendor as keyof typeof heard]);
    expect(submissions.all).toMatchObject([{ checkId: 'website/chat-question', outcome: { outcome: 'measured' } }]);
  });
});

describe.concurrent('a visit that asks', () => {
  const chat = askedTawk({
    replies: [
      [30, 'joined'],
      [60, 'agent'],
    ],
  });
  it('asks once, however often it is delivered, and is counted as no visitor', async () => {
    const { run, sent, counted } = visits(chat);
    const [first] = await run({ enquiry });
    const [second] = await run({ enquiry });
    expect(sent).toEqual([enquiry.text]);
    expect([first?.reason, second?.reason].map((reason) => reason?.id)).toEqual([
      'chat-question/sent',
      'chat-question/sent',
    ]);
    expect([first?.attempts, counted]).toEqual([1, []]);
  });

  it('asks nothing after a process has ended between writing it down and asking', async () => {
    const { run, sent, submissions } = visits(chat);
    const claimed = { checkId: 'website/chat-question', scheduledAt: monday, sentAt: monday, marker: '1f0c2a9b' };
    await submissions.claim({
      ...claimed,
      page: 'https://coffeelab.example/',
      sentTo: 'https://coffeelab.example/',
      typed: [],
      outcome: null,
    });
    const [result] = await run({ enquiry }, '2026-11-16T08:05:00.000Z');
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ outcome: 'unknown', reason: { id: 'chat-question/asked-before' } });
  });

  it('asks nothing outside business hours, and writes down why', async () => {
    const { run, sent, submissions } = visits(chat);
    const [result] = await run({ enquiry, onlyWithin: { timeZone: 'UTC', shifts: everyDay, holidays: [] } });
    expect([sent, result?.attempts]).toEqual([[], 1]);
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
