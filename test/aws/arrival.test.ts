import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { secretId } from '../../shared/model/stack-names.ts';
import { aMail } from '../mailbox/support/a-mail.ts';
import { password, user } from '../mailbox/support/mail-account.ts';
import { startMailServer, type TestMailServer } from '../mailbox/support/mail-server.ts';
import { aSubmission } from '../support/a-submission.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';

const stack = 'Arrival';
const marker = '5e11ab1e';

let mail: TestMailServer;
let deployed: DeployedStack;

beforeAll(async () => {
  mail = await startMailServer();
  await mail.createFolder('Junk');
  deployed = await aDeployedStack({
    stack,
    configuration: `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
    checks: ${onlyChecks({ form: '{ mode: submit, every: 1d, arrivesIn: inbox }' })}
  - { id: inbox, kind: mailbox, page: ${user}, server: "127.0.0.1:${mail.port}", secret: info-mailbox }
`,
    context: { testsOnlyLetPagesReachPrivateAddresses: 'yes' },
    prepare: ({ connection }) => {
      const secret = new CreateSecretCommand({ Name: secretId(stack, 'info-mailbox'), SecretString: password });
      return new SecretsManagerClient(connection).send(secret);
    },
  });
});

afterAll(async () => {
  await deployed?.close();
  await mail?.stop();
});

test('the deployed probe-social reads what the form has sent and finds it in the mailbox', async () => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
  // A mail server counts in seconds.
  const scheduledAt = toInstant(Math.floor(Date.now() / 1000) * 1000 - 60_000);
  const log = createS3SubmissionLog(deployed.bucket, deployed.s3);
  await log.claim(aSubmission({ scheduledAt, sentAt: scheduledAt, marker }));
  const sent = { from: 'wordpress@coffeelab.example', subject: 'New message', text: `Touchlight test (${marker})` };
  await mail.put('INBOX', aMail(sent), Date.parse(scheduledAt) + 12_000);
  await deployed.visit('website/form-arrival');
  const status = await deployed.lightOf('website/form-arrival', 'green');
  expect(sentenceOf(status)).toMatch(/arrived after 12 s\.$/);
  expect(deployed.log()).not.toContain(password);
});
