import { afterEach, describe, expect, it } from 'vitest';
import { serveStub } from '../../examples/social-stubs/stub-server.ts';
import { type TelegramOptions, telegramStub, telegramToken } from '../../examples/social-stubs/telegram.ts';
import { type Person, World } from '../../examples/social-stubs/world.ts';
import { forgetAuthor } from '../../functions/probe-social/forget-author.ts';
import { identify } from '../../functions/probe-social/identify.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { aWatchedTouchpoint, type WatchedTouchpoint } from './support/a-touchpoint.ts';

const startsAt = Date.parse('2026-11-16T08:00:00Z');
const minute = 60_000;
const ann: Person = { id: '42', name: 'Ann Kovalenko' };
const ben: Person = { id: '43', name: 'Ben Moroz' };

let touchpoint: WatchedTouchpoint;
afterEach(() => touchpoint?.stub.close());

interface Opened {
  /** A channel's, or that of an account without a channel. */
  readonly page?: string;
  readonly connections?: TelegramOptions;
  readonly options?: Readonly<Record<string, unknown>>;
}

const connectedAt = startsAt - minute;

async function open({ page = '-100111', connections = { connectedAt }, options = {} }: Opened = {}) {
  const world = new World(startsAt, { id: page, name: 'Coffee Lab' });
  const stub = await serveStub(telegramStub(world, connections));
  touchpoint = aWatchedTouchpoint('telegram', stub, {
    secret: telegramToken,
    account: page,
    options: { messages: true, businessAccount: page === '-100111' ? '@coffeelab' : null, ...options },
  });
  const writes = (by: Person | 'business', text: string, replyTo?: string) => {
    world.now += minute;
    return world.write({ by, text, inPrivate: true, ...(replyTo !== undefined && { replyTo }) });
  };
  return { world, writes };
}

async function states(): Promise<Record<string, string>> {
  touchpoint.world.now += minute;
  await touchpoint.poll();
  const all = [...touchpoint.store.conversations.values()];
  return Object.fromEntries(all.map(({ id, author, state, reason }) => [author || id, `${state}: ${reason}`]));
}

function chatOf(name: string) {
  return [...touchpoint.store.conversations.values()].find(({ author }) => author === name);
}

describe('private chats of a business account on Telegram', () => {
  it('wait until the owner writes in them, each customer by themselves', async () => {
    const { writes } = await open();
    const question = writes(ann, 'Do you have a table for two?');
    writes(ben, 'Where is my order 4711?');
    expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered', 'Ben M.': 'waiting: unanswered' });
    writes('business', 'We do, for when?', question);
    expect(await states()).toEqual({ 'Ann K.': 'answered: answered', 'Ben M.': 'waiting: unanswered' });
    const { author, text, kind, permalink } = chatOf('Ben M.') ?? {};
    expect({ author, text, kind, permalink }).toEqual({
      author: 'Ben M.',
      text: 'Where is my order 4711?',
      kind: 'message',
      permalink: null,
    });
  });

  it('are remembered without a word of what was written, and without the number of who wrote', async () => {
    const { writes } = await open();
    writes(ann, 'Do you have a table for two?');
    await states();
    const memory = JSON.stringify(touchpoint.store.poll?.memory);
    expect(memory).toContain('"messages":[{');
    expect(memory).not.toMatch(/table|Ann|Kovalenko|"42"|5000|6000/);
    expect(JSON.stringify(chatOf('Ann K.'))).not.toMatch(/:42"|"42"/);
    const { result } = await touchpoint.poll();
    expect(result.measurements['unanswered']).toBe(1);
    expect(JSON.stringify(result.details)).not.toContain('private:');
  });

  it('of a person who asked to be forgotten are remembered no more', async () => {
    const { writes } = await open();
    writes(ann, 'Do you have a table for two?');
    await states();
    expect(await forgetAuthor(touchpoint.check.id, '42', touchpoint.store)).toBe(1);
    expect(JSON.stringify(touchpoint.store.poll?.memory)).not.toContain('"messages":[{');
    expect(Object.values(await states())).toEqual(['waiting: unanswered']);
    const [{ author, authorId, text } = {}] = touchpoint.store.conversations.values();
    expect({ author, authorId, text }).toEqual({ author: '', authorId: null, text: '' });
  });

  it('still wait after an away message, or after what a bot wrote for the business', async () => {
    const { world, writes } = await open();
    const question = writes(ann, 'Do you have a table for two?');
    world.now += minute;
    world.write({
      by: { id: '9', name: 'Helper', isBot: true },
      text: 'We are away.',
      inPrivate: true,
      replyTo: question,
    });
    expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered' });
  });

  it('wait again when the question is edited after the answer, and no longer when it is deleted', async () => {
    const { world, writes } = await open();
    const question = writes(ann, 'Do you have a table for two?');
    writes('business', 'We do.', question);
    expect(await states()).toEqual({ 'Ann K.': 'answered: answered' });
    world.now += minute;
    world.edit(question, 'Do you have a table for three?');
    expect(await states()).toEqual({ 'Ann K.': 'waiting: edited-after-reply' });
    world.now += minute;
    world.remove(question);
    expect((await states())['Ann K.']).not.toContain('waiting');
  });

  it('keep the beginning of a wait, however many lines follow', async () => {
    const { world, writes } = await open();
    const question = writes(ann, 'Where is my order?');
    const since = toInstant(world.now);
    await states();
    for (let i = 0; i < 50; i++) writes(ann, 'And where is it now?', question);
    await states();
    expect(chatOf('Ann K.')?.waitingSince).toBe(since);
    writes('business', 'It is on its way.', question);
    expect(await states()).toEqual({ 'Ann K.': 'answered: answered' });
  });

  it('in which somebody waits are remembered, however many others write', async () => {
    const { world, writes } = await open();
    writes(ann, 'Where is my order?');
    const since = toInstant(world.now);
    await states();
    for (let i = 0; i < 110; i++) {
      const question = writes({ id: String(1000 + i), name: 'Ben Moroz' }, 'Are you open on Sunday?');
      writes('business', 'We are.', question);
    }
    await states();
    writes(ann, 'Hello?');
    await states();
    expect(chatOf('Ann K.')?.waitingSince).toBe(since);
  });

  it('are all there is of an account without a channel', async () => {
    const { writes, world } = await open({ page: '5000', options: { messages: false } });
    writes(ann, 'Do you have a table for two?');
    expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered' });
    const io = { now: () => world.now, sleep: async () => {}, signal: AbortSignal.timeout(10_000) };
    expect(await identify(touchpoint.check, { read: async () => telegramToken }, io)).toMatchObject({
      ok: true,
      who: '@coffeelab_bot',
      may: ['private chats of a business account that connects it'],
    });
  });

  it('that no account has connected leave the light grey, say how to connect them, and lose no comment', async () => {
    const { world } = await open({ connections: {} });
    const question = world.write({ by: ann, text: 'Do you have decaf?', under: world.addPost() });
    world.now += minute;
    const { light, result } = await touchpoint.poll();
    expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'setup' });
    expect(result.reason).toContain('business account has not connected the bot');
    expect(touchpoint.store.conversations.get(question)?.state).toBe('waiting');
    // Monday, 20:01 in Kyiv: seven business hours later.
    world.now += 600 * minute;
    const late = await touchpoint.poll();
    expect(late.light).toBe('red');
    expect(late.result.reason).toContain('business account has not connected the bot');
  });

  it('of a stranger who has connected the bot too are ignored, and nothing of them is kept', async () => {
    const { writes } = await open({ connections: { connectedAt: null, strangerAt: connectedAt } });
    writes(ann, 'See you tonight, Mallory?');
    expect(await states()).toEqual({});
    const { light, result } = await touchpoint.poll();
    expect({ light, cause: result.cause }).toEqual({ light: 'unknown', cause: 'setup' });
    expect(result.reason).toContain('is not the one in touchpoints.yaml');
    expect(touchpoint.store.conversations.size + touchpoint.store.sayings.size).toBe(0);
    expect(JSON.stringify(touchpoint.store.poll?.memory)).not.toMatch(/"messages":\[\{|6000|"42"|Mallory/);
  });

  it('of the business are read beside a stranger, who is mentioned', async () => {
    const { writes } = await open({ connections: { connectedAt, strangerAt: connectedAt } });
    const question = writes(ann, 'Do you have a table for two?');
    expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered' });
    writes('business', 'We do.', question);
    expect(await states()).toEqual({ 'Ann K.': 'answered: answered' });
    expect(touchpoint.store.conversations.size).toBe(1);
    const { light, result } = await touchpoint.poll();
    expect(light).toBe('green');
    expect(result.reason).toContain('nother Telegram account has connected this bot, too');
  });

  it.each([
    ['by the name of the account', '-100111', '@CoffeeLab'],
    ['by its number', '-100111', '5000'],
    ['by the page, where there is no channel', '5000', null],
  ])('are told from those of strangers %s, also when only the messages arrive', async (_, page, businessAccount) => {
    const connections = { connectedAt, strangerAt: connectedAt, isSilent: true };
    const { writes } = await open({ page, connections, options: { businessAccount } });
    writes(ann, 'Do you have a table for two?');
    expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered' });
    expect(touchpoint.store.conversations.size).toBe(1);
  });

  describe('of an account that the file names no more', () => {
    /** The same touchpoint, after somebody has changed the file. */
    const renamed = (businessAccount: string | null, options = {}) => {
      const { stub, store } = touchpoint;
      const settings = { messages: true, businessAccount, ...options };
      touchpoint = aWatchedTouchpoint('telegram', stub, { secret: telegramToken, options: settings, store });
    };
    const twoAccounts = { connectedAt, strangerAt: connectedAt };

    it('wait until the other account is seen, and no longer: an answer there would never be read', async () => {
      const { writes } = await open({ connections: twoAccounts });
      writes(ann, 'Do you have a table for two?');
      await states();
      renamed('6000');
      expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered' });
      const question = writes(ben, 'Where is my order 4711?');
      expect(await states()).toEqual({ 'Ann K.': 'gone: not-found', 'Ben M.': 'waiting: unanswered' });
      writes('business', 'On its way.', question);
      expect(await states()).toEqual({ 'Ann K.': 'gone: not-found', 'Ben M.': 'answered: answered' });
      expect((await touchpoint.poll()).result.measurements['unanswered']).toBe(0);
      expect(JSON.stringify(touchpoint.store.poll?.memory)).toContain('"earlier":null');
    });

    it('wait anew with the other account, from the message to that one', async () => {
      const { world, writes } = await open({ connections: twoAccounts });
      writes(ann, 'Do you have a table for two?');
      await states();
      renamed('6000');
      writes(ann, 'Is anybody here?');
      const since = toInstant(world.now);
      expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered' });
      expect(chatOf('Ann K.')?.waitingSince).toBe(since);
    });

    it('wait on where it is the same account, written otherwise', async () => {
      const { world, writes } = await open();
      const question = writes(ann, 'Do you have a table for two?');
      const since = toInstant(world.now);
      await states();
      renamed('5000');
      writes(ben, 'Where is my order 4711?');
      expect(await states()).toEqual({ 'Ann K.': 'waiting: unanswered', 'Ben M.': 'waiting: unanswered' });
      expect(chatOf('Ann K.')?.waitingSince).toBe(since);
      writes('business', 'We do.', question);
      expect((await states())['Ann K.']).not.toContain('waiting');
    });

    it('do not wait any more where the file no longer asks for private chats', async () => {
      const { writes } = await open();
      writes(ann, 'Do you have a table for two?');
      await states();
      renamed(null, { messages: false });
      expect(await states()).toEqual({ 'Ann K.': 'gone: not-found' });
      expect((await touchpoint.poll()).light).toBe('green');
    });
  });

  it('are not read where the file does not name the account', async () => {
    const { writes } = await open({ options: { businessAccount: null } });
    writes(ann, 'Do you have a table for two?');
    expect(await states()).toEqual({});
    expect((await touchpoint.poll()).light).toBe('unknown');
  });

  it('are left alone where the file does not ask for them', async () => {
    const { writes } = await open({ options: { messages: false } });
    writes(ann, 'Do you have a table for two?');
    expect(await states()).toEqual({});
    expect((await touchpoint.poll()).light).toBe('green');
  });
});
