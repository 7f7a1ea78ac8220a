import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import { createVisitQueue } from '../../shared/aws/queues/visit-queue.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { wordFinding } from '../../shared/i18n/wording.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { outputs, secretId, variables } from '../../shared/model/stack-names.ts';
import { aMail } from '../mailbox/support/a-mail.ts';
import { password, user } from '../mailbox/support/mail-account.ts';
import { startMailServer, type TestMailServer } from '../mailbox/support/mail-server.ts';
import { aSubmission } from '../support/a-submission.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { type Account, anAccount } from './support/account.ts';
import { aCdk, type Cdk } from './support/cdk.ts';
import { allowForQuirks } from './support/emulator-quirks.ts';
import { environmentOf } from './support/environment.ts';
import { eventually } from './support/eventually.ts';
import { type MiniStack, runFolder, startMiniStack } from './support/ministack.ts';

const stack = 'Arrival';
const marker = '5e11ab1e';

let mail: TestMailServer;
let ministack: MiniStack;
let account: Account;
let cdk: Cdk;
let file: string;

beforeAll(async () => {
  mail = await startMailServer();
  await mail.createFolder('Junk');
  ministack = await startMiniStack({ smtpPort: 9 });
  account = anAccount(ministack);
  const configuration = path.join(runFolder, 'arrival.yaml');
  file = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
    checks: ${onlyChecks({ form: '{ mode: submit, every: 1d, arrivesIn: inbox }' })}
  - { id: inbox, kind: mailbox, page: ${user}, server: "127.0.0.1:${mail.port}", secret: info-mailbox }
`;
  writeFileSync(configuration, file);
  cdk = aCdk(ministack, {
    stack,
    config: configuration,
    testsOnlyLetPagesReachPrivateAddresses: 'yes',
    testsOnlyConfirmationDelaySeconds: '10',
  });
});

afterAll(async () => {
  await ministack?.stop();
  await mail?.stop();
});

test('the deployed probe-social reads what the form has sent and finds it in the mailbox', async () => {
  onTestFailed(() => console.log(ministack.log().slice(-8000)));
  await cdk.bootstrap();
  const secrets = new SecretsManagerClient(account.connection);
  await secrets.send(new CreateSecretCommand({ Name: secretId(stack, 'info-mailbox'), SecretString: password }));
  await cdk.deploy();
  const values = await account.outputs(stack);
  await allowForQuirks(account);
  const s3 = new S3Client({ ...account.connection, forcePathStyle: true });
  // A mail server counts in seconds.
  const scheduledAt = toInstant(Math.floor(Date.now() / 1000) * 1000 - 60_000);
  const log = createS3SubmissionLog(values[outputs.evidenceBucket] ?? '', s3);
  await log.claim(aSubmission({ scheduledAt, sentAt: scheduledAt, marker }));
  const sent = { from: 'wordpress@coffeelab.example', subject: 'New message', text: `Touchlight test (${marker})` };
  await mail.put('INBOX', aMail(sent), Date.parse(scheduledAt) + 12_000);
  const reading = parseConfiguration(file, 'touchpoints.yaml', scheduledAt.slice(0, 10));
  const checks = reading.ok ? reading.configuration.touchpoints.flatMap((each) => each.checks) : [];
  const check = checks.find(({ id }) => id === 'website/form-arrival');
  if (check === undefined) throw new Error('There is nothing that follows the form.');
  const { [variables.visitQueue]: queue = '' } = await environmentOf(account, stack, 'probe-social');
  const visit = { scheduledAt: toInstant(Date.now()), confirmation: false, checks: [check] };
  await createVisitQueue(queue, new SQSClient(account.connection)).send([visit]);
  const stores = createStores({ client: account.dynamo, tableName: values[outputs.table] ?? '' });
  const [status] = await eventually(
    'The arrival',
    240,
    async () => (await stores.statuses.list('website')).filter(({ checkId }) => checkId === check.id),
    (all) => all.length > 0,
  );
  expect(status?.light).toBe('green');
  expect(status && wordFinding(status.lastFinding, 'form-arrival', 'en').sentence).toMatch(/arrived after 12 s\.$/);
  expect(ministack.log()).not.toContain(password);
});
