import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { outputs } from '../../shared/model/stack-names.ts';
import type { Status } from '../../shared/model/status.ts';
import { stamped } from '../inbound/an-inbox.ts';
import { aMail, type MailParts } from '../mailbox/support/a-mail.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';
import { eventually } from './support/eventually.ts';
import { takeAlerts } from './support/heard-alerts.ts';

let deployed: DeployedStack;
let alertsQueue: string;

const template = `scorecard: floor
version: 1
title: Shop floor
place: live-contact
sections:
  - id: contact
    title: Contact
    weight: 100
    questions:
      - { id: greeting, ask: Was the customer greeted?, type: yes-no, weight: 9 }
      - { id: solved, ask: Was the question solved?, type: yes-no, critical: true }
`;

beforeAll(async () => {
  deployed = await aDeployedStack({
    stack: 'Incoming',
    configuration: `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
inbound: { domain: inbox.coffeelab.example }
touchpoints:
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example, sla: { firstResponse: 1h }, every: 1d }
  - { id: phone, kind: phone, source: csv, numbers: ["+380 44 123 45 67"], sla: { firstResponse: 1h }, every: 1d }
  - { id: shop-floor, kind: scorecard, template: scorecards/floor.yaml }
  - { id: nps, kind: survey }
`,
    beside: { 'scorecards/floor.yaml': template },
    context: { testsOnlyLeaveOutReceiptRules: 'yes' },
  });
  alertsQueue = await deployed.account.listenTo(deployed.outputs[outputs.alertsTopic] ?? '');
});

afterAll(() => deployed?.close());

beforeEach(() => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
});

test('without a file of calls, the phone’s light is grey and says where to put one', async () => {
  const status = await seenAs('phone/responses', 'unknown');
  expect(sentenceOf(status)).toContain(`s3://${deployed.bucket}/calls/phone/`);
});

test('a CSV put into the bucket turns the phone’s light: red for a missed call, green after the call back', async () => {
  const header = 'Time;Caller;Called;Status';
  const missed = `${hoursAgo(3)};0501112233;100;missed`;
  await deployed.put('calls/phone/calls.csv', `${header}\n${missed}\n`);
  const red = await seenAs('phone/responses', 'red');
  expect(sentenceOf(red)).toMatch(/No call back for 3 h( \d+ min)? of business time/);
  await deployed.put('calls/phone/2026-11/later.csv', `${header}\n${hoursAgo(1)};100;+380501112233;answered\n`);
  await seenAs('phone/responses', 'green');
});

const question = {
  from: 'Ann Kovalenko <ann@mail.example>',
  subject: 'Order 4711',
  id: 'q1@mail.example',
  text: 'Where is my order? I paid last week.',
};

test('a raw mail under inbox/ is a customer who waits, by SES’s own time, whatever lies beside it', async () => {
  expect(sentenceOf(await seenAs('mailbox/responses', 'unknown'))).toContain(`s3://${deployed.bucket}/inbox/mailbox/`);
  await deployed.put(
    'inbox/mailbox/AMAZON_SES_SETUP_NOTIFICATION',
    'Subject: Amazon SES Setup Notification\r\n\r\nHello',
  );
  await deployed.put('inbox/mailbox/a-broken-one', '\u0000\u0001 no mail at all');
  await deployed.put(
    'inbox/mailbox/b-spam',
    received({ ...question, from: 'eve@spam.example', id: 's@spam.example' }, 'FAIL'),
  );
  await deployed.put('inbox/mailbox/c-question', received(question));
  const red = await seenAs('mailbox/responses', 'red');
  expect(sentenceOf(red)).toMatch(/No answer for 2 h( \d+ min)? of business time to the mail in INBOX: “Order 4711”/);
  const kept = await deployed.stores.conversations.list('mailbox/responses');
  expect(kept.filter(({ state }) => state === 'waiting').map(({ text }) => text)).toEqual([question.text]);
  expect(kept.map(({ reason }) => reason)).toContain('spam');
});

test('a copy of the reply stops the clock, and no log has a word of a customer', async () => {
  const reply = {
    from: 'Olena <olena@coffeelab.example>',
    to: 'ann@mail.example',
    subject: 'Re: Order 4711',
    id: 'a1@coffeelab.example',
    inReplyTo: question.id,
    text: 'It left this morning, and you will have it tomorrow.',
  };
  await deployed.put('inbox/mailbox/d-reply', received(reply, 'PASS', 0));
  await seenAs('mailbox/responses', 'green');
  const kept = await deployed.stores.conversations.list('mailbox/responses');
  expect(kept.filter(({ state }) => state === 'waiting')).toEqual([]);
  expect(kept.map(({ state }) => state)).toContain('answered');
  expect(deployed.log()).not.toMatch(/paid last week|Ann Kovalenko|501112233/);
});

const alertsOfFloor: string[] = [];

/** What the topic of alerts has said of the shop floor so far: touchpoint, reason. */
async function heardOfFloor(): Promise<readonly string[]> {
  const alerts = await takeAlerts(deployed.account, alertsQueue);
  const floor = alerts.filter(({ touchpointId }) => touchpointId === 'shop-floor');
  alertsOfFloor.push(...floor.flatMap(({ notices }) => notices.map(({ reason }) => reason)));
  return alertsOfFloor;
}

/** A table as people keep it: a row for each visit, a column for each question. */
function assessed(
  ...visits: readonly (readonly [visit: string, hours: number, greeting: string, solved: string])[]
): string {
  const rows = visits.map(([visit, hours, greeting, solved]) => [
    visit,
    hoursAgo(hours),
    'MK',
    'barista',
    greeting,
    solved,
  ]);
  return [['visit', 'at', 'evaluator', 'contact', 'greeting', 'solved'], ...rows]
    .map((row) => `${row.join(';')}\n`)
    .join('');
}

test('a scorecard that lands in the bucket is read at once, and nobody has asked for a run', async () => {
  await deployed.put('scorecards/shop-floor/monday.csv', assessed(['monday', 72, 'так', 'так']));
  const green = await deployed.lightOf('shop-floor/scorecard', 'green');
  expect(sentenceOf(green)).toContain('The scorecard "Shop floor" is at 100% (1 visit, the latest ');
});

test('a critical failure turns the light red and alerts once, whatever else lands; a newer visit ends it', async () => {
  await deployed.put(
    'scorecards/shop-floor/tuesday.csv',
    assessed(['monday', 72, 'так', 'так'], ['tuesday', 48, 'так', 'ні']),
  );
  const red = await deployed.lightOf('shop-floor/scorecard', 'red');
  expect(sentenceOf(red)).toContain('"Was the question solved?" failed at the latest visit (');
  await eventually('The alert', 240, heardOfFloor, (heard) => heard.length > 0);
  await deployed.put('scorecards/shop-floor/half.json', '{ "scorecard": "floor", "vis');
  const isReadAgain = (status: Status | undefined): boolean => (status?.lastRunAt ?? '') > (red?.lastRunAt ?? '');
  const again = await eventually('the next run', 240, () => deployed.statusOf('shop-floor/scorecard'), isReadAgain);
  expect(again?.light).toBe('red');
  await deployed.put('scorecards/shop-floor/today.csv', assessed(['today', 1, 'yes', 'yes']));
  await deployed.lightOf('shop-floor/scorecard', 'green');
  expect(await eventually('The resolution', 240, heardOfFloor, (heard) => heard.length > 1)).toEqual([
    'opened',
    'resolved',
  ]);
});

/** Eighty answers of five months, the newer half with this score; the newest has a comment. */
function answered(score: number, comment: string): string {
  const rows = Array.from({ length: 80 }, (_, n) => {
    const isOld = n >= 40;
    return [n, `ann${n}@mail.example`, hoursAgo(24 + n * 48), isOld ? 9 : score, n === 0 ? comment : ''].join(',');
  });
  return `id,email,created_at,score,comment\n${rows.join('\n')}\n`;
}

test('a survey that lands turns its light, and its comments lie where words of customers do, and in no log', async () => {
  await deployed.put('surveys/nps/answers.csv', answered(9, 'Friendly baristas'));
  const green = await deployed.lightOf('nps/survey', 'green');
  expect(sentenceOf(green)).toContain('The net promoter score is 100 ');
  await deployed.put('surveys/nps/answers.csv', answered(2, 'Nobody called me back'));
  expect(sentenceOf(await deployed.lightOf('nps/survey', 'red'))).toContain('has fallen from 100 to ');
  const kept = await deployed.stores.conversations.list('nps/survey');
  expect(kept.map(({ kind, text, score, state }) => [kind, score, text, state]).toSorted()).toEqual([
    ['survey', 2, 'Nobody called me back', 'no-reply-needed'],
    // The file that had it was replaced.
    ['survey', 9, '', 'gone'],
  ]);
  expect(deployed.log()).not.toMatch(/called me back|Friendly|ann0@/);
});

test('somebody takes what follows from it in the stack’s plan, and who answered is forgotten there', async () => {
  const { touchlight } = deployed;
  // Further away than a week, from which on it counts as due, also when it is tomorrow in Kyiv already.
  const until = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await touchlight(
    'plan',
    'take',
    'nps/survey.fall',
    '--by',
    'Olena',
    '--until',
    until,
    '--note',
    'call three of them',
  );
  const { plan } = (await touchlight('plan', 'list')) as { plan: readonly { id: string }[] };
  expect(plan.find(({ id }) => id === 'nps/survey.fall')).toMatchObject({
    ...{ fate: 'taken', light: 'red' },
    taken: { by: 'Olena', note: 'call three of them', until },
  });
  expect(await touchlight('forget', 'Ann0@mail.example')).toMatchObject({
    checks: expect.arrayContaining([{ checkId: 'nps/survey', forgotten: 1 }]),
  });
  const kept = await deployed.stores.conversations.list('nps/survey');
  expect(kept.find(({ score }) => score === 2)).toMatchObject({ text: '', authorId: null, forgotten: true });
});

/** As SES stores it, two hours old. */
function received(mail: MailParts, spam = 'PASS', hours = 2): string {
  return stamped(aMail(mail), Date.now() - hours * 3_600_000, { spam });
}

/** The light of a run that sees all that lies in the bucket by now. */
async function seenAs(checkId: string, light: string): Promise<Status | undefined> {
  await deployed.visit(checkId);
  return deployed.lightOf(checkId, light);
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}
