import path from 'node:path';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { toInstant } from '../../shared/model/instant.ts';
import { functionName, outputs, secretId } from '../../shared/model/stack-names.ts';
import { sentKey } from '../../shared/model/table-keys.ts';
import { sign } from '../../shared/runtime/page-links.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aCause } from '../support/said.ts';
import { type Answered, askingPages } from './support/ask-page.ts';
import { aCommandLine, type CommandLine } from './support/command-line.ts';
import { aDeployedStack, type DeployedStack } from './support/deployed-stack.ts';
import { changeEnvironment } from './support/environment.ts';
import { takeAlerts } from './support/heard-alerts.ts';
import { runFolder } from './support/ministack.ts';
import { switchSchedules } from './support/switches.ts';

const stack = 'Lounge';
const minute = 60_000;
/** What is written inside and must never be seen outside. */
const inside = 'zaporizhzhia';

let deployed: DeployedStack;
let alertsQueue: string;
let ask: ReturnType<typeof askingPages>;
let touchlight: CommandLine;
let home: URL;
/** Out of the alert. */
let link: URL;

beforeAll(async () => {
  const site = (id: string): string =>
    `  - { id: ${id}, kind: website, url: "https://${id}.example", checks: ${onlyChecks({ availability: '{ every: 1d }' })} }\n`;
  deployed = await aDeployedStack({
    stack,
    configuration: `business: Coffee Lab
timeZone: UTC
alerts: { email: [ops@coffeelab.example], remindEvery: 10m }
page: { public: [website], atOnce: 2 }
touchpoints:
${site('website')}${site('shop')}`,
  });
  // What is told here happens at once; nothing shall be measured meanwhile.
  await switchSchedules(deployed.account, false);
  alertsQueue = await deployed.account.listenTo(deployed.outputs[outputs.alertsTopic] ?? '');
  home = new URL(deployed.outputs[outputs.page] ?? '');
  ask = askingPages(deployed.ministack);
  touchlight = aCommandLine(deployed.ministack, stack, path.join(runFolder, 'touchpoints.yaml'));
});

afterAll(() => deployed?.close());

beforeEach(() => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
});

const at = (ms: number): string => toInstant(Date.now() + ms);
const openedAt = at(-60 * minute);

/** An hour ago the site went down, and it still is. */
async function breakSite(touchpointId: string): Promise<void> {
  const checkId = `${touchpointId}/availability`;
  const finding = aCause(`The server says ${inside}.`);
  const incident = anIncident({ touchpointId, checkId, suspectedAt: openedAt, openedAt, finding });
  const status = aStatus({
    ...{ touchpointId, checkId, light: 'red', lightSince: openedAt, lastRunAt: at(-minute), lastFinding: finding },
    ...{ badStreak: 5, goodStreak: 0, lastLights: ['red', 'red', 'red'], incident },
  });
  await deployed.stores.statuses.save(status, null);
}

async function sweep(): Promise<void> {
  await deployed.account.invoke(functionName(stack, 'notify'), { sweepAt: at(0) });
}

function cookieOf({ headers }: Answered): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

async function linkFor(role: 'reader' | 'operator'): Promise<URL> {
  const secrets = new SecretsManagerClient(deployed.account.connection);
  const { SecretString: key = '' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: secretId(stack, 'page-links') }),
  );
  const token = sign(
    { role, who: 'owner@coffeelab.example', until: at(minute) },
    { key, audience: stack, use: 'link' },
  );
  return new URL(`/in/${token}`, home);
}

test('an alert brings a link that opens its incident on the deployed page', async () => {
  await breakSite('website');
  await breakSite('shop');
  await sweep();
  const alerts = await takeAlerts(deployed.account, alertsQueue);
  expect(alerts.map(({ touchpointId, reason }) => `${touchpointId} ${reason}`).sort()).toEqual([
    'shop opened',
    'website opened',
  ]);
  link = new URL(alerts.find(({ touchpointId }) => touchpointId === 'website')?.notices[0]?.page ?? '');
  expect(link.origin).toBe(home.origin);
  const opened = await ask(link);
  expect(opened.status).toBe(303);
  expect(opened.headers['location']).toBe(
    `/incident?${new URLSearchParams({ check: 'website/availability', opened: openedAt })}`,
  );
  const incident = await ask(new URL(String(opened.headers['location']), home), {
    headers: { cookie: cookieOf(opened) },
  });
  expect(incident.status).toBe(200);
  expect(incident.body).toContain('action="/acknowledge"');
  const board = await ask(home, { headers: { cookie: cookieOf(opened) } });
  expect(board.status).toBe(200);
  expect(board.body).toContain('website');
  expect(board.body).toContain('shop');
  for (const path of ['/touchpoint?id=website', '/check?id=website%2Favailability', '/weeks']) {
    const { status } = await ask(new URL(path, home), { headers: { cookie: cookieOf(opened) } });
    expect(status, path).toBe(200);
  }
});

test('who has no link, half of one, or only the address gets one and the same answer', async () => {
  const half = new URL(link);
  half.pathname = half.pathname.slice(0, -4);
  const answers = [await ask(home), await ask(half), await ask(new URL('/incident?check=x&opened=y', home))];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
});

test('a reader may look and not act, and nobody acts from another site', async () => {
  const reader = { cookie: cookieOf(await ask(await linkFor('reader'))) };
  const operator = { cookie: cookieOf(await ask(link)) };
  const form = { check: 'website/availability', opened: openedAt, why: 'mine' };
  const act = new URL('/acknowledge', home);
  expect((await ask(home, { headers: reader })).status).toBe(200);
  const refused = [
    await ask(act, { method: 'POST', form, headers: { ...reader, origin: home.origin } }),
    await ask(act, { method: 'POST', form, headers: { ...operator, origin: 'https://evil.example' } }),
    await ask(act, { method: 'POST', form, headers: operator }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
  const everything = { from: '0', to: '9' };
  expect(await deployed.stores.acknowledgements.list('website', everything)).toEqual([]);
});

test('an acknowledgement on the page ends the reminders of its incident, and of no other', async () => {
  const operator = { cookie: cookieOf(await ask(link)), origin: home.origin };
  const form = { check: 'website/availability', opened: openedAt, why: 'called the host' };
  const done = await ask(new URL('/acknowledge', home), { method: 'POST', form, headers: operator });
  expect(done.status).toBe(303);
  const [acknowledgement] = await deployed.stores.acknowledgements.list('website', { from: '0', to: '9' });
  expect(acknowledgement).toMatchObject({ checkId: 'website/availability', why: 'called the host', by: 'alert' });
  // The page has waited for notify, which keeps the board.
  expect((await deployed.stores.board.load('website'))?.open[0]?.acknowledgement?.why).toBe('called the host');
  await anHourLater('website');
  await anHourLater('shop');
  await sweep();
  const reminders = await takeAlerts(deployed.account, alertsQueue);
  expect(reminders.map(({ touchpointId, reason }) => `${touchpointId} ${reason}`)).toEqual(['shop reminder']);
});

test('the public page shows lights and incidents of what is public, and nothing else', async () => {
  const status = await ask(new URL('/public/status.json', home));
  expect(JSON.parse(status.body)).toEqual({
    version: 1,
    business: 'Coffee Lab',
    touchpoints: [
      {
        ...{ id: 'website', light: 'red', since: openedAt, maintenance: null },
        incidents: [
          { title: 'The website does not respond properly', light: 'red', since: openedAt, resolvedAt: null },
        ],
      },
    ],
  });
  for (const path of ['/public', '/public/feed.atom']) {
    const { status: code, body, headers } = await ask(new URL(path, home));
    expect(code).toBe(200);
    expect(headers['cache-control']).toBe('public, max-age=60');
    expect(body).toContain('The website does not respond properly');
    for (const word of [inside, 'shop', 'called the host', 'website/availability', 'website.example'])
      expect(body, path).not.toContain(word);
  }
});

test('a new secret ends the link and the session, once the page has read it', async () => {
  const session = { cookie: cookieOf(await ask(link)) };
  expect(await touchlight('secrets', 'rotate')).toEqual({ version: 1, rotated: 'page-links' });
  // Instances keep the secret for five minutes at most; a changed function has new ones at once.
  await changeEnvironment(deployed.account, stack, 'page', { RENEWED_AT: at(0) });
  expect((await ask(link)).status).toBe(401);
  expect((await ask(home, { headers: session })).status).toBe(401);
  expect((await ask(await linkFor('reader'))).status).toBe(303);
});

test('no log holds a link', () => {
  const functions = deployed.log().replaceAll(/^.*(GET|POST|Lambda invocation event).*$/gm, '');
  expect(functions).not.toContain(link.pathname);
});

/** So that a reminder is due: as if what was sent had been sent an hour ago. */
async function anHourLater(touchpointId: string): Promise<void> {
  const checkId = `${touchpointId}/availability`;
  const { PK, SK } = sentKey({ touchpointId, checkId, subjectAt: openedAt, reason: 'opened', n: 1 });
  await deployed.account.dynamo.send(
    new UpdateItemCommand({
      TableName: deployed.outputs[outputs.table] ?? '',
      Key: { PK: { S: PK }, SK: { S: SK } },
      UpdateExpression: 'SET sentAt = :at',
      ExpressionAttributeValues: { ':at': { S: at(-60 * minute) } },
    }),
  );
}
