import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Duration, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { regionsProblem } from '../../infra/further-regions.ts';
import { addRegions } from '../../infra/region-stack.ts';
import { TouchlightStack } from '../../infra/touchlight-stack.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';

const yaml = `
business: Coffee Lab
timeZone: Europe/Kyiv
regions: [eu-north-1, us-east-1]
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
`;

let folder: string;
let home: Template;
let elsewhere: readonly { readonly region: string; readonly name: string; readonly template: Template }[];
let dependencies: readonly string[];
let stacks: readonly Stack[];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchlight-regions-'));
  mkdirSync(path.join(folder, 'code'));
  writeFileSync(path.join(folder, 'code', 'handler.mjs'), '');
  ({ home, elsewhere, dependencies, stacks } = stacksOf(yaml));
});
afterAll(() => rmSync(folder, { recursive: true }));

function stacksOf(text: string) {
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { configuration } = reading;
  const app = new App({ outdir: path.join(folder, 'out'), builtinCloudFormationValidation: false });
  const bundle = () => path.join(folder, 'code');
  const stack = new TouchlightStack(app, 'Lab', {
    ...{ configuration, bundle, network: 'public', confirmationDelay: Duration.minutes(5), dashboard: false },
    ...{ receiptRules: true, origin: { version: '1.2.3', configuration: '0' }, env: { region: 'eu-west-1' } },
    tags: { team: 'ops' },
  });
  const further = addRegions(stack, configuration, { homeRegion: 'eu-west-1', bundle, network: 'public' });
  return {
    home: Template.fromStack(stack),
    elsewhere: further.map((each) => ({
      region: each.region,
      name: each.stackName,
      template: Template.fromStack(each),
    })),
    stacks: further,
    dependencies: further.flatMap((each) => each.dependencies.map(({ stackName }) => stackName)),
  };
}

/** Of the one role that may do it. */
function resourcesFor(template: Template, action: string): unknown[] {
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  return policies.flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.flatMap((statement: { Action: unknown; Resource: unknown }) =>
      [statement.Action].flat().includes(action) ? [statement.Resource].flat() : [],
    ),
  );
}

const arn = (rest: string) => {
  const [service, region, resource] = rest.split(' ');
  return {
    'Fn::Join': [
      '',
      ['arn:', { Ref: 'AWS::Partition' }, `:${service}:${region}:`, { Ref: 'AWS::AccountId' }, `:${resource}`],
    ],
  };
};

/** The region is known there, and so is its partition. */
const arnThere = (rest: string) => {
  const [service, region, resource] = rest.split(' ');
  return { 'Fn::Join': ['', [`arn:aws:${service}:${region}:`, { Ref: 'AWS::AccountId' }, `:${resource}`]] };
};

describe('each further region', () => {
  test('is a stack with the two probes that can tell, and nothing that keeps, waits or ticks', () => {
    expect(elsewhere.map(({ region, name }) => [region, name])).toEqual([
      ['eu-north-1', 'Lab-eu-north-1'],
      ['us-east-1', 'Lab-us-east-1'],
    ]);
    for (const { template, name } of elsewhere) {
      const resources = Object.values(template.toJSON()['Resources'] as Record<string, { Type: string }>);
      const types = [...new Set(resources.map(({ Type }) => Type))].toSorted();
      expect(types).toEqual([
        'AWS::IAM::Policy',
        'AWS::IAM::Role',
        'AWS::Lambda::EventInvokeConfig',
        'AWS::Lambda::Function',
        'AWS::Logs::LogGroup',
      ]);
      const functions = Object.values(template.findResources('AWS::Lambda::Function'));
      expect(functions.map(({ Properties }) => Properties.FunctionName)).toEqual([
        `${name}-probe-availability`,
        `${name}-probe-page`,
      ]);
    }
    expect(dependencies).toEqual(['Lab', 'Lab']);
  });

  test('may send what it saw home and wake evaluate there, and may do nothing else', () => {
    for (const { template } of elsewhere) {
      expect(resourcesFor(template, 'sqs:SendMessage')).toEqual([
        arnThere('sqs eu-west-1 Lab-probe-availability-results'),
        arnThere('sqs eu-west-1 Lab-probe-page-results'),
      ]);
      const evaluate = arnThere('lambda eu-west-1 function:Lab-evaluate');
      expect(resourcesFor(template, 'lambda:InvokeFunction')).toEqual([evaluate, evaluate]);
      const actions = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(({ Properties }) =>
        Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
      );
      expect([...new Set(actions)].toSorted()).toEqual([
        'lambda:InvokeFunction',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'sqs:SendMessage',
      ]);
    }
  });

  test('has the tags of home, its logs for a month, and what it has goes with it', () => {
    for (const { tags, node } of stacks) {
      expect(tags.tagValues()).toEqual({ team: 'ops' });
      expect(node.tryGetContext('@aws-cdk/aws-iam:minimizePolicies')).toBe(true);
    }
    for (const template of elsewhere.map((each) => each.template)) {
      template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
      template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    }
  });

  test('knows where home is, and keeps no evidence and no list of sent forms', () => {
    const [first] = elsewhere;
    const functions = Object.values(first?.template.findResources('AWS::Lambda::Function') ?? {});
    expect(functions.map(({ Properties }) => Properties.Environment.Variables)).toEqual(
      ['probe-availability', 'probe-page'].map((probe) => ({
        REGION: 'eu-north-1',
        HOME_REGION: 'eu-west-1',
        RESULT_QUEUE_URL: {
          'Fn::Join': [
            '',
            [
              'https://sqs.eu-west-1.',
              { Ref: 'AWS::URLSuffix' },
              '/',
              { Ref: 'AWS::AccountId' },
              `/Lab-${probe}-results`,
            ],
          ],
        },
        EVALUATE_FUNCTION: 'Lab-evaluate',
        NETWORK: 'public',
      })),
    );
  });
});

describe('the stack at home', () => {
  test('lets evaluate ask those probes, and gives the queues that they send to a name', () => {
    const asked = resourcesFor(home, 'lambda:InvokeFunction');
    for (const name of ['eu-north-1', 'us-east-1'])
      for (const probe of ['probe-availability', 'probe-page'])
        expect(asked).toContainEqual(arn(`lambda ${name} function:Lab-${name}-${probe}`));
    const queues = Object.values(home.findResources('AWS::SQS::Queue'));
    const names = queues.flatMap(({ Properties }) => Properties?.QueueName ?? []);
    expect(names.toSorted()).toEqual(['Lab-probe-availability-results', 'Lab-probe-page-results']);
    const evaluate = Object.values(home.findResources('AWS::Lambda::Function')).find(
      ({ Properties }) => Properties.FunctionName === 'Lab-evaluate',
    );
    expect(evaluate?.['Properties'].Environment.Variables).toMatchObject({ REGION: 'eu-west-1', STACK_NAME: 'Lab' });
  });

  test('is what it was, and alone, where no region is named', () => {
    const alone = stacksOf(yaml.replace(/^regions.*$/m, ''));
    expect(alone.elsewhere).toEqual([]);
    const queues = Object.values(alone.home.findResources('AWS::SQS::Queue'));
    expect(queues.flatMap(({ Properties }) => Properties?.QueueName ?? [])).toEqual([]);
  });
});

test('what cannot be deployed is told in a sentence, with the file that says so', () => {
  const regions = ['eu-north-1', 'eu-west-1'];
  const files = [{ file: 'touchpoints.yaml', regions }];
  expect(regionsProblem(files, { stack: 'Touchlight', region: 'us-east-1' })).toBeNull();
  expect(regionsProblem([{ file: 'touchpoints.yaml', regions: [] }], { stack: 'A', region: null })).toBeNull();
  expect(regionsProblem(files, { stack: 'Touchlight', region: 'eu-west-1' })).toBe(
    'touchpoints.yaml lists eu-west-1 under "regions", but the stack itself is deployed there. Leave it out: only further regions are listed.',
  );
  expect(regionsProblem(files, { stack: 'Touchlight', region: null })).toContain('Set AWS_REGION');
  expect(regionsProblem(files, { stack: 'A'.repeat(31), region: 'us-east-1' })).toContain('it may have 30');
  const fleet = ['bakery', 'dentist', 'salon'].map((name) => {
    return { file: `sites/${name}.yaml`, regions: name === 'bakery' ? [] : regions };
  });
  expect(regionsProblem(fleet, { stack: 'Touchlight', region: 'eu-west-1' })).toMatch(
    /^sites\/dentist\.yaml, sites\/salon\.yaml list eu-west-1 under "regions"/,
  );
});
