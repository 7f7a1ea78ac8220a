import { describe, expect, it } from 'vitest';
import { examineSubscriptions } from '../../../cli/doctor/stack/subscriptions.ts';
import { examineDeployedMail, examineDeployedSecrets } from '../../../cli/doctor/stack/surroundings.ts';
import { type AccountWorld, secretName, topicArns } from '../../support/deployed-account.ts';
import { deployedYaml, hourMs } from '../../support/healthy-account.ts';
import { aBench, configured, examine, find, now, sees } from './examined.ts';

const bench = aBench();

describe('a topic', () => {
  const itSees = sees(bench, examineSubscriptions);
  const name = 'topic operations';
  const ops = { endpoint: 'ops@bakery.example', arn: 'arn:aws:sns:x:1' };
  const readers =
    (...all: { endpoint: string; arn: string; protocol?: string }[]) =>
    ({ subscriptions }: AccountWorld): void => {
      subscriptions[topicArns.operations] = all.map((each) => ({ protocol: 'email', ...each }));
    };

  itSees(
    'is heard by who has confirmed',
    name,
    /^green: Subscribed: ops@bakery\.example, https https:\/\/chat\.example\./,
    readers(ops, { protocol: 'https', endpoint: 'https://chat.example', arn: 'arn:2' }),
  );
  itSees(
    'that waits for a confirmation is not heard',
    name,
    /^red: Nobody has confirmed a subscription for Touchlight itself; not confirmed: ops@bakery\.example/,
    readers({ ...ops, arn: 'PendingConfirmation' }),
  );
  itSees(
    'that was left is not heard',
    name,
    /^red: .*no longer subscribed: ops@bakery/,
    readers({ ...ops, arn: 'Deleted' }),
  );
  itSees(
    'that has forgotten a reader is not heard',
    name,
    /^red: Subscribed: old@bakery\.example; no longer subscribed: ops@bakery\.example/,
    readers({ ...ops, endpoint: 'old@bakery.example' }),
  );
  itSees(
    'that was confirmed after all is heard',
    name,
    /^green: Subscribed: ops/,
    readers({ ...ops, arn: 'PendingConfirmation' }, ops),
  );
  itSees(
    'is one whatever the letters of the address',
    name,
    /^green: Subscribed: Ops/,
    readers({ ...ops, endpoint: 'Ops@Bakery.example' }),
  );
  itSees('that is gone is broken', name, /^red: .*deleted it by hand/, ({ subscriptions }) => {
    delete subscriptions[topicArns.operations];
  });
  itSees(
    'whose messages did not arrive is impaired',
    name,
    /^yellow: SNS failed to deliver 3 messages of operations in the last 7 days/,
    ({ metrics }) => {
      metrics['NumberOfNotificationsFailed Bakery-TopicsOperations'] = [{ at: now - 30 * hourMs, value: 3 }];
    },
  );

  it('without any reader in the file is not heard', async () => {
    bench.configuration = configured(deployedYaml.replace('alerts: { email: [ops@bakery.example] }\n', ''));
    readers()(bench.world);
    expect(await find(bench, name, examineSubscriptions)).toMatchObject({
      light: 'red',
      sentence: expect.stringContaining('no subscribers'),
    });
  });
});

describe('the topic of alerts', () => {
  it('is also heard by those under then and by owners, who hear nothing of operations', async () => {
    const yaml = deployedYaml.replace(
      'alerts: { email: [ops@bakery.example] }',
      'alerts: { email: [ops@bakery.example], acknowledge: 30m, then: [chief@bakery.example] }',
    );
    bench.configuration = configured(yaml);
    const lacking = await find(bench, 'topic alerts', examineSubscriptions);
    expect(lacking?.sentence).toMatch(/no longer subscribed: chief@bakery\.example\./);
    expect(lacking?.remedy).toContain(
      `--notification-endpoint chief@bakery.example --attributes '{"FilterPolicy":"{\\"escalated\\":[\\"yes\\"]}"}'`,
    );
    expect(await find(bench, 'topic operations', examineSubscriptions)).toMatchObject({ light: 'green' });
    bench.world.subscriptions[topicArns.alerts] = ['ops', 'chief'].map((name) => ({
      ...{ protocol: 'email', endpoint: `${name}@bakery.example`, arn: `arn:aws:sns:x:${name}` },
    }));
    expect(await find(bench, 'topic alerts', examineSubscriptions)).toMatchObject({ light: 'green' });
  });
});

describe('mail', () => {
  const itSees = sees(bench, examineDeployedMail);
  itSees('that may not be sent is broken', 'mail', /^red: SES sending is disabled/, ({ mail }) => {
    mail.sendingEnabled = false;
  });
  itSees(
    'of an unknown sender is broken',
    'mail',
    /^red: touchlight@bakery\.example is not a verified sender/,
    ({ mail }) => {
      mail.verified = [];
    },
  );
  itSees('in the sandbox reaches verified readers', 'mail', /^green: .*every reader is verified/, ({ mail }) => {
    mail.sandbox = true;
  });
  itSees(
    'in the sandbox does not reach the others',
    'mail',
    /^red: .*sandbox and has not verified owner@bakery\.example/,
    ({ mail }) => Object.assign(mail, { sandbox: true, verified: ['touchlight@bakery.example'] }),
  );

  it('is not asked about when there is no digest', async () => {
    bench.configuration = configured(deployedYaml.replace(/^digest: .*\n/m, ''));
    expect((await examine(bench)).map(({ name }) => name)).not.toContain('mail');
    expect(bench.account.asked.map(({ action }) => action)).not.toContain('ses:GetAccount');
  });
});

describe('a secret', () => {
  const itSees = sees(bench, examineDeployedSecrets);
  const name = 'secret facebook-page-token';
  itSees('that is missing is named', name, /^red: touchlight\/Bakery\/facebook-page-token does not exist/, (world) => {
    world.secrets = {};
  });
  it('with which a mystery shopper sends is asked about, too', async () => {
    const shopper =
      '- { id: enquiries, kind: shopper, source: inbound, to: info@bakery.example, smtp: "smtp.net.example:587", smtpSecret: shopper-smtp }';
    const inbound = 'inbound: { domain: inbox.bakery.example }';
    bench.configuration = configured(
      deployedYaml.replace('touchpoints:\n', `${inbound}\ntouchpoints:\n  ${shopper}\n`),
    );
    expect(await find(bench, 'secret shopper-smtp', examineDeployedSecrets)).toMatchObject({ light: 'red' });
  });
  it('with which links to the live page are signed is asked about, too', async () => {
    bench.configuration = configured(deployedYaml.replace('touchpoints:\n', 'page: {}\ntouchpoints:\n'));
    expect(await find(bench, 'secret page-links', examineDeployedSecrets)).toMatchObject({
      light: 'red',
      sentence: 'touchlight/Bakery/page-links does not exist, so nobody can open the live page with it.',
    });
  });
  itSees('that is being deleted is as good as missing', name, /^red: .*scheduled for deletion/, ({ secrets }) => {
    secrets[secretName('facebook-page-token')] = { deleted: true };
  });
});
