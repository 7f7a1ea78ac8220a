import { describe, expect, it } from 'vitest';
import { createDemoBusiness } from '../../examples/demo-business/server.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import {
  behindConsent,
  crisp,
  drift,
  type Imitation,
  jivo,
  late,
  livechat,
  messageWindow,
  silent,
  speechlessWindow,
  tawk,
  zendeskClassic,
  zoho,
} from './chat-imitations.ts';
import { type Case, chatVisits } from './chat-visits.ts';

const { measure, measureAt } = chatVisits();

const none: Imitation = { embed: '<script>var shop = {}</script>', scripts: {} };

describe.concurrent('a chat that says who is there', () => {
  it.each<[string, Imitation, Case, Measured['measurements']]>([
    ['tawk', tawk("return 'online'"), {}, { nobodyThere: 0, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['tawk', tawk("return 'away'"), {}, { nobodyThere: 0, onlyAway: 1, buttonHidden: 0, buttonCovered: 0 }],
    ['tawk', tawk("return 'offline'"), {}, { nobodyThere: 1, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['jivo', jivo('online'), { chat: 'jivo' }, { nobodyThere: 0, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['jivo', jivo('offline', messageWindow), { inHours: false }, { offlineFormMissing: 0 }],
    ['jivo', jivo('offline', speechlessWindow), { inHours: false }, { offlineFormMissing: 1 }],
    ['jivo', jivo('online'), { inHours: false }, { buttonHidden: 0, buttonCovered: 0 }],
    ['crisp', crisp(false, 250), {}, { nobodyThere: 1, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['crisp', crisp(true, 250), {}, { nobodyThere: 0, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['livechat', livechat('online'), {}, { nobodyThere: 0, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['livechat', livechat('offline'), {}, { nobodyThere: 1, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['zendesk', zendeskClassic('away'), {}, { nobodyThere: 0, onlyAway: 1, buttonHidden: 0, buttonCovered: 0 }],
    ['drift', drift(true), { chat: 'any' }, { nobodyThere: 0, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
    ['zoho-salesiq', zoho('offline'), {}, { nobodyThere: 1, onlyAway: 0, buttonHidden: 0, buttonCovered: 0 }],
  ])('%s is asked by its own call', async (vendor, imitation, given, measurements) => {
    const seen = await measure(imitation, given);
    expect(seen).toMatchObject({ outcome: 'measured', reason: { id: 'live-chat/present', params: { vendor } } });
    expect(seen.measurements).toEqual({ ...measurements, deadPlugins: 0 });
  });
});

describe.concurrent('a chat that does not say who is there', () => {
  it.each(Object.entries(silent))('%s is there, and nothing is said of people', async (vendor, imitation) => {
    const seen = await measure(imitation);
    expect(seen.reason).toEqual({
      id: 'live-chat/present',
      params: { vendor, presence: null, inHours: true, afterConsent: false },
    });
    expect(seen.measurements).toEqual({ buttonHidden: 0, buttonCovered: 0, deadPlugins: 0 });
  });
});

describe.concurrent('a chat that comes late', () => {
  const online = tawk("return 'online'");
  it.each([
    ['after a while', late(online, 'setTimeout(embed, 600)')],
    ['on the first scroll', late(online, "addEventListener('scroll', embed, { once: true })")],
    ['when the mouse moves', late(online, "addEventListener('mousemove', embed, { once: true })")],
  ])('is waited for: %s', async (_, imitation) => {
    expect((await measure(imitation)).reason.params).toMatchObject({ vendor: 'tawk', presence: 'online' });
  });

  it('is looked for once more with cookies accepted, and that is said', async () => {
    const seen = await measure(behindConsent(online));
    expect(seen.reason.params).toEqual({ vendor: 'tawk', presence: 'online', inHours: true, afterConsent: true });
  });
});

describe.concurrent('a chat that cannot say who is there', () => {
  const unread = (why: string) => ({
    outcome: 'unknown',
    cause: 'chat-unread',
    reason: { params: { vendor: 'tawk', why } },
  });
  it('throws', async () => {
    const seen = await measure(tawk("throw new Error('no socket')"));
    expect(seen).toMatchObject(unread('threw'));
    expect(seen.reason.params).toMatchObject({ message: 'Error: no socket' });
  });
  it('never answers', async () => {
    expect(await measure(tawk('return new Promise(function () {})'))).toMatchObject(unread('hung'));
  });
  it('hangs the page', async () => {
    expect(await measure(tawk('for (;;) {}'))).toMatchObject(unread('hung'));
  });
  it.each([
    ['return { online: true }', '[object Object]'],
    ["return 'busy'", 'busy'],
    ['return undefined', 'undefined'],
    ["return 'x'.repeat(1e6)", 'x'.repeat(60)],
  ])('answers nonsense: %s', async (answer, said) => {
    const seen = await measure(tawk(answer));
    expect(seen).toMatchObject(unread('nonsense'));
    expect(seen.reason.params).toMatchObject({ answer: said });
  });
  it('is no reason to worry at night', async () => {
    const seen = await measure(tawk("throw new Error('no socket')"), { inHours: false });
    expect(seen).toMatchObject({ outcome: 'measured', measurements: { deadPlugins: 0 } });
  });
});

describe.concurrent("a chat's button", () => {
  const online = tawk("return 'online'");
  it('is covered by what lies over it', async () => {
    const beside =
      '<div id="promo" style="position:fixed;inset:auto 0 0;height:120px;background:#fc0;z-index:9"></div>';
    const seen = await measure(online, { beside });
    expect(seen.measurements).toMatchObject({ buttonCovered: 1, buttonHidden: 0, nobodyThere: 0 });
    expect(seen.facts?.['buttonCovered']).toEqual({
      id: 'live-chat/covered',
      params: { vendor: 'tawk', cover: 'div#promo' },
    });
  });
  it.each([
    ['display:none'],
    ['position:fixed;left:-500px;width:60px;height:60px'],
    ['position:fixed;right:0;bottom:0;width:60px;height:60px;opacity:0'],
  ])('cannot be seen with %s', async (style) => {
    const seen = await measure(tawk("return 'online'", `<iframe title="chat widget" style="${style}"></iframe>`));
    expect(seen.measurements).toMatchObject({ buttonHidden: 1, buttonCovered: 0 });
  });
  it('may be hidden until the morning', async () => {
    const hidden = tawk("return 'offline'", '<iframe title="chat widget" style="display:none"></iframe>');
    expect((await measure(hidden, { inHours: false })).measurements).toEqual({ deadPlugins: 0 });
  });
  it('is grey where the chat runs and nothing of it was found', async () => {
    expect(await measure(tawk("return 'online'", ''))).toMatchObject({ outcome: 'unknown', cause: 'chat-unseen' });
  });
});

describe.concurrent('a page without a chat', () => {
  it('has nothing to check', async () => {
    expect(await measure(none)).toMatchObject({ outcome: 'not-applicable', reason: { id: 'live-chat/none' } });
  });
  it.each([['any'], ['tawk']])('is red where the file names one: %s', async (chat) => {
    const seen = await measure(none, { chat });
    expect(seen).toMatchObject({ outcome: 'failed', cause: 'chat-missing' });
    expect(seen.reason.params).toMatchObject({ wanted: chat, instead: [] });
  });
  it('is red where another chat than the named one is there', async () => {
    const seen = await measure(jivo('online'), { chat: 'tawk' });
    expect(seen.reason.params).toMatchObject({ wanted: 'tawk', instead: ['jivo'] });
  });
  it('is red where the script of its chat no longer exists', async () => {
    const seen = await measure(tawk("return 'online'"), { status: 404 });
    expect(seen).toMatchObject({ outcome: 'failed', cause: 'chat-missing' });
    expect(seen.reason).toEqual({ id: 'live-chat/script-gone', params: { vendor: 'tawk', status: 404 } });
  });
  it('is grey where the script of its chat does not load here', async () => {
    const blocked = { ...tawk(''), scripts: {} };
    expect(await measure(blocked, { chat: 'tawk' })).toMatchObject({
      outcome: 'unknown',
      reason: { id: 'live-chat/script-not-loaded', params: { vendor: 'tawk', status: null } },
    });
  });
  it('is grey where the code of one is there and never runs', async () => {
    const never = late(tawk("return 'online'"), '');
    expect(await measure(never)).toMatchObject({ outcome: 'unknown', reason: { id: 'live-chat/not-shown' } });
  });
  it('is one where the code of a chat is commented out', async () => {
    const embed =
      "<script>\n// s.src = 'https://embed.tawk.to/1/default';\n/* s.src = 'https://client.crisp.chat/l.js' */</script>";
    expect(await measure({ embed, scripts: {} })).toMatchObject({ outcome: 'not-applicable' });
  });
  it('is yellow with what is left of the chat plugin of Facebook', async () => {
    const seen = await measure({ embed: '<div class="fb-customerchat" page_id="1"></div>', scripts: {} });
    expect(seen).toMatchObject({ outcome: 'measured', measurements: { deadPlugins: 1 } });
  });
});

describe("the demo business's chat", () => {
  it('says that somebody is there, until it breaks', async () => {
    const demo = await createDemoBusiness();
    const seen = (isOpen: boolean): Promise<Measured> =>
      measureAt(demo.url, { chat: 'tawk', business: { isOpen, openMinutes: 60 } });
    try {
      expect((await seen(true)).measurements).toMatchObject({ nobodyThere: 0, buttonHidden: 0, buttonCovered: 0 });
      await demo.switchOn('chat-unattended');
      expect((await seen(true)).measurements).toMatchObject({ nobodyThere: 1, nobodyInTheMorning: 1 });
      expect((await seen(false)).measurements).toEqual({ offlineFormMissing: 0, deadPlugins: 0 });
    } finally {
      await demo.close();
    }
  });
});
