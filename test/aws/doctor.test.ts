import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PutFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { z } from 'zod';
import { examineStack } from '../../cli/doctor/stack/examine-stack.ts';
import { createDemoBusiness, type DemoBusiness } from '../../examples/demo-business/demo-business.ts';
import { createStackInspector } from '../../shared/aws/inspection/stack-inspector.ts';
import { createHealthLog, createStores } from '../../shared/aws/stores.ts';
import { fingerprintOf } from '../../shared/config/fingerprint.ts';
import { touchlightVersion } from '../../shared/config/touchlight-version.ts';
import { healthWeek } from '../../shared/evaluation/notifications/weekly-health.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { functionName, outputs } from '../../shared/model/stack-names.ts';
import { purposeOfQueue } from '../../shared/model/stack-resources.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { type Account, anAccount } from './support/account.ts';
import { aCdk, type Cdk } from './support/cdk.ts';
import { aCommandLine, type CommandLine } from './support/command-line.ts';
import { allowForQuirks } from './support/emulator-quirks.ts';
import { eventually } from './support/eventually.ts';
import { type MiniStack, runFolder, startMiniStack } from './support/ministack.ts';
import { switchSchedules } from './support/switches.ts';

const stack = 'Clinic';

let demo: DemoBusiness;
let ministack: MiniStack;
let account: Account;
let cdk: Cdk;
let touchlight: CommandLine;
let configuration: string;

/** A zone in which it is not Monday before nine: until then the weekly self-check waits. */
function weekHasBegun(): string {
  const now = new Date();
  return now.getUTCDay() === 1 && now.getUTCHours() < 9 ? 'Pacific/Kiritimati' : 'UTC';
}

/** Plain requests only: no browser has to be shipped or started. */
beforeAll(async () => {
  demo = await createDemoBusiness();
  ministack = await startMiniStack({ smtpPort: 9 });
  account = anAccount(ministack);
  configuration = path.join(runFolder, 'clinic.yaml');
  writeFileSync(
    configuration,
    `business: Coffee Lab
timeZone: ${weekHasBegun()}
alerts: { email: [ops@coffeelab.example] }
touchpoints:
  - id: website
    kind: website
    url: ${demo.url}
    checks: ${onlyChecks({ availability: '{ every: 1m }' })}
`,
  );
  touchlight = aCommandLine(ministack, stack, configuration);
  cdk = aCdk(ministack, { stack, config: configuration, testsOnlyLetPagesReachPrivateAddresses: 'yes' });
});

afterAll(async () => {
  await ministack?.stop();
  await demo?.close();
});

const reportSchema = z.object({ findings: z.array(z.object({ name: z.string(), light: z.string() })) });

/** The findings' lights by their names. */
async function lights(): Promise<Record<string, string>> {
  const { findings } = reportSchema.parse(await touchlight('doctor'));
  return Object.fromEntries(findings.map(({ name, light }) => [name, light]));
}

test('doctor --stack finds a deployed stack, and nothing in it broken', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  await cdk.bootstrap();
  await cdk.deploy();
  await allowForQuirks(account);
  const tableName = (await account.outputs(stack))[outputs.table] ?? '';
  const stores = createStores({ client: account.dynamo, tableName });
  await eventually(
    'A run',
    180,
    () => stores.statuses.list('website'),
    (all) => all.length > 0,
  );
  const found = await lights();
  expect(found).toMatchObject({
    ...{ stack: 'green', version: 'green', configuration: 'green', 'runtime nodejs24.x': 'green' },
    ...{ 'function probe-availability': 'green', 'function evaluate': 'green', 'schedule dispatch': 'green' },
    ...{ 'trigger notify': 'green', 'queue probe-availability results': 'green', 'dead letters work': 'green' },
    ...{ 'check website/availability': 'green', 'topic alerts': 'green', 'topic operations': 'green' },
  });
  // Whatever is minutes old is waited for.
  expect(Object.entries(found).filter(([, light]) => light !== 'green' && light !== 'yellow')).toEqual([]);
});

test('a test alarm reaches the subscribers of operations, and is ended', async () => {
  const operations = await account.listenTo((await account.outputs(stack))[outputs.operationsTopic] ?? '');
  const inspector = createStackInspector(stack, Date.now, account.connection);
  const local = { version: touchlightVersion(), file: configuration, fingerprint: fingerprintOf(configuration) };
  const findings = await examineStack(
    {
      ...{ stack, inspector, configuration: null, local, now: Date.now() },
      testAlarm: { tries: 2, pauseMs: 500 },
    },
    new AbortController().signal,
  );
  inspector.close();
  // The emulator rings and notifies the topic, and writes no history of it: that is unknown, not well.
  expect(findings.at(-1)).toMatchObject({ name: 'test alarm', light: 'unknown' });
  const sent = (await account.take(operations)).map((body) => JSON.parse(body));
  expect(sent).toMatchObject([
    { NewStateValue: 'ALARM', NewStateReason: expect.stringContaining('Nothing is wrong') },
    { NewStateValue: 'OK', AlarmName: sent[0].AlarmName },
  ]);
});

test('the weekly self-check sends operations its findings once, with the rights that notify has', async () => {
  const operations = await account.listenTo((await account.outputs(stack))[outputs.operationsTopic] ?? '');
  await account.take(operations);
  await releaseWeek();
  await deadLetter();
  const sweep = { sweepAt: new Date().toISOString() };
  await account.invoke(functionName(stack, 'notify'), sweep);
  await account.invoke(functionName(stack, 'notify'), sweep);
  const sent = (await account.take(operations)).filter((body) => body.includes('self-check'));
  expect(sent).toEqual([
    "Touchlight's weekly self-check found:\n" +
      '- The dead-letter queue work holds 1 message: failed work that nobody has handled.\n' +
      'What to do: docs/runbook.md#operations-health',
  ]);
});

test('what somebody has switched off by hand, and what was given up, is found by its name', async () => {
  await switchSchedules(account, false);
  const FunctionName = functionName(stack, 'notify');
  await account.lambda.send(new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 0 }));
  await deadLetter();
  const found = await lights();
  expect(Object.keys(found).filter((name) => found[name] === 'red')).toEqual([
    'function notify',
    'schedule dispatch',
    'dead letters work',
  ]);
});

/** The stack sweeps by its own clock, every quarter of an hour: it may have seen to this week, and could do so again in between. */
async function releaseWeek(): Promise<void> {
  await switchSchedules(account, false);
  const tableName = (await account.outputs(stack))[outputs.table] ?? '';
  const now = toInstant(Date.now());
  const week = healthWeek(now, weekHasBegun());
  if (week === null) throw new Error('The week has not begun.');
  await createHealthLog({ client: account.dynamo, tableName }).settle(week, 'released', now);
}

/** A result that evaluate could not store. */
async function deadLetter(): Promise<void> {
  const inspector = createStackInspector(stack, Date.now, account.connection);
  const resources = await inspector.resources();
  inspector.close();
  if (!resources.known) throw new Error(resources.unanswered.message);
  const queue = resources.value.find(
    ({ type, logicalId }) => type === 'AWS::SQS::Queue' && purposeOfQueue(logicalId)?.kind === 'dead-letters',
  );
  const MessageBody = JSON.stringify({ checkId: 'website/availability' });
  await account.sqs.send(new SendMessageCommand({ QueueUrl: queue?.physicalId, MessageBody }));
}
