import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemoScorecards } from '../../cli/local/demo-scorecards.ts';
import { createImportFolders } from '../../cli/local/import-folders.ts';
import { type CoffeeLabPages, coffeeLabSecrets, openCoffeeLabPages } from '../../examples/social-stubs/coffee-lab.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Check } from '../../shared/model/check.ts';
import { criteriaDetailsSchema } from '../../shared/model/criteria.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { memoryStore } from '../social/support/memory-store.ts';

/** Friday afternoon: the demo's last five days are working days. */
const now = Date.parse('2026-11-27T13:00:00Z');

let pages: CoffeeLabPages;
let folder: string;
let checks: readonly Check[];

beforeAll(async () => {
  pages = await openCoffeeLabPages(() => now);
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-demo-'));
  await mkdir(path.join(folder, 'calls', 'phone'), { recursive: true });
  await writeFile(path.join(folder, 'calls', 'phone', 'calls.csv'), pages.calls);
  for (const [kind, id, content] of [
    ['surveys', 'survey', pages.survey],
    ['orders', 'orders', pages.orders],
  ] as const) {
    await mkdir(path.join(folder, kind, id), { recursive: true });
    await writeFile(path.join(folder, kind, id, 'export.csv'), content);
  }
  await writeDemoScorecards(folder, now);
  const file = await readFile(new URL('../../examples/demo-business/touchpoints.yaml', import.meta.url), 'utf8');
  const reading = parseConfiguration(file.replace('127.0.0.1:8084', pages.mailServer), 'demo.yaml', '2026-11-27');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  checks = reading.configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
});
afterAll(async () => {
  await pages.close();
  await rm(folder, { recursive: true });
});

/** As the demo polls it. */
async function poll(checkId: string, secrets: Readonly<Record<string, string>> = coffeeLabSecrets) {
  const check = checks.find(({ id }) => id === checkId);
  if (check === undefined) throw new Error(`The demo has no ${checkId}.`);
  const conversations = memoryStore();
  const request = { scheduledAt: toInstant(now), confirmation: false, checks: [check] };
  const [result] = await runPoll(request, {
    evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
    secrets: { read: async (name) => secrets[name] ?? '' },
    conversations,
    importFolders: createImportFolders(folder),
    now: () => now,
    progress: () => {},
    onFault: (_, error) => expect.fail(String(error)),
    network: 'any',
  });
  if (result === undefined) throw new Error('A poll yields a result.');
  const { light, headline } = judge(result, check);
  const kept = [...conversations.conversations.values()].toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
  const says = wordStatement(result.reason, 'en');
  return { light, result, reason: wordFinding(headline.finding, check.probe, 'en').sentence, says, kept };
}

describe("the demo's mailbox", () => {
  it('is read: two wait, one was answered in time, one late, and machines wait for nothing', async () => {
    const { light, reason, kept } = await poll('mailbox/responses');
    expect(light).toBe('red');
    expect(reason).toContain('to the mail in INBOX: “Wholesale prices for a restaurant”');
    expect(
      kept.map(({ state, reason: why, author, responseMinutes, viaForm }) => [
        state,
        why,
        author,
        responseMinutes,
        viaForm,
      ]),
    ).toEqual([
      ['answered', 'answered', '', (5 + 8 + 2) * 60, undefined],
      ['waiting', 'unanswered', 'Maria S.', null, undefined],
      ['waiting', 'unanswered', 'Dmytro K.', null, true],
      ['answered', 'answered', '', 48, undefined],
      ['no-reply-needed', 'automatic', '', null, undefined],
      ['no-reply-needed', 'newsletter', '', null, undefined],
    ]);
  });

  it("shows what a visitor of the website wrote without the form's labels and without the address", async () => {
    const { kept } = await poll('mailbox/responses');
    expect(kept.find(({ viaForm }) => viaForm)?.text).toBe('Do you deliver to Lviv on Saturdays?');
  });

  it('lets nobody in with another password', async () => {
    const { light, reason } = await poll('mailbox/responses', { 'hello-mailbox': 'guessed' });
    expect(light).toBe('unknown');
    expect(reason).toContain('AUTHENTICATIONFAILED');
  });

  it('refuses whatever would change it, and everything before the login', async () => {
    const said = await talk(['a SELECT INBOX', `b LOGIN hello@coffeelab.example ${coffeeLabSecrets['hello-mailbox']}`]);
    expect(said).toEqual(['a BAD Log in first', 'b OK Welcome']);
    const changes = await talk([
      `a LOGIN "hello@coffeelab.example" "${coffeeLabSecrets['hello-mailbox']}"`,
      'b SELECT INBOX',
      'c UID STORE 1 +FLAGS (\\Deleted)',
      'd EXPUNGE',
      'e APPEND INBOX {3}',
      'f EXAMINE Drafts',
    ]);
    expect(changes.slice(1)).toEqual([
      'b BAD This mailbox can only be read',
      'c BAD This mailbox can only be read',
      'd BAD This mailbox can only be read',
      'e BAD This mailbox can only be read',
      'f NO [NONEXISTENT] No such folder',
    ]);
  });
});

it("the demo's phone is read: one caller was never called back, one late, one at once, and three got through", async () => {
  const { light, reason, kept } = await poll('phone/responses');
  expect(light).toBe('red');
  expect(reason).toMatch(/^No call back for .* \(missed call: Mon 23 Nov 2026, 10:06\)/);
  expect(kept.map(({ state, reason: why, author }) => [state, why, author])).toEqual([
    ['answered', 'answered', '…0011'],
    ['waiting', 'unanswered', '…2233'],
    ['answered', 'picked-up', '…4455'],
    ['answered', 'picked-up', '…6677'],
    ['answered', 'answered', '…8899'],
    ['answered', 'picked-up', '…2211'],
  ]);
});

/** Says all lines at once. @returns the tagged answers */
async function talk(lines: readonly string[]): Promise<string[]> {
  const socket = connect(Number(pages.mailServer.split(':')[1]), '127.0.0.1');
  socket.setEncoding('utf8');
  socket.write(`${[...lines, 'z LOGOUT'].join('\r\n')}\r\n`);
  let said = '';
  for await (const chunk of socket) {
    said += String(chunk);
    if (said.includes('z OK')) break;
  }
  return said.split('\r\n').filter((line) => /^[a-y] /.test(line));
}

describe("the demo's survey and orders", () => {
  it('say that customers are as pleased as before, and come back as often', async () => {
    const survey = await poll('survey/survey');
    expect(survey).toMatchObject({ light: 'green', reason: 'The net promoter score has not fallen.' });
    expect(new Set(survey.kept.map(({ kind, text }) => `${kind}: ${text}`))).toEqual(
      new Set([
        'survey: Great flat white',
        'survey: Friendly, and quick',
        'survey: The queue at noon',
        'survey: Parcels take a week',
      ]),
    );
    expect(survey.says).toBe(
      'The net promoter score is 51 (±17) from 75 answers in the last 90 days; in the 90 days before that, it was 37 (±18) from 75 answers.',
    );
    const orders = await poll('orders/orders');
    expect(orders).toMatchObject({ light: 'green', reason: 'As many customers come back as before.', kept: [] });
    expect(orders.says).toBe(
      '45% (±10%) of 95 customers bought again within the last 365 days; in the 365 days before that, it was 43% (±10%) of 92 customers (index: 104; 100 is no change).',
    );
  });
});

describe("the demo's shop floor", () => {
  it('was assessed on five visits by two people, and is green although one person forgets to say goodbye', async () => {
    const { light, result } = await poll('shop-floor/scorecard');
    expect(light).toBe('green');
    expect(result.measurements).toMatchObject({ criticalFailures: 0, score: 0.904643, visits: 5 });
    expect(wordStatement(result.reason, 'en')).toBe(
      'The scorecard "A visit in person" is at 90% (5 visits, the latest Wed 25 Nov 2026, 10:15). People who assessed the same visit agree on 91% of the answers.',
    );
    const { table } = criteriaDetailsSchema.parse(result.details);
    expect(table.at(-1)?.byContact).toEqual([
      { contact: 'barista', share: 1, n: 2 },
      { contact: 'manager', share: 1, n: 1 },
      { contact: 'shift-leader', share: 0, n: 2 },
    ]);
  });
});
