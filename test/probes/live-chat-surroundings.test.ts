import { describe, expect, it } from 'vitest';
import { drift, type Imitation, jivo, late, livechat, tawk } from './chat-imitations.ts';
import { chatVisits } from './chat-visits.ts';

const { measure } = chatVisits();

const none: Imitation = { embed: '<script>var shop = {}</script>', scripts: {} };
const together = (one: Imitation, other: Imitation): Imitation => ({
  embed: one.embed + other.embed,
  scripts: { ...one.scripts, ...other.scripts },
});
const corner = 'position:fixed;right:0;bottom:0;width:120px;height:48px';

describe.concurrent('two chats on one page', () => {
  it('are no fault where the named one comes later than the other', async () => {
    const both = together(jivo('online'), late(tawk("return 'online'"), 'setTimeout(embed, 600)'));
    const seen = await measure(both, { chat: 'tawk' });
    expect(seen.reason.params).toMatchObject({ vendor: 'tawk', presence: 'online' });
  });
  it('are judged by the one that visitors can see', async () => {
    const leftOver: Imitation = { embed: '<script>window.zE = function () {}</script>', scripts: {} };
    const seen = await measure(together(leftOver, drift(true)));
    expect(seen.reason).toMatchObject({ id: 'live-chat/present', params: { vendor: 'drift', presence: 'online' } });
  });
});

describe.concurrent('a named chat that is not there is grey', () => {
  it('outside business hours, when many sites take theirs away', async () => {
    const seen = await measure(none, { chat: 'any', inHours: false });
    expect(seen).toMatchObject({
      ...{ outcome: 'unknown', cause: 'chat-off-hours' },
      reason: { id: 'live-chat/unclear', params: { wanted: 'any', why: 'off-hours' } },
    });
  });
  it('where a button of the site may load it', async () => {
    const seen = await measure(none, { chat: 'tawk', beside: `<button style="${corner}">Chat with us</button>` });
    expect(seen).toMatchObject({
      ...{ outcome: 'unknown', cause: 'chat-unseen' },
      reason: { id: 'live-chat/unclear', params: { wanted: 'tawk', why: 'own-button' } },
    });
  });
});

describe.concurrent('a named chat that is not there is red', () => {
  it.each([
    ['a messenger', `<button class="whatsapp-chat" style="${corner}">Chat</button>`],
    ['a link', `<a href="/chat" style="${corner}"><button>Chat</button></a>`],
    ['a button in the text', '<button>Chat rules</button>'],
    ['another word', `<button style="${corner}">Печать</button>`],
  ])('beside %s', async (_, beside) => {
    expect(await measure(none, { chat: 'tawk', beside })).toMatchObject({ outcome: 'failed', cause: 'chat-missing' });
  });
});

describe.concurrent('what is left of a vendor', () => {
  it('is no chat where it is a picture', async () => {
    const seen = await measure(none, { beside: '<img src="https://embed.tawk.to/button.png" alt="">' });
    expect(seen).toMatchObject({ outcome: 'not-applicable', reason: { id: 'live-chat/none' } });
  });
  it('is no chat either where the page has only the code that asks for it', async () => {
    const { embed, scripts } = livechat('online');
    const stub = `<script>window.LiveChatWidget = { _h: null, get: function () { throw new Error('before load') } }</script>`;
    const seen = await measure({ embed: stub + embed, scripts }, { status: 404 });
    expect(seen.reason).toEqual({ id: 'live-chat/script-gone', params: { vendor: 'livechat', status: 404 } });
  });
});

describe.concurrent('a window that stands open at night', () => {
  const open = `<div class="widget-visible"><iframe title="chat widget" style="position:fixed;right:0;bottom:0;width:350px;height:500px"></iframe></div>`;
  it('takes no message only because the page has a form beside it', async () => {
    const beside = '<div><input type="email"><textarea></textarea></div>';
    const seen = await measure(tawk("return 'offline'", open), { inHours: false, beside });
    expect(seen.measurements).toEqual({ offlineFormMissing: 1, deadPlugins: 0 });
  });
});
