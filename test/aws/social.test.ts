import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import { type CoffeeLabPages, coffeeLabSecrets, openCoffeeLabPages } from '../../examples/social-stubs/coffee-lab.ts';
import { outputs, secretId } from '../../shared/model/stack-names.ts';
import { onlyChecks } from '../support/only-checks.ts';
import type { Account } from './support/account.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';
import { heardAlerts } from './support/heard-alerts.ts';

const stack = 'Social';

let pages: CoffeeLabPages;
let deployed: DeployedStack;
let alertsQueue: string;

beforeAll(async () => {
  pages = await openCoffeeLabPages(Date.now);
  deployed = await aDeployedStack({
    stack,
    configuration: `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: facebook, kind: facebook, page: "555", secret: facebook-page-token, sla: { firstResponse: 4h }, every: 1m, api: ${pages.facebook.url} }
  - { id: youtube, kind: youtube, page: UCcoffeelab, secret: youtube-api-key, every: 1m, api: ${pages.youtube.url} }
  - { id: website, kind: website, url: "https://coffeelab.example", checks: ${speedOnly(pages.crux.url)} }
`,
    context: { testsOnlyLetPagesReachPrivateAddresses: 'yes', testsOnlyConfirmationDelaySeconds: '10' },
    prepare: storeSecrets,
  });
  alertsQueue = await deployed.account.listenTo(deployed.outputs[outputs.alertsTopic] ?? '');
});

afterAll(async () => {
  await deployed?.close();
  await pages?.close();
});

beforeEach(() => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
});

test('the deployed probe-social polls two platforms and keeps their conversations', async () => {
  // By the schedule, within a minute.
  const youtube = await deployed.lightOf('youtube/responses', 'green');
  expect(sentenceOf(youtube)).toBe('One customer is waiting for a reply on YouTube.');
  const kept = await deployed.stores.conversations.list('facebook/responses');
  expect(kept.map(({ state }) => state).toSorted()).toContain('waiting');
  // Two questions, a complaint and a thank-you, without their words.
  expect(await deployed.stores.conversations.listSayings('facebook/responses')).toHaveLength(4);
});

test('the deployed probe-social reads its key and asks Google about real visitors', async () => {
  await deployed.visit('website/field-speed@mobile');
  const status = await deployed.lightOf('website/field-speed@mobile', 'green');
  expect(sentenceOf(status)).toContain('On a phone, three of four real visitors saw the main content within 2.1 s');
  expect(pages.crux.counts).toMatchObject({ queryRecord: 1, queryHistoryRecord: 1 });
});

test('an overdue comment raises an alert with its link', async () => {
  const [alert] = await heardAlerts(deployed.account, alertsQueue, 240);
  expect(alert).toMatchObject({ touchpointId: 'facebook', light: 'red', reason: 'opened' });
  expect(alert?.notices[0]?.text).toMatch(/https:\/\/www\.facebook\.com\/555\/posts\/\d+\/\?comment_id=\d+/);
});

test('an answer in the native app resolves it, and no log has a token or a word of a customer', async () => {
  pages.answerOnFacebook();
  await deployed.visit('facebook/responses');
  const [resolution] = await heardAlerts(deployed.account, alertsQueue, 240);
  expect(resolution).toMatchObject({ touchpointId: 'facebook', reason: 'resolved' });
  const log = deployed.log();
  for (const secret of Object.values(coffeeLabSecrets)) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/two bags of beans|Iryna Melnyk/);
});

/** Once a day, so that the test itself sends the visit. */
function speedOnly(api: string): string {
  return onlyChecks({}).replace('field-speed: false', `field-speed: { secret: crux-key, api: "${api}" }`);
}

async function storeSecrets({ connection }: Account): Promise<void> {
  const secrets = new SecretsManagerClient(connection);
  for (const [name, SecretString] of Object.entries(coffeeLabSecrets)) {
    await secrets.send(new CreateSecretCommand({ Name: secretId(stack, name), SecretString }));
  }
}
