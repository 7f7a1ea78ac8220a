import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createImportFolders } from '../../cli/local/import-folders.ts';
import { type PollDeps, runPoll } from '../../functions/probe-social/run-poll.ts';
import { advanceStatus } from '../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import type { Check } from '../../shared/model/check.ts';
import { criteriaDetailsSchema } from '../../shared/model/criteria.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { ScoredVisit } from '../../shared/model/scorecard.ts';
import type { Status } from '../../shared/model/status.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { scorecardThresholds } from '../../shared/probes/scorecard/spec.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { aSheet, flawless, phoneCard } from '../support/a-scorecard.ts';
import { inEnglish } from '../support/said.ts';

let folder: string;
let now: number;
let status: Status | null;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-scorecards-'));
  await mkdir(path.join(folder, 'scorecards', 'floor'), { recursive: true });
  now = Date.parse('2026-11-23T09:00:00.000Z');
  status = null;
});
afterEach(() => rm(folder, { recursive: true }));

const check: Check = aCheck({
  id: 'floor/scorecard',
  url: null,
  options: {
    template: JSON.parse(JSON.stringify(phoneCard)),
    templateName: 'phone',
    folder: null,
    timeZone: 'Europe/Kyiv',
  },
  thresholds: scorecardThresholds(phoneCard),
  policy: { failuresToOpen: 1, successesToResolve: 1 },
});

const put = (name: string, content: string | readonly ScoredVisit[]): Promise<void> =>
  writeFile(
    path.join(folder, 'scorecards', 'floor', name),
    typeof content === 'string' ? content : JSON.stringify(content),
  );

/** One run, and what it does to the light. */
async function look() {
  const deps: PollDeps = {
    evidence: { put: () => Promise.reject(new Error('A scorecard has no evidence.')) },
    secrets: { read: () => Promise.reject(new Error('Scorecards are read without a secret.')) },
    conversations: memoryStore(),
    importFolders: createImportFolders(folder),
    now: () => now,
    progress: () => {},
    onFault: (_, error) => expect.fail(String(error)),
    network: 'any',
  };
  const [result] = await runPoll({ scheduledAt: toInstant(now), confirmation: false, checks: [check] }, deps);
  if (result === undefined) throw new Error('A run yields a result.');
  const step = advanceStatus(status, judge(result, check), result, check, 'Europe/Kyiv');
  status = step.next;
  now += 3_600_000;
  const { reason, facts, cause, measurements, details } = inEnglish(result);
  return { light: step.next.light, step: step.reason, cause, reason, facts, measurements, details };
}

test('without a file the light is grey, and says how to begin', async () => {
  expect(await look()).toMatchObject({
    light: 'unknown',
    cause: 'not-assessed',
    reason: `Nobody has assessed it yet. "touchlight score new phone" makes a form that takes ten minutes to fill in; put the answers into ${path.join(folder, 'scorecards', 'floor')}.`,
  });
});

test('a flawless visit is green, with how many and when', async () => {
  await put('visit.json', [aSheet(flawless)]);
  expect(await look()).toMatchObject({
    light: 'green',
    measurements: { score: 1, criticalFailures: 0, answeredShare: 1, visits: 1 },
    reason: 'The scorecard "Phone call" is at 100% (1 visit, the latest Fri 20 Nov 2026, 12:00).',
    details: { place: 'phone', faults: 0 },
  });
});

test('a middling score is yellow and a poor one red, with the weakest section', async () => {
  await put('a.json', [aSheet({ ...flawless, tone: 'cold' })]);
  const yellow = await look();
  expect(yellow).toMatchObject({ light: 'yellow', measurements: { score: 0.7 }, step: 'opened' });
  expect(yellow.facts['score']).toBe(
    'From 1 visit, the latest Fri 20 Nov 2026, 12:00; weakest section: "Closing" (0%).',
  );
  await put('b.json', [aSheet({ ...flawless, tone: 'cold', solved: 2, rings: 8 }, { visit: 'v2' })]);
  await put('c.json', [aSheet({ ...flawless, tone: 'cold', solved: 2, rings: 8 }, { visit: 'v3' })]);
  const red = await look();
  expect(red).toMatchObject({ light: 'red', step: 'worsened', measurements: { visits: 3, criticalFailures: 0 } });
  expect(red.measurements['score']).toBeLessThan(0.6);
});

test('a score at the red bound itself is yellow still, as the template says', async () => {
  // 20 of 20 for the opening, 40 of 50 for the solution, nothing for the closing.
  await put('a.json', [aSheet({ rings: 3, greeting: 'yes', solved: 4, tone: 'cold' })]);
  expect(await look()).toMatchObject({ light: 'yellow', measurements: { score: 0.6 } });
});

test('a critical failure opens an incident at the first run, once, and a newer visit ends it', async () => {
  await put('a.json', [aSheet({ ...flawless, callback: 'no' })]);
  const red = await look();
  expect(red).toMatchObject({ light: 'red', step: 'opened', measurements: { criticalFailures: 1, score: 0.75 } });
  expect(red.facts['criticalFailures']).toBe(
    '"Promised call-back kept" failed at the latest visit (Fri 20 Nov 2026, 12:00; 1 visit, score 75%).',
  );
  expect(await look()).toMatchObject({ light: 'red', step: 'continuing' });
  await put('b.json', [aSheet(flawless, { visit: 'v2', at: '2026-11-22T10:00:00.000Z' })]);
  expect(await look()).toMatchObject({
    light: 'green',
    step: 'resolved',
    measurements: { criticalFailures: 0, visits: 2 },
  });
});

test('too few answers are grey, and no answers from before are forgotten by it', async () => {
  await put('a.json', [aSheet({ rings: 2, greeting: 'yes' })]);
  expect(await look()).toMatchObject({
    light: 'unknown',
    cause: 'too-little-assessed',
    reason:
      'Only 20% of the scorecard was answered (1 visit, the latest Fri 20 Nov 2026, 12:00), too little for a score. Assess another visit and answer more of the questions: at least 60% by weight.',
  });
});

test('what is older than it counts is grey, with the last score', async () => {
  await put('a.json', [aSheet(flawless)]);
  now += 90 * dayMs;
  expect(await look()).toMatchObject({
    light: 'unknown',
    cause: 'assessment-outdated',
    reason:
      'The last visit was Fri 20 Nov 2026, 12:00, and a visit only counts for 90 days. The score was 100% (1 visit). Assess another visit.',
  });
});

test('one bad file harms no other, and is told', async () => {
  await put('bad.json', '{ "scorecard": "phone-call", "vis');
  await put('good.json', [aSheet(flawless)]);
  const read = await look();
  expect(read).toMatchObject({ light: 'green', measurements: { visits: 1 } });
  expect(read.reason).toContain('The file "bad.json" could not be read.');
});

test('a table from Excel counts row by row: what is at fault is named by its row and column', async () => {
  const rows = [
    'visit;at;evaluator;contact;rings;greeting;solved;callback;tone',
    '1;20.11.2026 14:30;MK;shift lead;2,5;так;5;;warm',
    '2;20.11.2026 15:30;MK;barista;2;так;9;;warm',
    '3;03/04/2026;MK;barista;2;так;5;;warm',
  ];
  await put('excel.csv', `\ufeff${rows.join('\r\n')}\r\n`);
  const read = await look();
  expect(read.measurements).toMatchObject({ visits: 1, score: 1, criticalFailures: 0 });
  expect(read.reason).toBe(
    'The scorecard "Phone call" is at 100% (1 visit, the latest Fri 20 Nov 2026, 15:30). The file "excel.csv" has 2 rows or answers that could not be read and do not count (the first: row 3, column "solved"). "touchlight score import" lists everything.',
  );
});

test('visits of two days that share a name are told beside the light, since they count as one', async () => {
  await put('a.json', [aSheet(flawless)]);
  await put('b.json', [aSheet(flawless, { at: '2026-11-22T10:00:00.000Z' })]);
  expect((await look()).reason).toBe(
    'The scorecard "Phone call" is at 100% (1 visit, the latest Sun 22 Nov 2026, 12:00). In the file "b.json", 1 visit has the name of a visit on another day, so that each name counts as one visit. Give each visit a name of its own.',
  );
});

test('of very many people a result keeps the first by name, and how many there were', async () => {
  const people = Array.from({ length: 400 }, (_, n) => aSheet(flawless, { visit: `v${n}`, contact: `P${1000 + n}` }));
  await put('a.json', people);
  const { contacts, table } = criteriaDetailsSchema.parse((await look()).details);
  expect([contacts, ...table.map(({ byContact }) => byContact.length)]).toEqual([400, 300, 300, 300, 300, 300]);
});

test('where nothing can be read, the light is grey and names the file', async () => {
  await put('bad.json', 'PK\u0003\u0004');
  const read = await look();
  expect(read).toMatchObject({ light: 'unknown', cause: 'answers-unreadable' });
  expect(read.reason).toContain('The file "bad.json" could not be read.');
});
