import { describe, expect, test } from 'vitest';
import { receivingProblem } from '../../infra/mail-regions.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { anUncheckedTemplate, aTemplate } from './a-template.ts';
import { permissionsOf } from './permissions.ts';

const withInbound = (inbound: string): string => `
business: Coffee Lab
timeZone: Europe/Kyiv
inbound: ${inbound}
touchpoints:
  - { id: mailbox, kind: mailbox, source: inbound, page: info@coffeelab.example }
  - { id: orders, kind: mailbox, source: inbound, page: orders@coffeelab.example }
  - { id: other, kind: mailbox, page: other@coffeelab.example, server: "imap.coffeelab.example:993", secret: other }
`;
const ofOurOwn = withInbound('{ domain: inbox.coffeelab.example }');
const added = withInbound('{ domain: inbox.coffeelab.example, ruleSet: default-rule-set, after: support-mail }');

const rule = 'AWS::SES::ReceiptRule';
const ruleSet = 'AWS::SES::ReceiptRuleSet';

describe('received mail', () => {
  test('has a rule for each mailbox that is received so, each with its own address and place', () => {
    const { ofType, warnings } = aTemplate(ofOurOwn);
    expect(warnings).toEqual([]);
    const [set, ...more] = ofType(ruleSet);
    expect([set?.Properties, more]).toEqual([{ RuleSetName: 'Touchlight-inbound' }, []]);
    const rules = ofType(rule);
    const evidence = { Ref: ofType('AWS::S3::Bucket')[0]?.id };
    expect(rules.map(({ Properties }) => Properties)).toEqual(
      ['mailbox', 'orders'].map((id, index) => ({
        RuleSetName: { Ref: set?.id },
        ...(index > 0 && { After: { Ref: rules[0]?.id } }),
        Rule: {
          Enabled: true,
          Recipients: [`${id}@inbox.coffeelab.example`],
          ScanEnabled: true,
          TlsPolicy: 'Optional',
          Actions: [{ S3Action: { BucketName: evidence, ObjectKeyPrefix: `inbox/${id}/` } }],
        },
      })),
    );
  });

  test('adds only its rules to a set that is active already, behind the last one, and ends no other rule', () => {
    const { ofType } = anUncheckedTemplate(added);
    expect(ofType(ruleSet)).toEqual([]);
    const rules = ofType(rule);
    expect(rules.map(({ Properties }) => [Properties['RuleSetName'], Properties['After']])).toEqual([
      ['default-rule-set', 'support-mail'],
      ['default-rule-set', { Ref: rules[0]?.id }],
    ]);
    expect(JSON.stringify(rules)).not.toContain('StopAction');
  });

  test('may be put there by SES for this account, and be read by probe-social, each below its own prefix', () => {
    const template = anUncheckedTemplate(ofOurOwn);
    const policies = JSON.stringify(template.ofType('AWS::S3::BucketPolicy'));
    for (const id of ['mailbox', 'orders']) expect(policies).toContain(`/inbox/${id}/*`);
    expect(policies.match(/"aws:SourceAccount":\{"Ref":"AWS::AccountId"\}/g)).toHaveLength(1);
    const granted = permissionsOf(template, 'ProbeSocial');
    expect(granted['s3:GetObject']).toEqual(['Evidence/inbox/mailbox/*', 'Evidence/inbox/orders/*']);
    expect(granted['s3:PutObject']).toEqual(['Evidence/evidence/*']);
  });

  test('is off where the file says nothing of it, or no mailbox uses it', () => {
    const unused = `business: A\ntimeZone: UTC\ninbound: { domain: in.a.example }\ntouchpoints: [{ id: website, kind: website, url: "https://a.example" }]`;
    for (const yaml of [undefined, unused]) {
      const { ofType } = anUncheckedTemplate(yaml);
      expect([...ofType(rule), ...ofType(ruleSet)]).toEqual([]);
    }
  });
});

describe('a region', () => {
  const reading = parseConfiguration(ofOurOwn, 'touchpoints.yaml', '2026-11-22');
  const configuration = reading.ok ? reading.configuration : null;
  const problemIn = (region: string | null) => configuration && receivingProblem(configuration, region);

  test('in which SES receives no mail is refused in words', () => {
    expect(problemIn('eu-west-3')).toMatch(
      /^touchpoints\.yaml has "inbound", but SES is not known to receive mail in eu-west-3\. Deploy to one of us-east-1, /,
    );
  });

  test('is not asked for where it receives, where it is unknown, or where no mail is received', () => {
    expect([problemIn('eu-west-1'), problemIn(null)]).toEqual([null, null]);
    expect(configuration && receivingProblem({ ...configuration, inbound: null }, 'eu-west-3')).toBeNull();
  });
});
