import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { gapsOf } from '../../shared/model/evidence.ts';
import { outputs, probeSteps, type Step, variables } from '../../shared/model/stack-names.ts';
import { sendBrokenResult } from './support/drill/broken-result.ts';
import { blindAfterMinutes, bouncing, cadence, reader } from './support/drill/configuration.ts';
import { aDrillGround, type DrillGround } from './support/drill/drill-ground.ts';
import type { Fault } from './support/drill/fault.ts';
import { begin, caughtUp, end, heard, over, sentByNotify } from './support/drill/hearing.ts';
import { allStored, lostVisits, namedFromNow, runsOf, waitingResults } from './support/drill/losses.ts';
import { bucketRefuses, queueRefuses, subscribeInVain, topicRefuses } from './support/drill/resource-faults.ts';
import { hopelessAudit, lastAudit, start } from './support/drill/seldom.ts';
import {
  cutOff,
  denied,
  kill,
  mayNotStart,
  scheduleDenied,
  throwing,
  unscheduled,
} from './support/drill/step-faults.ts';
import { queueNamed } from './support/queues.ts';

let ground: DrillGround;
const started = performance.now();

beforeAll(async () => {
  ground = await aDrillGround();
  lap('deployed');
}, 600_000);

afterAll(() => ground?.close());

beforeEach((context) => {
  onTestFailed(() => console.log(ground.ministack.log().slice(-6000)));
  return () => lap(context.task.name);
});

function lap(what: string): void {
  console.log(`${Math.round((performance.now() - started) / 1000)} s, minute ${ground.time.minute()}  ${what}`);
}

test('a new stack says that nothing was measured yet, and then that all is well', async () => {
  await ground.drills.pass(1);
  expect(ground.drills.operations).toContainEqual(
    expect.objectContaining({ alarm: { name: 'no-results', state: 'ALARM' } }),
  );
  await over(ground, 'no-results', 10, 0);
  await caughtUp(ground, 0);
  // Until the test of the weekly mail.
  await begin(ground, noDigest());
});

test.each([
  ['switched off', unscheduled],
  ['refused', scheduleDenied],
])('the schedule of dispatch is %s', async (_, fault) => {
  const silenced = fault(ground, 'dispatch');
  const since = await begin(ground, silenced);
  await heard(ground, 'the schedule is off', 1, since);
  const mended = await end(ground, silenced);
  await over(ground, 'dispatch-silent', 2, mended);
  await caughtUp(ground, mended);
});

/** The steps behind dispatch, but for evaluate: without those two nothing else moves. */
const leaves = ['probe-availability', 'probe-page', 'probe-lighthouse', 'probe-social', 'notify', 'digest'] as const;

test('each step that throws is named, and goes on once it is mended', async () => {
  const since = await failsOnce(throwing(ground, 'dispatch', variables.table));
  const needed = (step: Step) => (step.startsWith('probe-') ? variables.evidenceBucket : variables.table);
  const faults = leaves.map((step) => throwing(ground, step, needed(step)));
  await allFail(faults, since, /environment variable/);
});

/** The checks whose visits wait in a queue. */
const queued = ['website/contacts@mobile', 'website/page-load@mobile', 'facebook/responses'];

let cutOffSince: number;
const cuts = () => [cutOff(ground, 'probe-page'), cutOff(ground, 'probe-social')];

test('what nothing starts any more waits, while the rest goes on', async () => {
  cutOffSince = await begin(ground, ...cuts());
});

const tableOff = ['evaluate', 'dispatch', 'notify', 'digest'] as const;

test.each([
  ['throws', () => [throwing(ground, 'evaluate', variables.table)]],
  ['may do nothing', () => [denied(ground, 'evaluate')]],
  ['finds the table switched off', () => tableOff.map((step) => denied(ground, step, ['dynamodb:*']))],
])('evaluate %s: results wait for it, and none is lost', async (_, faults) => {
  const stopped = faults();
  const since = await begin(ground, ...stopped);
  await heard(ground, '`evaluate` fails', cadence.drain, since);
  const waiting = await waitingResults(ground);
  expect(waiting.length).toBeGreaterThan(0);
  const mended = await end(ground, ...stopped);
  await allStored(ground, waiting, cadence.drain);
  await over(ground, 'results-waiting', 20, mended);
});

test('with nobody but dispatch to wake evaluate, lights are minutes late and no alarm rings', async () => {
  const asleep = probeSteps.map((probe) => mayNotStart(ground, probe, 'evaluate'));
  const rung = ground.drills.operations.length;
  await begin(ground, ...asleep);
  await ground.drills.pass(2 * cadence.drain);
  expect(ground.drills.operations.slice(rung).filter(({ alarm }) => alarm?.state === 'ALARM')).toEqual([]);
  const isNamed = await namedFromNow(ground);
  const nobody = mayNotStart(ground, 'dispatch', 'evaluate');
  const since = await begin(ground, nobody);
  await heard(ground, 'no result from the most frequent check', cadence.availability, since);
  const waiting = await waitingResults(ground);
  expect(await isNamed('dispatch', /evaluate could not be woken/)).toBe(true);
  await end(ground, nobody, ...asleep);
  await allStored(ground, waiting, cadence.drain);
});

test('visits that nothing takes ring, then their lights are reported lost, and all of them are made up for', async () => {
  await heard(ground, '`probe-page` or', cadence.page, cutOffSince);
  expect(ground.drills.alarms.stateOf('probe-social-visits-waiting')).toBe('ALARM');
  const unmeasurable = () => new Set(notices().flatMap(({ checkId, reason }) => (reason === 'blind' ? checkId : [])));
  const patience = cadence.page + blindAfterMinutes + cadence.sweep;
  const left = Math.max(0, cutOffSince + patience - ground.time.minute());
  await ground.drills.until('Lights that are lost', left, () => unmeasurable().size === queued.length);
  expect(unmeasurable()).toEqual(new Set(queued));
  const mended = await end(ground, ...cuts());
  await caughtUp(ground, mended);
  await over(ground, 'probe-page-visits-waiting', 25, mended);
  await over(ground, 'probe-social-visits-waiting', 25, mended);
  expect(await ground.drills.lying('ProbePageVisits')).toEqual([]);
});

test('what dispatch may not start is named, and an audit that was not started is made up for', async () => {
  const targets = ['probe-availability', 'probe-lighthouse'] as const;
  const stopped = [
    ...targets.map((step) => mayNotStart(ground, 'dispatch', step)),
    queueRefuses(ground, await queueNamed(ground.account, ground.stack, 'ProbePageVisits')),
  ];
  const audit = { scheduledAt: lastAudit(ground) };
  const isNamed = await namedFromNow(ground);
  const since = await begin(ground, ...stopped);
  await start(ground, 'dispatch', audit);
  await ground.drills.pass(cadence.page);
  for (const step of [...targets, 'probe-page']) {
    expect(await isNamed('dispatch', new RegExp(`The visits to ${step} could not be sent`)), step).toBe(true);
  }
  await heard(ground, '`dispatch` starts and fails', 1, since);
  const mended = await end(ground, ...stopped);
  await start(ground, 'dispatch', audit);
  await allStored(ground, [{ checkId: 'website/lighthouse', ...audit }], 5);
  await caughtUp(ground, mended);
});

test('a visit whose function was killed is made again', async () => {
  const queue = 'ProbePageVisits';
  const killing = (async () => {
    for (let looked = 0; looked < 3000; looked++) {
      const [visit] = await ground.drills.lying(queue);
      if (visit?.received === 1) {
        await kill(ground, 'probe-page');
        return runsOf(visit.body);
      }
      await sleep(20);
    }
    throw new Error('There was no visit to be killed.');
  })();
  await ground.drills.pass(cadence.page + 1);
  await allStored(ground, await killing, 1);
  expect(await ground.drills.lying(queue)).toEqual([]);
});

test('the weekly mail that its schedule did not start is missed, then sent once, and what came back of it rings', async () => {
  const { drills, mailbox, time } = ground;
  expect(sentByNotify(ground, /The weekly digest of .* may not have reached 2 of 2 readers/)).toBe(true);
  expect(mailbox.mails).toEqual([]);
  await end(ground, noDigest());
  await start(ground, 'digest', { scheduledAt: time.instant() });
  await heard(ground, 'a reader', 1, time.minute());
  await start(ground, 'digest', { scheduledAt: time.instant() });
  await over(ground, 'digest-bounced', 25, time.minute());
  expect(mailbox.mails.flatMap((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim() ?? []).toSorted()).toEqual(
    [bouncing, reader].toSorted(),
  );
  expect(drills.alarms.stateOf('digest-bounced')).toBe('OK');
});

test('each step that may do nothing is named, and goes on once it may', async () => {
  await lossesAreOld();
  const since = await failsOnce(denied(ground, 'dispatch'));
  await allFail(
    leaves.map((step) => denied(ground, step)),
    since,
    /not authorized|AccessDenied/,
  );
});

test('a phone is gone while topic, stream and bucket are off: operations hear, and the alert comes once, and late', async () => {
  const { demo, drills, stores, outputs: values } = ground;
  const bucket = bucketRefuses(ground, values[outputs.evidenceBucket] ?? '');
  const topic = topicRefuses(ground, values[outputs.alertsTopic] ?? '');
  const stream = cutOff(ground, 'notify');
  const availability = queueRefuses(ground, await queueNamed(ground.account, ground.stack, 'ProbeAvailabilityResults'));
  await lossesAreOld();
  const isNamed = await namedFromNow(ground);
  const since = await begin(ground, bucket, topic, stream, availability);
  await demo.switchOn('phone-removed');
  await heard(ground, 'a plain request', cadence.availability, since);
  await drills.until('A sweep that cannot send', 60, () => isNamed('notify', /SNS|AuthorizationError|not authorized/i));
  expect(await isNamed('probe-availability', /not authorized|AccessDenied|denied/i)).toBe(true);
  await subscribeInVain(ground, values[outputs.alertsTopic] ?? '');
  await end(ground, topic, availability);
  await drills.until('The alert', cadence.sweep, () => timesSent('opened') === 1);
  await drills.until('That it was late', 1, () => sentByNotify(ground, /An alert was late/));
  await heard(ground, 'a subscriber of `alerts`', 0, ground.time.minute() - 1);
  const [result] = (await stores.results.list('website/page-load@mobile', { from: '2000', to: '3000' })).toReversed();
  expect(gapsOf(result?.details ?? {})).toContainEqual(expect.objectContaining({ why: 'refused' }));
  const mended = await end(ground, stream, bucket);
  await demo.switchOff('phone-removed');
  await drills.until('The resolution', 3 * cadence.page, () => timesSent('resolved') === 1);
  await caughtUp(ground, mended);
});

test('a single result that cannot be stored rings, holds up no other, and is put aside', async () => {
  const broken = await sendBrokenResult(ground);
  const since = ground.time.minute();
  await heard(ground, 'a single result', cadence.drain, since);
  await caughtUp(ground, since);
  await broken.useUpTries(6);
  await ground.drills.until('It is put aside', 7 * cadence.drain, broken.isPutAside);
  await over(ground, 'results-waiting', 25, ground.time.minute());
});

test('every alarm has rung, every end was sent, and nothing was sent twice', async () => {
  const { alarms } = ground.drills;
  const silent = alarms.alarms.filter(
    ({ name }) => !alarms.changes.some((each) => each.name === name && each.to === 'ALARM'),
  );
  expect(silent).toEqual([]);
  const endless = alarms.alarms.filter(
    ({ name, notifiesItsEnd }) =>
      notifiesItsEnd && !alarms.changes.some((each) => each.name === name && each.from === 'ALARM' && each.to === 'OK'),
  );
  expect(endless).toEqual([]);
  const sent = notices().map(({ checkId, subjectAt, reason, n }) => `${checkId} ${subjectAt} ${reason} ${n}`);
  expect(sent).toEqual([...new Set(sent)]);
  expect(await waitingResults(ground)).toEqual([]);
});

function notices() {
  return ground.drills.alerts.flatMap((alert) => alert?.notices ?? []);
}

function timesSent(sent: string): number {
  return notices().filter(({ checkId, reason }) => checkId === 'website/contacts@mobile' && reason === sent).length;
}

const noDigest = (): Fault => unscheduled(ground, 'digest');

/** One minute in which dispatch fails. @returns when it began */
async function failsOnce(fault: Fault): Promise<number> {
  const since = await begin(ground, fault);
  await ground.drills.pass(1);
  await end(ground, fault);
  return since;
}

/** An alarm on losses rings for those that come later than twenty minutes after the one before. */
async function lossesAreOld(): Promise<void> {
  const { alarms, until } = ground.drills;
  const states = () => [alarms.stateOf('work-lost'), alarms.stateOf('visits-lost')];
  await until('Minutes without a loss', 40, () => states().every((state) => state === 'OK'));
}

/** Also those that would not be started for hours or days. */
async function allFail(faults: readonly Fault[], dispatchFailed: number, why: RegExp): Promise<void> {
  const isNamed = await namedFromNow(ground);
  const { length } = await lostVisits(ground);
  const since = await begin(ground, ...faults);
  await start(ground, 'digest', { scheduledAt: ground.time.instant() });
  await start(ground, 'probe-lighthouse', hopelessAudit(ground));
  await heard(ground, '`dispatch` starts and fails', 1, dispatchFailed);
  await heard(ground, 'a visit to a page', Math.max(cadence.page, cadence.social), since);
  await heard(ground, 'no result from the most frequent check', cadence.availability, since);
  await ground.drills.until('A sweep that fails', cadence.sweep, () => isNamed('notify', why));
  for (const step of ['probe-availability', 'probe-lighthouse', 'digest'] as const) {
    expect(await isNamed(step, why), step).toBe(true);
  }
  const lost = async () => new Set((await lostVisits(ground)).slice(length));
  const areAll = async () => (await lost()).size === queued.length;
  await ground.drills.until('A lost visit of each probe', cadence.social, areAll);
  expect(await lost()).toEqual(new Set(queued));
  const mended = await end(ground, ...faults);
  await over(ground, 'no-results', 15, mended);
  await caughtUp(ground, mended);
}
