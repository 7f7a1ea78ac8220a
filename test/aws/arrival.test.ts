import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import { createPace } from '../../shared/aws/topics/pace.ts';
import { createSnsNotifier } from '../../shared/aws/topics/sns-notifier.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { outputs, secretId } from '../../shared/model/stack-names.ts';
import { aReceiver, type Receiver, signingSecret } from '../channel/stubs/receivers.ts';
import { aMail } from '../mailbox/support/a-mail.ts';
import { password, user } from '../mailbox/support/mail-account.ts';
import { startMailServer, type TestMailServer } from '../mailbox/support/mail-server.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { aSubmission } from '../support/a-submission.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';
import { eventually } from './support/eventually.ts';

const stack = 'Arrival';
const marker = '5e11ab1e';

let mail: TestMailServer;
let receiver: Receiver;
let deployed: DeployedStack;

beforeAll(async () => {
  [mail, receiver] = [await startMailServer(), await aReceiver()];
  await mail.createFolder('Junk');
  deployed = await aDeployedStack({
    stack,
    configuration: `business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { webhook: { url: "${receiver.url}/", secret: hook } }
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
    checks: ${onlyChecks({ form: '{ mode: submit, every: 1d, arrivesIn: inbox }' })}
  - { id: inbox, kind: mailbox, page: ${user}, server: "127.0.0.1:${mail.port}", secret: info-mailbox }
`,
    context: { testsOnlyLetPagesReachPrivateAddresses: 'yes' },
    prepare: async ({ connection }) => {
      const secrets = new SecretsManagerClient(connection);
      for (const [name, SecretString] of Object.entries({ 'info-mailbox': password, hook: signingSecret }))
        await secrets.send(new CreateSecretCommand({ Name: secretId(stack, name), SecretString }));
    },
  });
});

afterAll(async () => {
  await deployed?.close();
  await mail?.stop();
  await receiver?.close();
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

test('the deployed channel posts what notify publishes, once for each step, and signs it', async () => {
  onTestFailed(() => console.log(deployed.log().slice(-8000)));
  const notifier = createSnsNotifier({
    topicArn: deployed.outputs[outputs.alertsTopic] ?? '',
    render: (notification) => renderNotification(notification, { language: 'en', timeZone: 'Europe/Kyiv' }),
    pace: createPace(0, { now: Date.now, sleep: async () => {} }),
    client: new SNSClient(deployed.account.connection),
  });
  const types = async (): Promise<unknown[]> => [...receiver.taken.values()].map((body) => Object(body).type);
  await notifier.send(aNotification());
  await eventually('The post', 60, types, ({ length }) => length === 1);
  await notifier.send(aNotification());
  const over = aNotice({ reason: 'resolved', light: 'green' });
  await notifier.send(aNotification({ createdAt: '2026-11-23T10:00:00.000Z', notices: [over] }));
  await eventually('The end', 60, types, ({ length }) => length === 2);
  expect(await types()).toEqual(['alert.opened', 'alert.resolved']);
  expect(deployed.log()).not.toContain(signingSecret);
});

test('alerts test --stack has the function post a marked test, with its own secret', async () => {
  expect(await deployed.touchlight('alerts', 'test')).toEqual({
    version: 1,
    channels: [{ channel: 'webhook', ok: true, sentence: 'The test was posted.' }],
  });
  expect([...receiver.taken.values()].at(-1)).toMatchObject({ type: 'alert.test', data: { test: true } });
});
