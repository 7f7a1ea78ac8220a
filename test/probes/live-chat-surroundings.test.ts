import { describe, expect, it } from 'vitest';
import { drift, type Imitation, jivo, late, livechat, silent, tawk } from './chat-imitations.ts';
import { chatVisits } from './chat-visits.ts';

const { measure } = chatVisits();

const none: Imitation = { embed: '<script>var shop = {}</script>', scripts: {} };
const together = (one: Imitation, other: Imitation): Imitation => ({
  embed: one.embed + other.embed,
  scripts: { ...one.scripts, ...other.scripts },
});
const corner = 'position:fixed;right:0;bottom:0;width:120px;height:48px';
const over = 'position:fixed;right:0;bottom:0;width:100px;height:100px;margin:0;background:#eee;z-index:9';

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

describe.concurrent('a chat whose button the site has replaced by one of its own', () => {
  const hidden = tawk(
    "return 'online'",
    '<div class="widget-visible" hidden><iframe title="chat widget"></iframe></div>',
  );
  const shown = tawk("return 'online'");
  it.each([
    ['a button', hidden, `<button style="${corner}">Live chat</button>`],
    ['a button that lies over it', shown, `<button style="${over}" aria-label="Open the chat"></button>`],
    ['a link that leads nowhere', hidden, `<a href="#" style="${corner}">Чат</a>`],
    ['what only a script makes a button', hidden, `<div onclick="" style="${corner}" title="Online chat">?</div>`],
  ])('can be seen: %s', async (_, imitation, beside) => {
    const seen = await measure(imitation, { beside });
    expect(seen.measurements).toEqual({
      nobodyThere: 0,
      onlyAway: 0,
      buttonHidden: 0,
      buttonCovered: 0,
      deadPlugins: 0,
    });
    expect(seen.reason.params).toMatchObject({ vendor: 'tawk', presence: 'online', ownButton: true });
  });
  it.each([
    ['a link to another page', `<a href="/chat" style="${corner}">Chat</a>`],
    ['a hidden button', `<button hidden style="${corner}">Chat</button>`],
    [
      'a button that something covers',
      `<button style="${corner}">Chat</button><p style="${over};width:400px;height:300px">We use cookies</p>`,
    ],
    ["a part of the chat's own", `<button class="tawk-chat-button" style="${corner}">Chat</button>`],
  ])('cannot: %s is none', async (_, beside) => {
    const { measurements, reason } = await measure(hidden, { beside });
    expect(measurements).toMatchObject({ buttonHidden: 1, buttonCovered: 0 });
    expect(reason.params).not.toHaveProperty('ownButton');
  });
});

describe.concurrent('a named chat that comes through a script which loads others', () => {
  const through = (src: string): Imitation => ({ embed: `<script async src="${src}"></script>`, scripts: {} });
  it.each([
    ['hubspot', 'https://js.hs-scripts.com/100.js', 'js.hs-scripts.com'],
    ['hubspot', 'https://js-na2.hs-scripts.com/100.js', 'js-na2.hs-scripts.com'],
    ['any', 'https://js-eu1.hs-scripts.com/100.js', 'js-eu1.hs-scripts.com'],
    ['tawk', 'https://www.googletagmanager.com/gtm.js?id=GTM-1', 'www.googletagmanager.com'],
  ])('is grey where that is kept out: %s by %s', async (chat, src, host) => {
    expect(await measure(through(src), { chat })).toMatchObject({
      ...{ outcome: 'unknown', cause: 'chat-unseen' },
      reason: { id: 'live-chat/unclear', params: { wanted: chat, why: 'loader', host } },
    });
  });
  it.each([
    ['is one that brings another vendor', 'tawk', through('https://js.hs-scripts.com/100.js'), undefined],
    ['only counts visitors', 'tawk', through('https://www.googletagmanager.com/gtag/js?id=G-1'), undefined],
    ['no longer exists', 'hubspot', silent.hubspot, 404],
  ] as const)('is missing where that %s', async (_, chat, imitation, status) => {
    expect(await measure(imitation, { chat, ...(status !== undefined && { status }) })).toMatchObject({
      ...{ outcome: 'failed', cause: 'chat-missing' },
      reason: { id: 'live-chat/missing', params: { wanted: chat, instead: [] } },
    });
  });
  it('is found at any region of its vendor', async () => {
    const source = 'https://js-na2.usemessages.com/conversations-embed.js';
    const [, script = ''] = Object.values(silent.hubspot.scripts);
    const seen = await measure({ embed: `<script src="${source}"></script>`, scripts: { [source]: script } });
    expect(seen.reason).toMatchObject({ id: 'live-chat/present', params: { vendor: 'hubspot' } });
  });
});
