import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { type CoffeeLabPages, coffeeLabSecrets, openCoffeeLabPages } from '../../examples/social-stubs/coffee-lab.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import { type Alert, alertSchema } from '../../shared/model/alert.ts';
import { outputs, secretId } from '../../shared/model/stack-names.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { type Account, anAccount } from './support/account.ts';
import { aCdk, type Cdk } from './support/cdk.ts';
import { allowForQuirks } from './support/emulator-quirks.ts';
import { eventually } from './support/eventually.ts';
import { type MiniStack, runFolder, startMiniStack } from './support/ministack.ts';

const stack = 'Social';

let pages: CoffeeLabPages;
let ministack: MiniStack;
let account: Account;
let cdk: Cdk;
let stores: Stores;
let alertsQueue: string;

beforeAll(async () => {
  pages = await openCoffeeLabPages(Date.now);
  // No mail is sent in this story.
  ministack = await startMiniStack({ smtpPort: 9 });
  account = anAccount(ministack);
  const configuration = path.join(runFolder, 'social.yaml');
  writeFileSync(
    configuration,
    `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: facebook, kind: facebook, page: "555", secret: facebook-page-token, sla: { firstResponse: 4h }, every: 1m, api: ${pages.facebook.url} }
  - { id: youtube, kind: youtube, page: UCcoffeelab, secret: youtube-api-key, every: 1m, api: ${pages.youtube.url} }
`,
  );
  cdk = aCdk(ministack, {
    stack,
    config: configuration,
    testsOnlyLetPagesReachPrivateAddresses: 'yes',
    testsOnlyConfirmationDelaySeconds: '10',
  });
});

afterAll(async () => {
  await ministack?.stop();
  await pages?.close();
});

test('the deployed probe-social polls two platforms and keeps their conversations', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  await cdk.bootstrap();
  const secrets = new SecretsManagerClient(account.connection);
  for (const [name, SecretString] of Object.entries(coffeeLabSecrets)) {
    await secrets.send(new CreateSecretCommand({ Name: secretId(stack, name), SecretString }));
  }
  await cdk.deploy();
  const values = await account.outputs(stack);
  stores = createStores({ client: account.dynamo, tableName: values[outputs.table] ?? '' });
  alertsQueue = await account.listenTo(values[outputs.alertsTopic] ?? '');
  await allowForQuirks(account);
  const [youtube] = await eventually(
    'YouTube green',
    180,
    () => stores.statuses.list('youtube'),
    (all) => all.some(({ light }) => light === 'green'),
  );
  expect(youtube && wordFinding(youtube.lastFinding, 'responses', 'en').sentence).toBe(
    'One customer is waiting for a reply on YouTube.',
  );
  const kept = await stores.conversations.list('facebook/responses');
  expect(kept.map(({ state }) => state).toSorted()).toContain('waiting');
});

test('an overdue comment raises an alert with its link', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  const [alert] = await alerts(240);
  expect(alert).toMatchObject({ touchpointId: 'facebook', light: 'red', reason: 'opened' });
  expect(alert?.notices[0]?.text).toMatch(/https:\/\/www\.facebook\.com\/555\/posts\/\d+\/\?comment_id=\d+/);
});

test('an answer in the native app resolves it, and no log has a token or a word of a customer', async () => {
  pages.answerOnFacebook();
  const [resolution] = await alerts(240);
  expect(resolution).toMatchObject({ touchpointId: 'facebook', reason: 'resolved' });
  const log = ministack.log();
  for (const secret of Object.values(coffeeLabSecrets)) expect(log).not.toContain(secret);
  expect(log).not.toMatch(/two bags of beans|Iryna Melnyk/);
});

async function alerts(seconds: number): Promise<Alert[]> {
  const heard: Alert[] = [];
  return eventually(
    'The alert',
    seconds,
    async () => {
      // Each quarter of an hour Touchlight looks at itself, and may say here in plain text that nobody hears the topic operations.
      const bodies = (await account.take(alertsQueue)).filter((body) => body.startsWith('{'));
      heard.push(...bodies.map((body) => alertSchema.parse(JSON.parse(body))));
      return heard;
    },
    (all) => all.length > 0,
  );
}
