import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inEnglish } from '../support/said.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { endlessPages } from './endless.ts';
import { fightingPages } from './fighting.ts';
import { greedyPages } from './greedy.ts';
import { strangePages } from './strange.ts';
import { visitHostile } from './visit-hostile.ts';

/**
 * The pages that differ in their mechanism, looked at by the probe that does most with a page and without throttling. Each
 * has a browser of its own, because that is what it tries to break. `npm run bench -- hostile` visits all, with every probe.
 */
let badTls: TestServer;
beforeAll(async () => {
  badTls = await serve({}, { tls: true });
});
afterAll(() => badTls.close());

/** Generous where only a busy machine needs it: none of these pages lasts until the end of an attempt. */
const limits = { attemptMs: 30_000, loadMs: 3_000 };
/** A page that computes for ever does so until the end of whatever it is given, twice. */
const frozenLimits = { ...limits, loadMs: 1_000 };

describe('a visit to a hostile page has its right outcome in time, and leaves nothing behind', () => {
  const names = [...endlessPages, ...fightingPages, ...greedyPages, ...strangePages('https://127.0.0.1:1/')]
    .filter(({ always }) => always)
    .map(({ name }) => name);

  it.each(names)('%s', { timeout: 150_000 }, async (name) => {
    const pages = [...endlessPages, ...fightingPages, ...greedyPages, ...strangePages(badTls.url)];
    const hostile = pages.find((page) => page.name === name);
    if (hostile === undefined) throw new Error(`There is no hostile page called ${name}.`);
    const isFrozen = hostile.contacts === 'failed: frozen';
    const survey = await visitHostile(hostile, ['contacts'], isFrozen ? frozenLimits : limits);
    expect(survey.faults).toEqual([]);
  });
});

describe('Lighthouse on a page that eats memory comes to its right outcome in time, within the limit', () => {
  const greedy = greedyPages.filter(({ lighthouse }) => lighthouse !== undefined);

  it.each(greedy)('$name', { timeout: 150_000 }, async (page) => {
    const { faults, results } = await visitHostile(page, ['lighthouse'], { attemptMs: 45_000, loadMs: 3_000 });
    expect(faults).toEqual([]);
    const [worded] = results.map((result) => inEnglish(result));
    expect(worded?.reason).toContain('it needs more memory than a phone has');
  });
});
