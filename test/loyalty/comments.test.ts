import { describe, expect, it } from 'vitest';
import { forgetAuthor } from '../../functions/probe-social/forget-author.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import { conversationSchema } from '../../shared/model/conversation.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { type MemoryStore, memoryStore } from '../social/support/memory-store.ts';
import { daysAgo, noon, read } from './support.ts';
import { csv } from './written.ts';

type Row = readonly (string | number)[];
const ago = (days: number, minute = 0): string => `${daysAgo(days, minute)}Z`;
const head = ['id', 'email', 'score', 'comment', 'permalink', 'created_at'];
const ann: Row = [1, 'Ann@Mail.example', 3, 'Nobody called back', 'https://survey.example/r/1', ago(40)];
const bob: Row = [2, 'bob@mail.example', 10, 'Great flat white', '', ago(2)];
const eve: Row = [3, 'eve@mail.example', 8, '', '', ago(1)];

const file = (...rows: readonly Row[]) => ({ 'answers.csv': csv([head, ...rows]) });

async function poll(files: Readonly<Record<string, string>>, store: MemoryStore, now = noon) {
  store.puts = 0;
  return read('surveys', { files, store, now });
}

const kept = (store: MemoryStore): Conversation[] =>
  [...store.conversations.values()]
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => (a.startedAt > b.startedAt ? -1 : 1));
const textsIn = (store: MemoryStore): string[] => kept(store).map(({ text }) => text);

describe('what customers write in a survey', () => {
  it('is kept where words of reviews are: with score, stars and link, without a name, and waits for nobody', async () => {
    const { store, raw } = await poll(file(ann, bob, eve), memoryStore());
    const [second, first, ...others] = kept(store);
    expect(others).toEqual([]);
    expect(first).toEqual({
      ...{ checkId: 'survey/survey', id: expect.stringMatching(/^[\w-]{22}$/), place: null, kind: 'survey' },
      ...{ state: 'no-reply-needed', reason: 'survey-comment', waitingSince: null, answeredAt: null },
      ...{ responseMinutes: null, nudgedAt: null, forgotten: false },
      startedAt: new Date(Date.parse(noon) - 40 * dayMs).toISOString(),
      closedAt: new Date(Date.parse(noon) - 40 * dayMs).toISOString(),
      keepUntil: new Date(Date.parse(noon) + 50 * dayMs).toISOString(),
      ...{ score: 3, rating: 1, text: 'Nobody called back', permalink: 'https://survey.example/r/1' },
      ...{ author: '', authorId: expect.stringMatching(/^[\w-]{22}$/) },
    });
    expect(second).toMatchObject({ score: 10, rating: 5, text: 'Great flat white', permalink: null });
    expect(conversationSchema.parse(first)).toEqual(first);
    expect(JSON.stringify([...store.conversations.values()])).not.toMatch(/mail\.example/i);
    expect(JSON.stringify(raw)).not.toMatch(/called|flat white|mail\.example|survey\.example/i);
  });

  it('is counted among what customers keep saying, by who wrote it, once however often the file is read', async () => {
    const store = memoryStore();
    await poll(file(ann, bob, eve), store);
    const said = () => [...store.sayings.values()].map(({ rating, complaints, voice }) => [rating, complaints, voice]);
    const once = said();
    expect(once).toEqual([
      [5, [], expect.any(String)],
      [1, ['no-answer'], expect.any(String)],
    ]);
    expect(JSON.stringify([...store.sayings.values()])).not.toMatch(/mail\.example|called|flat white/i);
    await poll(file(ann, bob, eve), store);
    expect(said()).toEqual(once);
    await forgetAuthor('survey/survey', 'Ann@Mail.example', store);
    await poll(file(ann, bob, eve), store);
    expect(said().map(([, complaints, voice]) => [complaints, voice !== null])).toEqual([
      [[], true],
      [['no-answer'], false],
    ]);
  });

  it('has the stars of its score: 6 and less are a bad review, 9 and 10 a good one', async () => {
    const rows = Array.from(
      { length: 11 },
      (_, score): Row => [score, `${score}@x.example`, score, `no ${score}`, '', ago(3)],
    );
    const { store } = await poll(file(...rows), memoryStore());
    const stars = kept(store).map(({ score = -1, rating }) => [score, rating] as const);
    expect(Object.fromEntries(stars)).toEqual({
      ...{ 0: 1, 1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2 },
      ...{ 7: 3, 8: 3, 9: 4, 10: 5 },
    });
  });

  it('is written once, however often and in however many files it is read', async () => {
    const { store } = await poll(file(ann, bob), memoryStore());
    expect(store.puts).toBe(2);
    await poll(file(ann, bob), store);
    expect(store.puts).toBe(0);
    await poll({ ...file(ann, bob), 'again.csv': csv([head, bob, ann]) }, store, '2026-11-17T10:00:00.000Z');
    expect(store.puts).toBe(0);
    expect(textsIn(store)).toEqual(['Great flat white', 'Nobody called back']);
  });

  it('is known again without an id, by time, score and words', async () => {
    const plain = csv([
      ['at', 'score', 'comment'],
      [ago(3), 4, 'Cold coffee'],
      [ago(3), 4, 'Slow'],
    ]);
    const { store } = await poll({ 'a.csv': plain }, memoryStore());
    await poll({ 'a.csv': plain, 'b.csv': plain }, store);
    expect([store.puts, textsIn(store).toSorted()]).toEqual([0, ['Cold coffee', 'Slow']]);
  });

  it('follows its file: what is changed there changes, and what is deleted there loses its words at once', async () => {
    const { store } = await poll(file(ann, bob), memoryStore());
    const [id, email, score, , link, at] = bob;
    await poll(file(ann, [id ?? 2, email ?? '', score ?? 10, 'Great coffee', link ?? '', at ?? '']), store);
    expect(textsIn(store)).toEqual(['Great coffee', 'Nobody called back']);
    await poll(file(ann), store);
    const gone = [...store.conversations.values()].find(({ text }) => text === '');
    expect(gone).toMatchObject({ state: 'gone', authorId: null, permalink: null, keepUntil: noon });
    expect([store.puts, textsIn(store)]).toEqual([1, ['Nobody called back']]);
    await poll(file(ann), store);
    expect(store.puts, 'once').toBe(0);
    await poll({}, store);
    expect(textsIn(store), 'of all files').toEqual([]);
    await poll(file(ann), store);
    expect(textsIn(store), 'and comes back with them').toEqual(['Nobody called back']);
  });

  it('stays as it was where a file cannot be read', async () => {
    const { store } = await poll(file(ann, bob), memoryStore());
    const { cause } = await poll({ ...file(ann), 'bad.csv': 'at,score\n2026-11-03,12\n' }, store);
    expect([cause, store.puts, textsIn(store).length]).toEqual(['unreadable-file', 0, 2]);
  });

  it('is short, and what is no letter in it does no harm', async () => {
    const long = `=HYPERLINK("http://x.example")\u202e ${'слово '.repeat(60)}`;
    const { store } = await poll(file([1, '', 5, long, 'javascript:alert(1)', ago(2)]), memoryStore());
    const [comment] = kept(store);
    expect(comment?.text).toMatch(/^=HYPERLINK\("http:\/\/x\.example"\) слово .*…$/u);
    expect(comment?.text.length).toBeLessThanOrEqual(140);
    expect(comment?.permalink).toBeNull();
  });

  it('is of the days that make the score, and of 90 at most', async () => {
    const old = (days: number): Row => [days, '', 5, `${days} days ago`, '', ago(days)];
    const all = file(old(5), old(40), old(89), old(91), old(200));
    expect(textsIn((await poll(all, memoryStore())).store)).toEqual(['5 days ago', '40 days ago', '89 days ago']);
    const windowed = async (window: number) =>
      textsIn((await read('surveys', { files: all, options: { windowDays: window } })).store);
    expect(await windowed(30)).toEqual(['5 days ago']);
    expect(await windowed(365)).toEqual(['5 days ago', '40 days ago', '89 days ago']);
  });
});

describe('what comments come to', () => {
  const said = (store: MemoryStore) => [...store.sayings.values()];
  const long = `${'We come here every week with the whole family. '.repeat(5)}The staff were rude.`;

  it('is counted like that of reviews, of all that was written, once however often it is read', async () => {
    const rude: Row = [7, 'ann@mail.example', 2, long, '', ago(5)];
    const { store } = await poll(file(rude, ann, bob), memoryStore());
    await poll(file(rude, ann, bob), store);
    const found = said(store).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    expect(found.map(({ kind, rating, complaints }) => [kind, rating, complaints])).toEqual([
      ['survey', 1, ['no-answer']],
      ['survey', 1, ['rude']],
      ['survey', 5, []],
    ]);
    expect(new Set(found.map(({ voice }) => voice)).size, 'one person wrote twice').toBe(2);
    expect(kept(store).map(({ text }) => text.includes('rude'))).not.toContain(true);
  });

  it('leads nobody back to who was forgotten, also when the file is read again', async () => {
    const { store } = await poll(file(ann, bob), memoryStore());
    await forgetAuthor('survey/survey', 'ann@mail.example', store);
    await poll(file(ann, bob), store);
    expect(said(store).filter(({ voice }) => voice === null)).toMatchObject([{ complaints: ['no-answer'] }]);
  });
});

describe('a long survey', () => {
  const rows = (from: number, to: number): Row[] =>
    Array.from(
      { length: to - from },
      (_, n): Row => [from + n, '', 7, `no. ${from + n}`, '', ago(80 - (from + n) / 20)],
    );

  it('leaves its 500 newest comments, and a day later only what is new is written and what it pushes out emptied', async () => {
    const { store } = await poll(file(...rows(0, 1200)), memoryStore());
    expect([store.puts, textsIn(store).length]).toEqual([500, 500]);
    expect([textsIn(store).at(0), textsIn(store).at(-1)]).toEqual(['no. 1199', 'no. 700']);
    await poll(file(...rows(0, 1230)), store);
    expect([store.puts, textsIn(store).length]).toEqual([60, 500]);
    expect([textsIn(store).at(0), textsIn(store).at(-1)]).toEqual(['no. 1229', 'no. 730']);
  });
});

describe('who asks to be forgotten', () => {
  const check = 'survey/survey';

  it('is found by the address in the file, however it is written, and does not come back with the file', async () => {
    const { store } = await poll(file(ann, bob), memoryStore());
    expect(await forgetAuthor(check, 'eve@mail.example', store)).toBe(0);
    expect(await forgetAuthor(check, ' ann@mail.EXAMPLE', store)).toBe(1);
    expect(textsIn(store)).toEqual(['Great flat white']);
    await poll(file(ann, bob), store);
    expect([store.puts, textsIn(store)]).toEqual([0, ['Great flat white']]);
    await poll(file(bob), store);
    await poll(file(ann, bob), store);
    expect(textsIn(store), 'not even when it was away').toEqual(['Great flat white']);
  });

  it('does not come back where the file tells its answers apart by another column than before', async () => {
    const answers: Row[] = [
      [ago(2), 'ann@mail.example', 3, 'Nobody called back'],
      [ago(3), 'bob@mail.example', 10, 'A great flat white'],
    ];
    const written = (...rows: readonly Row[]) => ({
      'a.csv': csv([['created_at', 'email', 'score', 'comment'], ...rows]),
    });
    const { store } = await poll(written(...answers), memoryStore());
    expect(await forgetAuthor(check, 'ann@mail.example', store)).toBe(1);
    // Now the addresses are longer than the comments.
    await poll(written(...answers, [ago(1), 'eve@mail.example', 8, 'ok']), store);
    expect(textsIn(store)).toEqual(['ok', 'A great flat white']);
    const complaining = [...store.sayings.values()].filter(({ complaints }) => complaints.length > 0);
    expect(complaining.map(({ voice }) => voice)).toEqual([null]);
  });

  it.each([
    ['a phone number', ['created_at', 'score', 'comment', 'Телефон'], '+38 (050) 111-22-33', '+380501112233'],
    ['a name', ['created_at', 'score', 'comment', 'Ім’я'], 'Олена Коваль', 'олена коваль'],
    ['the number of the answer', ['created_at', 'score', 'comment', 'Response ID'], 'r-4711', 'R-4711'],
  ])('is found by %s', async (_, names, written, asked) => {
    const content = csv([names, [ago(2), 4, 'Cold coffee', written], [ago(3), 9, 'Good', 'another one']]);
    const { store } = await poll({ 'a.csv': content }, memoryStore());
    expect(textsIn(store)).toEqual(['Cold coffee', 'Good']);
    expect(await forgetAuthor(check, asked, store)).toBe(1);
    expect(textsIn(store)).toEqual(['Good']);
  });
});

describe('the column of comments', () => {
  const said = ['The queue was long at noon', 'Friendly people and good coffee', 'Nobody called me back'];
  const found = async (names: readonly string[], cells: (n: number) => Row, options: Check['options'] = {}) => {
    const rows = Array.from({ length: 12 }, (_, n): Row => [ago(3, n), 7, ...cells(n)]);
    const { store } = await read('surveys', { files: { 'a.csv': csv([['at', 'score', ...names], ...rows]) }, options });
    return textsIn(store).length;
  };

  it('is found by its name, in three languages', async () => {
    const named = ['Comment', 'Why did you choose this score?', 'Коментар', 'Чому саме така оцінка?', 'Комментарий'];
    for (const name of named) expect(await found([name], (n) => [`ok ${n}`]), name).toBe(12);
  });

  it('is found by what stands there: sentences that differ', async () => {
    expect(await found(['Q2'], (n) => [`${said[n % 3]}, ${n}`])).toBe(12);
  });

  it.each([
    ['what is ticked', 'Q3', (n: number) => (n % 2 === 0 ? 'Very satisfied' : 'Not satisfied')],
    ['names', 'Name', (n: number) => `Ann Kovalenko ${'abcdefghijkl'[n]}`],
    ['addresses', 'Contact', (n: number) => `Ann Kovalenko <ann${n}@mail.example>`],
    ['links', 'Page', (n: number) => `https://shop.example/thank you/${n}`],
    ['browsers', 'User Agent', (n: number) => `Mozilla/5.0 (X11; Linux x86_64) Safari/${n}`],
    ['single words', 'Q4', (n: number) => `coffee${n}`],
  ])('is none of %s', async (_, name, cell) => {
    expect(await found([name], (n) => [cell(n)])).toBe(0);
  });

  it('is the one that touchpoints.yaml names', async () => {
    const cells = (n: number): Row => [`${said[n % 3]} ${n}`, `word${n}`];
    expect(await found(['Why?', 'Q5'], cells, { columns: { comment: 'Q5' } })).toBe(12);
  });
});
