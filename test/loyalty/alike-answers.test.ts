import { expect, it } from 'vitest';
import { forgetAuthor } from '../../functions/probe-social/forget-author.ts';
import { type MemoryStore, memoryStore } from '../social/support/memory-store.ts';
import { daysAgo, read } from './support.ts';
import { csv } from './written.ts';

type Cells = readonly (string | number)[];

const at = `${daysAgo(3, 0)}Z`;
const head = ['Timestamp', 'Email', 'Would you recommend us?', 'Why?'];
const ann: Cells = [at, 'ann@mail.example', 3, 'Nobody called back'];
const eve: Cells = [at, 'eve@mail.example', 3, 'The coffee was cold'];
const bob: Cells = [at, 'bob@mail.example', 3, 'It was too loud'];
/** Another column, and no addresses any more. */
const withoutAddress = ([when = '', , score = 0, why = '']: Cells): Cells => [when, score, why];

const poll = (store: MemoryStore, ...rows: readonly Cells[]) =>
  read('surveys', { files: { 'answers.csv': csv([head, ...rows]) }, store });
const pollWithoutAddress = (store: MemoryStore, ...rows: readonly Cells[]) => {
  const written = [['Timestamp', 'Would you recommend us?', 'Why?'], ...rows.map(withoutAddress)];
  return read('surveys', { files: { 'answers.csv': csv(written) }, store });
};
const textsIn = (store: MemoryStore): string[] =>
  [...store.conversations.values()].map(({ text }) => text).filter((text) => text !== '');

/** Two customers answered in the same second, in a survey without ids, and Ann asked to be forgotten. */
async function withoutAnn(): Promise<MemoryStore> {
  const { store } = await poll(memoryStore(), ann, eve);
  expect(await forgetAuthor('survey/survey', 'ann@mail.example', store)).toBe(1);
  expect(textsIn(store)).toEqual(['The coffee was cold']);
  return store;
}

it.each<[string, readonly Cells[]]>([
  ['in the same order', [ann, eve]],
  ['in another order', [eve, ann]],
  ['without the row of who was forgotten', [eve]],
])('who was forgotten stays so, and no other, where the file has them %s', async (_, rows) => {
  const store = await withoutAnn();
  await poll(store, ...rows);
  expect(textsIn(store)).toEqual(['The coffee was cold']);
  await poll(store, eve, ann);
  await poll(store, ann, eve);
  expect(textsIn(store)).toEqual(['The coffee was cold']);
});

it('is known by the words where a file has no addresses any more', async () => {
  const store = await withoutAnn();
  await pollWithoutAddress(store, eve, ann);
  expect(textsIn(store)).toEqual(['The coffee was cold']);
});

it('may be any of those that are not known again, and none of them is shown', async () => {
  const store = await withoutAnn();
  await poll(store, bob, ann, eve);
  expect(textsIn(store)).toEqual(['The coffee was cold']);
  await poll(store, eve, ann, bob);
  expect(textsIn(store)).toEqual(['The coffee was cold']);
});

it('leaves the voices of the others theirs, among what customers keep saying', async () => {
  const store = await withoutAnn();
  const voices = () =>
    [...store.sayings.values()].map(({ complaints, voice }) => [complaints.join(), voice]).toSorted();
  const before = voices();
  await poll(store, eve, ann);
  expect(voices()).toEqual(before);
  expect(before.filter(([, voice]) => voice === null)).toHaveLength(1);
});

it('has no other answers to be mistaken for where nobody was forgotten: each is kept once, in any order', async () => {
  const { store } = await poll(memoryStore(), ann, eve);
  const before = new Map([...store.conversations].map(([id, { text }]) => [id, text]));
  await poll(store, eve, ann);
  expect(new Map([...store.conversations].map(([id, { text }]) => [id, text]))).toEqual(before);
  await poll(store, bob, eve, ann);
  expect(textsIn(store)).toHaveLength(3);
});
