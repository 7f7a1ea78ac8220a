import { once } from 'node:events';
import { createServer } from 'node:http';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Alert } from '../../shared/model/alert.ts';
import { filterPolicyOf, type Selection } from '../../shared/model/alert-reader.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { functionName, outputs } from '../../shared/model/stack-names.ts';
import { sentKey } from '../../shared/model/table-keys.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aCommandLine, type CommandLine } from './support/command-line.ts';
import { aDeployedStack, type DeployedStack } from './support/deployed-stack.ts';
import { heardAlerts, takeAlerts } from './support/heard-alerts.ts';
import { switchSchedules } from './support/switches.ts';

const stack = 'Escalation';
const always = { from: '2000', to: '3000' };
const checks = onlyChecks({ availability: '{ every: 1m }' });

let isBroken = true;
const site = createServer((_, response) => {
  response.writeHead(isBroken ? 500 : 200, { 'content-type': 'text/html' });
  response.end(
    '<!doctype html><title>Coffee Lab</title><h1>Coffee Lab</h1><p>Fresh coffee every day, in three shops.</p>',
  );
});

let deployed: DeployedStack;
let touchlight: CommandLine;
/** What operations, the chief and the owner of `seen` get. */
let heard: Readonly<Record<'ops' | 'chief' | 'owner' | 'chiefAndOwner', string>>;

beforeAll(async () => {
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const address = site.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  deployed = await aDeployedStack({
    stack,
    configuration: `business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { email: [ops@coffeelab.example], acknowledge: { red: 15m }, then: [chief@coffeelab.example] }
touchpoints:
  - { id: seen, kind: website, url: "${url}/seen", owner: olena@coffeelab.example, checks: ${checks} }
  - { id: unseen, kind: website, url: "${url}/unseen", checks: ${checks} }
`,
    context: { testsOnlyLetPagesReachPrivateAddresses: 'yes', testsOnlyConfirmationDelaySeconds: '10' },
  });
  touchlight = aCommandLine(deployed.ministack, stack, deployed.config);
  const topic = deployed.outputs[outputs.alertsTopic] ?? '';
  const some = (who: string, selection: Selection) =>
    deployed.account.listenToSome(topic, who, filterPolicyOf(selection));
  heard = {
    ops: await deployed.account.listenTo(topic),
    chief: await some('chief', { escalated: true, touchpointIds: [] }),
    owner: await some('owner', { escalated: false, touchpointIds: ['seen'] }),
    chiefAndOwner: await some('both', { escalated: true, touchpointIds: ['seen'] }),
  };
});

afterAll(async () => {
  await deployed?.close();
  site.closeAllConnections();
  site.close();
});

beforeEach(() => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
});

const take = (who: keyof typeof heard): Promise<Alert[]> => takeAlerts(deployed.account, heard[who]);
const about = (alerts: readonly Alert[]) =>
  alerts.map(({ touchpointId, reason }) => `${touchpointId} ${reason}`).sort();
const sweep = () => deployed.account.invoke(functionName(stack, 'notify'), { sweepAt: new Date().toISOString() });

test('an alert that opens goes to operations and to the owner of its touchpoint, and not to the chief', async () => {
  await deployed.lightOf('seen/availability', 'red');
  await deployed.lightOf('unseen/availability', 'red');
  const opened: Alert[] = [];
  while (opened.length < 2) opened.push(...(await heardAlerts(deployed.account, heard.ops, 240)));
  expect(about(opened)).toEqual(['seen opened', 'unseen opened']);
  expect(about(await take('owner'))).toEqual(['seen opened']);
  expect(about(await take('chiefAndOwner'))).toEqual(['seen opened']);
  expect(await take('chief')).toEqual([]);
});

test('what nobody acknowledges in time is escalated to the chief once; what is acknowledged is not', async () => {
  await switchSchedules(deployed.account, false);
  await touchlight('ack', 'seen', '--why', 'Olena is on it');
  for (const touchpointId of ['seen', 'unseen']) await age(touchpointId, 20);
  await sweep();
  await sweep();
  for (const who of ['ops', 'chief', 'chiefAndOwner'] as const) {
    expect(about(await take(who)), who).toEqual(['unseen escalated']);
  }
  expect(await take('owner')).toEqual([]);
  expect(await touchlight('incidents', '--open')).toMatchObject({
    incidents: expect.arrayContaining([
      expect.objectContaining({
        touchpointId: 'seen',
        acknowledged: expect.objectContaining({ why: 'Olena is on it' }),
      }),
      expect.objectContaining({
        touchpointId: 'unseen',
        told: [expect.objectContaining({ reason: 'opened' }), expect.objectContaining({ reason: 'escalated', n: 1 })],
      }),
    ]),
  });
});

test('a day later operations are reminded of what nobody is on, and of nothing else', async () => {
  for (const touchpointId of ['seen', 'unseen']) await age(touchpointId, 25 * 60);
  await sweep();
  expect(about(await take('ops'))).toEqual(['unseen reminder']);
  for (const who of ['chief', 'owner', 'chiefAndOwner'] as const) expect(await take(who), who).toEqual([]);
});

test('the end goes to the chief where it was escalated, and only there', async () => {
  isBroken = false;
  await switchSchedules(deployed.account, true);
  const resolved: Alert[] = [];
  while (resolved.length < 2) resolved.push(...(await heardAlerts(deployed.account, heard.ops, 240)));
  expect(about(resolved)).toEqual(['seen resolved', 'unseen resolved']);
  expect(about(await take('chief'))).toEqual(['unseen resolved']);
  expect(about(await take('owner'))).toEqual(['seen resolved']);
  expect(about(await take('chiefAndOwner'))).toEqual(['seen resolved', 'unseen resolved']);
});

/** Lets so many minutes pass since the alert: the log says when it was sent. */
async function age(touchpointId: string, minutes: number): Promise<void> {
  const { account, stores } = deployed;
  for (const sent of await stores.sent.list(touchpointId, always)) {
    const { PK, SK } = sentKey(sent);
    await account.dynamo.send(
      new UpdateItemCommand({
        TableName: deployed.outputs[outputs.table],
        Key: { PK: { S: PK }, SK: { S: SK } },
        UpdateExpression: 'SET sentAt = :earlier',
        ExpressionAttributeValues: { ':earlier': { S: toInstant(Date.parse(sent.sentAt) - minutes * minuteMs) } },
      }),
    );
  }
}
