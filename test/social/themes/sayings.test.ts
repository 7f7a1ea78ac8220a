import { describe, expect, it } from 'vitest';
import { forgetAuthor } from '../../../functions/probe-social/forget-author.ts';
import { aMessage } from '../../../functions/probe-social/platform.ts';
import { SayingRecorder } from '../../../functions/probe-social/themes/saying-recorder.ts';
import { readByLexicon, textsIn } from '../../../functions/probe-social/themes/sayings.ts';
import type { Message, Thread } from '../../../shared/model/conversation.ts';
import { memoryStore } from '../support/memory-store.ts';

const checkId = 'google-reviews/responses';
const frame = { checkId, staff: new Set(['olena']) };
const monday = '2026-11-16T07:00:00.000Z';

const by = (id: string | null, isBusiness = false) => ({ id, name: 'Ann Koval', isBusiness });
function message(id: string, text: string, overrides: Partial<Message> = {}): Message {
  return aMessage({ id, author: by('ann'), text, createdAt: monday, ...overrides });
}
function thread(messages: readonly Message[], overrides: Partial<Thread> = {}): Thread {
  const base = { id: 't1', place: null, kind: 'review', permalink: null, rating: 1, replyRejected: false } as const;
  return { ...base, messages, ...overrides };
}

const sayingsOf = (of: Thread) => Promise.all(textsIn(of, frame).map(readByLexicon));

describe('what customers say', () => {
  it('is kept as themes: no word, no name, no id that leads to the person or the text', async () => {
    const [saying] = await sayingsOf(thread([message('m1', 'Nobody answers the phone, said Ann Koval.')]));
    expect(saying).toMatchObject({ checkId, at: monday, kind: 'review', rating: 1, complaints: ['no-answer'] });
    expect(JSON.stringify(saying)).not.toMatch(/ann|phone|Koval|m1|t1/);
  });

  it('is read from the whole text, not only from what is kept of it', async () => {
    const long = `${'We came on a Tuesday with friends and sat by the window. '.repeat(5)}Nobody answers the phone.`;
    expect(await sayingsOf(thread([message('m1', long)]))).toMatchObject([{ complaints: ['no-answer'] }]);
  });

  it('is nothing of the business’s own, of programs, of spam, of what was deleted, and of stars without words', async () => {
    const text = 'Nobody answers the phone.';
    const not = [
      message('1', text, { author: by('us', true) }),
      message('2', text, { author: by('olena') }),
      message('3', text, { automatic: true }),
      message('4', text, { noReply: 'spam' }),
      message('5', text, { deleted: true }),
      message('6', ' '),
    ];
    expect(await sayingsOf(thread(not))).toEqual([]);
  });

  it('is what stands in public, or comes with stars: a private message is not counted', async () => {
    const said = [message('m1', 'Nobody answers the phone.')];
    const without = { rating: null } as const;
    expect(await sayingsOf(thread(said, { ...without, kind: 'message' }))).toEqual([]);
    expect(await sayingsOf(thread(said, { ...without, kind: 'comment' }))).toHaveLength(1);
    expect(await sayingsOf(thread(said, { rating: 2, kind: 'message' }))).toHaveLength(1);
  });

  it('is each author’s own in a thread of several', async () => {
    const thanks = message('m2', 'I waited an hour, too.', { author: by('ben') });
    const said = await sayingsOf(
      thread([message('m1', 'Nobody answers the phone.'), thanks], { kind: 'comment', rating: null }),
    );
    expect(said.map(({ complaints }) => complaints)).toEqual([['no-answer'], ['waiting']]);
    expect(new Set(said.map(({ voice }) => voice)).size).toBe(2);
  });
});

describe('a text may leave the stack', () => {
  const isOpen = (overrides: Partial<Thread>) =>
    textsIn(thread([message('m1', 'Nobody answers.')], overrides), frame).map((each) => each.isOpen);

  it('where everybody can read it, and not where only members can', () => {
    expect(isOpen({ kind: 'comment', rating: null })).toEqual([true]);
    expect(isOpen({ kind: 'comment', rating: null, membersOnly: true })).toEqual([false]);
    expect(isOpen({ kind: 'survey', rating: null })).toEqual([false]);
  });
});

describe('a poll that reads the same again', () => {
  it('writes only what is new or was changed', async () => {
    const store = memoryStore();
    let puts = 0;
    const recorder = new SayingRecorder(
      {
        listSayings: (...range) => store.listSayings(...range),
        putSayings: async (all) => {
          puts += all.length;
          await store.putSayings(all);
        },
      },
      frame,
      [],
    );
    const poll = async (...messages: readonly Message[]): Promise<number> => {
      puts = 0;
      recorder.hear(thread(messages));
      await recorder.write();
      return puts;
    };
    const first = message('m1', 'Nobody answers the phone.');
    expect(await poll(first)).toBe(1);
    expect(await poll(first)).toBe(0);
    expect(await poll(first, message('m2', 'And I waited an hour.', { createdAt: '2026-11-17T07:00:00.000Z' }))).toBe(
      1,
    );
    expect(await poll(message('m1', 'It was dirty.', { editedAt: '2026-11-18T07:00:00.000Z' }))).toBe(1);
    const kept = [...store.sayings.values()];
    expect(kept.map(({ complaints }) => complaints)).toEqual([['clean'], ['waiting']]);
  });
});

describe('somebody asks to be forgotten', () => {
  it('nobody knows any more who said it, also after the next poll', async () => {
    const store = memoryStore();
    const recorder = new SayingRecorder(store, frame, []);
    const poll = async (): Promise<void> => {
      recorder.hear(thread([message('m1', 'Nobody answers.'), message('m2', 'Dirty, too.', { author: by('ben') })]));
      await recorder.write();
    };
    await poll();
    expect(await forgetAuthor(checkId, 'ann', store)).toBe(1);
    await poll();
    const voices = [...store.sayings.values()].map(({ complaints, voice }) => [complaints[0], voice === null]);
    expect(voices).toEqual([
      ['no-answer', true],
      ['clean', false],
    ]);
    expect(await forgetAuthor(checkId, 'ann', store)).toBe(0);
  });

  it('also while a model reads what the poll knew before', async () => {
    const store = memoryStore();
    const before = new SayingRecorder(store, frame, []);
    before.hear(thread([message('m1', 'Nobody answers.')]));
    await before.write();
    const recorder = new SayingRecorder(store, frame, [], {
      id: 'bedrock/slow/1',
      async read() {
        await forgetAuthor(checkId, 'ann', store);
        return { isRead: true, mentions: { complaints: ['waiting'], praises: [] } };
      },
    });
    recorder.hear(thread([message('m1', 'Nobody answers.')]));
    await recorder.write();
    expect([...store.sayings.values()]).toMatchObject([{ voice: null, complaints: ['waiting'] }]);
  });
});
