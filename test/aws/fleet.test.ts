import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { z } from 'zod';
import { createStores } from '../../shared/aws/stores.ts';
import type { Alert } from '../../shared/model/alert.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { pageAudience } from '../../shared/model/page-paths.ts';
import { functionName, outputs, pageKeySecret, secretId } from '../../shared/model/stack-names.ts';
import type { Status } from '../../shared/model/status.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { sign } from '../../shared/runtime/page-links.ts';
import { aTelegram, type Telegram, telegramToken } from '../channel/stubs/a-telegram.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { type Account, anAccount } from './support/account.ts';
import { askingPages } from './support/ask-page.ts';
import { aCdk } from './support/cdk.ts';
import { allowForQuirks } from './support/emulator-quirks.ts';
import { eventually } from './support/eventually.ts';
import { heardAlerts, takeAlerts } from './support/heard-alerts.ts';
import { aMailbox, type Mailbox } from './support/mailbox.ts';
import { type MiniStack, runFolder, startMiniStack } from './support/ministack.ts';
import { schedulesOf } from './support/switches.ts';

const stack = 'Fleet';
const sites = path.join(runFolder, 'sites');
const sender = 'touchlight@north.example';

let mailbox: Mailbox;
let ministack: MiniStack;
let account: Account;
let notes = '';
let values: Readonly<Record<string, string>>;
/** What the agency and the readers of each business get. */
let heard: Readonly<Record<'agency' | 'bakery' | 'salon', string>>;
/** Where each business's alerts are posted. */
let chats: Readonly<Record<'bakery' | 'salon', Telegram>>;
const servers: Server[] = [];

/** A site that answers every request so. @returns its address */
async function aSite(status: number): Promise<string> {
  const page = '<!doctype html><title>Shop</title><h1>Shop</h1><p>Open every day from nine to six.</p>';
  const server = createServer((_, response) => response.writeHead(status, { 'content-type': 'text/html' }).end(page));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}

const business = (
  name: string,
  timeZone: string,
  language: string,
  { url, chat, more = '' }: { readonly url: string; readonly chat: string; readonly more?: string },
) => `business: ${name}
timeZone: ${timeZone}
language: ${language}
alerts: { email: [alerts@${name.toLowerCase()}.example]${chat} }
digest: { to: [owner@${name.toLowerCase()}.example], from: ${sender}, at: "Mon 08:00" }
${more}
touchpoints:
  - { id: website, kind: website, url: "${url}", checks: ${onlyChecks({ availability: '{ every: 1m }' })} }
`;

beforeAll(async () => {
  mailbox = await aMailbox();
  ministack = await startMiniStack({ smtpPort: mailbox.port });
  account = anAccount(ministack);
  chats = { bakery: await aTelegram(), salon: await aTelegram() };
  const chat = ({ url }: Telegram) => `, telegram: { chat: "-1001234567890", secret: telegram-bot, api: "${url}" }`;
  mkdirSync(sites, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(path.join(sites, name), text);
  write(
    'agency.yaml',
    `agency: North Studio\ntimeZone: Europe/Kyiv\ndigest: { to: [lead@north.example], from: ${sender} }\n`,
  );
  const bakery = { url: await aSite(200), chat: chat(chats.bakery), more: 'page: {}' };
  write('bakery.yaml', business('Bakery', 'Europe/Berlin', 'en', bakery));
  write('salon.yaml', business('Salon', 'Europe/Kyiv', 'uk', { url: await aSite(500), chat: chat(chats.salon) }));
  write('florist.yaml', business('Florist', 'Kyiv', 'uk', { url: await aSite(200), chat: '' }));
  const cdk = aCdk(ministack, {
    ...{ stack, fleet: sites, agency: 'ops@north.example' },
    testsOnlyLetPagesReachPrivateAddresses: 'yes',
    testsOnlyConfirmationDelaySeconds: '10',
  });
  await cdk.bootstrap();
  ({ notes } = await cdk.deploy());
  await allowForQuirks(account);
  await storeSecrets('bakery/telegram-bot', 'salon/telegram-bot');
  values = await account.outputs(stack);
  const topic = values[outputs.alertsTopic] ?? '';
  const of = (id: string) => account.listenToSome(topic, id, { business: [id] });
  heard = { agency: await account.listenTo(topic), bakery: await of('bakery'), salon: await of('salon') };
});

afterAll(async () => {
  await ministack?.stop();
  await mailbox?.close();
  for (const chat of Object.values(chats ?? {})) await chat.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

beforeEach(() => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
});

async function storeSecrets(...names: readonly string[]): Promise<void> {
  const secrets = new SecretsManagerClient(account.connection);
  for (const name of names)
    await secrets.send(new CreateSecretCommand({ Name: secretId(stack, name), SecretString: telegramToken }));
  secrets.destroy();
}

/** Those whom cdk has subscribed and to whom the emulator would have sent a mail: it logs them instead. */
const mailed = () =>
  [...new Set(Array.from(ministack.log().matchAll(/SNS fanout → email (\S+)/g), ([, to]) => to))].sort();

const told = (alerts: readonly Alert[]) => alerts.map(({ touchpointId, reason }) => `${touchpointId} ${reason}`);

async function becomes(touchpointId: string, light: string): Promise<void> {
  const { statuses } = createStores({ client: account.dynamo, tableName: values[outputs.table] ?? '' });
  const isSo = ([status]: readonly Status[]): boolean => status?.light === light;
  await eventually(`${touchpointId} ${light}`, 240, () => statuses.list(touchpointId), isSo);
}

test('cdk names the business whose file is broken, and deploys the others', () => {
  expect(notes).toMatch(/florist is left out, and nothing of it is measured:\n.*florist\.yaml:2:11 timeZone: /);
  expect(notes).not.toMatch(/(bakery|salon) is left out/);
});

test('one minute of dispatch has both sites visited and judged', async () => {
  await account.invoke(functionName(stack, 'dispatch'), { scheduledAt: toInstant(Date.now()) });
  await Promise.all([becomes('bakery.website', 'green'), becomes('salon.website', 'red')]);
});

test('the failing site’s alert reaches its own readers and the agency, in its language, and nobody else', async () => {
  const [alert, ...more] = await heardAlerts(account, heard.salon, 240);
  expect(told(more)).toEqual([]);
  expect(alert).toMatchObject({ touchpointId: 'salon.website', light: 'red', reason: 'opened' });
  expect(alert?.notices[0]?.text).toMatch(/500/);
  expect(alert?.notices[0]?.text).toMatch(/[їієґ]/i);
  // A look at every business's touchpoints and digest finds nothing to add.
  await account.invoke(functionName(stack, 'notify'), { sweepAt: toInstant(Date.now()) });
  expect(told(await takeAlerts(account, heard.agency))).toEqual(['salon.website opened']);
  expect(await takeAlerts(account, heard.bakery)).toEqual([]);
  expect(mailed()).toEqual(['alerts@salon.example', 'ops@north.example']);
});

test('it is posted in the chat of its business, and in no other', async () => {
  const posts = await eventually(
    'The post',
    120,
    async () => chats.salon.posts(),
    ({ length }) => length > 0,
  );
  expect(posts.map(({ text }) => text.split('\n')[0])).toEqual([expect.stringContaining('salon.website')]);
  expect(chats.bakery.requests).toEqual([]);
});

test('Monday brings each business a mail in its language and a report of its own, and the agency one about all of them', async () => {
  await account.verifyAddress(sender);
  const inputs = (await schedulesOf(account)).map(({ Target }) => Target?.Input ?? '');
  const slots = inputs.filter((input) => input.includes('slot'));
  expect(slots).toHaveLength(3);
  // The last full week at that time is the one in which this story plays.
  const scheduledAt = toInstant(Date.now() + 7 * dayMs);
  const invoke = (input: string) =>
    account.invoke(functionName(stack, 'digest'), { ...slotSchema.parse(JSON.parse(input)), scheduledAt });
  await Promise.all(slots.map(invoke));
  const mails = await eventually(
    'The mails',
    30,
    async () => mailbox.mails,
    ({ length }) => length >= 3,
  );
  const read = await Promise.all(mails.map((mail) => PostalMime.parse(mail)));
  const said = read.map(({ to, html }) => `${to?.[0]?.address} ${/ lang="(\w+)"/.exec(html ?? '')?.[1]}`);
  expect(said.sort()).toEqual(['lead@north.example en', 'owner@bakery.example en', 'owner@salon.example uk']);
  const own = read.find(({ to }) => to?.[0]?.address === 'lead@north.example');
  expect(own?.subject).toMatch(/^North Studio: /);
  expect(own?.text).toMatch(/florist\.yaml has 1 fault\. .* First fault: florist\.yaml:2:11 timeZone: /);
  expect(await reports()).toEqual([
    expect.stringMatching(/^reports\/bakery\/\d{4}-W\d\d\.html$/),
    expect.stringMatching(/^reports\/salon\/\d{4}-W\d\d\.html$/),
  ]);
});

test('a business’s page opens by its own link and not by another’s; a business without one has none', async () => {
  const secrets = new SecretsManagerClient(account.connection);
  const { SecretString: key = '' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: secretId(stack, pageKeySecret) }),
  );
  secrets.destroy();
  const until = toInstant(Date.now() + 60_000);
  const tokenOf = (id: string): string =>
    sign(
      { role: 'reader', who: `owner@${id}.example`, until },
      { key, audience: pageAudience(stack, id), use: 'link' },
    );
  const ask = askingPages(ministack);
  const at = (place: string): URL => new URL(place, values[outputs.page]);
  const opened = await ask(at(`/bakery/in/${tokenOf('bakery')}`));
  expect([opened.status, opened.headers['location']]).toEqual([303, '/bakery/']);
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  const page = await ask(at('/bakery/'), { headers: { cookie } });
  expect(page.status).toBe(200);
  expect(page.body).toContain('href="/bakery/touchpoint?id=bakery.website"');
  expect((await ask(at(`/bakery/in/${tokenOf('salon')}`))).status).toBe(401);
  expect((await ask(at(`/salon/in/${tokenOf('salon')}`))).status).toBe(404);
});

const slotSchema = z.object({ slot: z.string() });

async function reports(): Promise<(string | undefined)[]> {
  const s3 = new S3Client({ ...account.connection, forcePathStyle: true });
  const Bucket = values[outputs.evidenceBucket];
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'reports/' }));
  s3.destroy();
  return Contents.map(({ Key }) => Key);
}
