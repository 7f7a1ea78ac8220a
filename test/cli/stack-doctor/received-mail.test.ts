import { beforeEach, describe, expect, it } from 'vitest';
import { examineReceivedMail } from '../../../cli/doctor/stack/received-mail.ts';
import type { AccountWorld } from '../../support/deployed-account.ts';
import { receivingYaml } from '../../support/healthy-account.ts';
import { aBench, configured, examine, find, sees } from './examined.ts';

const bench = aBench();
const name = 'received mail';
const ours = { name: 'Bakery-Rule-1', enabled: true, recipients: ['mailbox@inbox.bakery.example'] };
const theirs = { name: 'support', enabled: true, recipients: ['support@bakery.example'] };

const receives =
  (set: string, ...rules: NonNullable<AccountWorld['receiving']>['rules']) =>
  (world: AccountWorld): void => {
    world.receiving = { name: set, rules };
  };

beforeEach(() => {
  bench.configuration = configured(receivingYaml);
  bench.world.resources.push({ logicalId: 'InboundMailRule', physicalId: ours.name, type: 'AWS::SES::ReceiptRule' });
});

describe('received mail', () => {
  const itSees = sees(bench, examineReceivedMail);
  itSees(
    'that our own active set puts into the bucket works',
    name,
    /^green: SES receives mail for inbox\.bakery\.example by the rule set Bakery-inbound\./,
    receives('Bakery-inbound', ours),
  );
  itSees('is broken while no set is active', name, /^red: No receipt rule set is active/, () => {});
  itSees(
    'is broken where another set is active that the file does not name',
    name,
    /^red: The receipt rule set "default" is active in this region, not "Bakery-inbound"\. Activating that one would stop/,
    receives('default', theirs),
  );
  itSees(
    'is broken where our rule was deleted or disabled',
    name,
    /^red: Of Bakery-inbound, Touchlight's rules are missing or disabled/,
    receives('Bakery-inbound', { ...ours, enabled: false }),
  );
  itSees(
    'is impaired by a rule before ours that ends the processing of everything',
    name,
    /^yellow: The rule "drop" stands before Touchlight's/,
    receives('Bakery-inbound', { name: 'drop', enabled: true, recipients: [], stops: true }, ours),
  );
  itSees(
    'is not impaired by one that ends it for others, or that stands behind',
    name,
    /^green/,
    receives('Bakery-inbound', { ...theirs, stops: true }, ours, {
      name: 'drop',
      enabled: true,
      recipients: [],
      stops: true,
    }),
  );
  itSees(
    'is broken where its domain is not verified',
    name,
    /^red: inbox\.bakery\.example is not verified/,
    (world) => {
      receives('Bakery-inbound', ours)(world);
      world.mail.verified = [];
    },
  );

  it('says which command activates our set, and never where another one is active', async () => {
    expect((await find(bench, name, examineReceivedMail)).remedy).toBe(
      'aws ses set-active-receipt-rule-set --rule-set-name Bakery-inbound',
    );
    receives('default', theirs, { ...theirs, name: 'last' })(bench.world);
    const { remedy } = await find(bench, name, examineReceivedMail);
    expect(remedy).toBe(
      'Let Touchlight add its rules to it. In touchpoints.yaml: inbound: { domain: inbox.bakery.example, ruleSet: default, after: last }; then deploy.',
    );
    expect(remedy).not.toContain('set-active');
  });

  it('works in a set that the file names', async () => {
    bench.configuration = configured(
      receivingYaml.replace('inbox.bakery.example }', 'inbox.bakery.example, ruleSet: default }'),
    );
    receives('default', theirs, ours)(bench.world);
    expect(await find(bench, name, examineReceivedMail)).toMatchObject({ light: 'green' });
  });

  it('is asked about for a mystery shopper, too', async () => {
    bench.configuration = configured(
      receivingYaml.replace(
        '{ id: mailbox, kind: mailbox, source: inbound, page: info@bakery.example }',
        '{ id: mailbox, kind: shopper, source: inbound, to: info@bakery.example, smtp: "smtp.net.example:587" }',
      ),
    );
    receives('default', theirs)(bench.world);
    expect(await find(bench, name, examineReceivedMail)).toMatchObject({ light: 'red' });
    receives('Bakery-inbound', ours)(bench.world);
    expect(await find(bench, name, examineReceivedMail)).toMatchObject({ light: 'green' });
  });

  it.each(['ses:DescribeActiveReceiptRuleSet', 'ses:GetEmailIdentity'])(
    'is grey where %s is refused',
    async (action) => {
      receives('Bakery-inbound', ours)(bench.world);
      bench.account.fail(action, 'denied');
      const finding = await find(bench, name, examineReceivedMail);
      expect(`${finding.light}: ${finding.sentence}`).toBe(`unknown: Cannot tell: access denied, needs ${action}.`);
    },
  );

  it('is not asked about where the file says nothing of it', async () => {
    bench.configuration = configured();
    expect((await examine(bench)).map((each) => each.name)).not.toContain(name);
    expect(bench.account.asked.map(({ action }) => action)).not.toContain('ses:DescribeActiveReceiptRuleSet');
  });
});
