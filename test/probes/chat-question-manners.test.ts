import { describe, expect, it } from 'vitest';
import { askedLiveChat, askedTawk, phoneToo, whoFirst } from './asked-chats.ts';
import { askingVisits, enquiry, whatWas } from './asking-visits.ts';
import { crisp, type Imitation, silent, tawk } from './chat-imitations.ts';

const { ask } = askingVisits();

/** Its call to open does nothing. */
const withoutWindow = Object.fromEntries(
  Object.entries(askedTawk().scripts).map(([src, script]) => [src, `${script}; Tawk_API.maximize = function () {};`]),
);

describe.concurrent('the manners of chats', () => {
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
    [
      'asks for nothing but a name first',
      askedTawk({ asks: '<input name="name">', asksFirst: true }),
      'chat-question/nowhere-to-write',
    ],
    ['says that nobody is there', tawk("return 'offline'"), 'chat-question/nobody-there'],
    ['does not tell who answers', silent.tidio, 'chat-question/unaskable'],
    ['does not take its own documented calls', crisp(true, 0), 'chat-question/unheard'],
    ['opens no window', { ...askedTawk(), scripts: withoutWindow }, 'chat-question/nowhere-to-write'],
    ['is not there', { embed: '<script>var shop = {}</script>', scripts: {} }, 'live-chat/none'],
  ])('is not asked in a chat that %s', async (_, imitation, reason) => {
    const { result, sent, submissions } = await ask(imitation);
    expect(sent).toEqual([]);
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'chat-not-asked', reason: { id: reason } });
    expect(submissions.all).toEqual([]);
  });
});
