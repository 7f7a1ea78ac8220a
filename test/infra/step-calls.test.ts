import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { functionName, type Step, secretId, steps } from '../../shared/model/stack-names.ts';
import { anUncheckedTemplate, everything } from './a-template.ts';
import type { Context } from './iam/conditions.ts';
import { account, arnIn, Deployment } from './iam/deployment.ts';
import { bucketOf, modelCall } from './places-of-calls.ts';
import {
  adapters,
  neighbours,
  neverMade,
  ownPartition,
  partitions,
  rightOf,
  type StepCalls,
  stepCalls,
  tableActions,
  tableUse,
} from './step-calls.ts';

/**
 * Each step's role, call by call: its own calls are allowed, and every other step's calls are not, nor those that no step makes.
 * least-privilege.test.ts lists the actions; this file asks about concrete resources and items.
 */
let stack: Deployment;
let other: Deployment;
beforeAll(() => {
  const template = (name: string) => anUncheckedTemplate(everything, false, name).template;
  stack = new Deployment(template('Touchlight'), 'Touchlight');
  other = new Deployment(template('Touchlight-Test'), 'Touchlight-Test');
});

interface Call {
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
  /** For the message when the decision is not what it should be. */
  readonly on: string;
  readonly made: boolean;
}

/** Every call of that kind that there could be, and which of them the step makes. */
const kinds: readonly ((step: Step, at: Deployment) => Call[])[] = [
  ofTable,
  ofQueues,
  ofFunctions,
  ofTopics,
  ofMetrics,
  ofObjects,
  ofListing,
  ofSecrets,
  ofMail,
  () => [modelCall],
  ofLogs,
];

describe.each(steps)('%s', (step) => {
  test('is allowed its own calls and no other step’s', () => {
    const calls = kinds.flatMap((kind) => kind(step, stack));
    expect(calls.filter(({ made }) => made).length).toBeGreaterThan(4);
    for (const call of calls) {
      const expected = call.made ? 'allowed' : 'not allowed';
      expect(decide(step, call), `${step}: ${call.action} on ${call.on}`).toBe(expected);
    }
  });

  test('is denied all of it in another stack of the same account', () => {
    for (const call of kinds.flatMap((kind) => kind(step, other))) {
      // A verified address belongs to the account, not to a stack.
      if (call.action === 'ses:SendRawEmail' && call.resource.includes(':identity/')) continue;
      // Nor does a metric.
      if (call.action === 'cloudwatch:GetMetricData') continue;
      expect(decide(step, call), `${step}: ${call.action} on ${call.on} of another stack`).toBe('not allowed');
    }
  });

  test('is denied over plain HTTP', () => {
    const guarded = kinds
      .flatMap((kind) => kind(step, stack))
      .filter(({ action }) =>
        // Of a topic, publishing is guarded.
        /^(sqs:|s3:|sns:Publish$)/.test(action),
      );
    for (const call of guarded.filter(({ made }) => made)) {
      const context = { ...call.context, 'aws:SecureTransport': 'false' };
      expect(decide(step, { ...call, context }), `${call.action} on ${call.on}`).toBe('explicitly denied');
    }
  });

  test('is denied every call that no step makes', () => {
    const secret = arnIn('secretsmanager', `secret:${secretId(stack.stack, 'x-grant')}-AbCdEf`);
    const places = [...stack.resources.map(({ arn }) => arn), `${bucketOf(stack)}/evidence/website/x`, secret, '*'];
    for (const action of neverMade)
      for (const resource of places)
        expect(decide(step, { action, resource }), `${step}: ${action} on ${resource}`).toBe('not allowed');
  });
});

test('no step invokes itself, directly or through others: Lambda stops such loops after 16 rounds', () => {
  const wakes = (step: Step): Step[] => {
    const { InvokeFunction = [], SendMessage = [] } = stepCalls[step];
    const taking = steps.filter((other) => SendMessage.some((queue) => takesFrom(other, queue)));
    return [...InvokeFunction, ...taking];
  };
  for (const step of steps) {
    const reached = new Set(wakes(step));
    for (const next of reached) for (const further of wakes(next)) reached.add(further);
    expect([...reached], step).not.toContain(step);
  }
});

test('the adapters send no command that this test does not know', () => {
  const folder = new URL('../../shared/aws/', import.meta.url);
  const sources = adapters.flatMap((name) =>
    readdirSync(new URL(name, folder)).map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')),
  );
  const sent = sources.flatMap((source) => [...source.matchAll(/new (\w+Command)\(|(paginate\w+)\(/g)]);
  expect([...new Set(sent.map(([, command, pages]) => command ?? pages))].sort()).toEqual(Object.keys(rightOf).sort());
  const asked = new Set(
    steps.flatMap((step) => kinds.flatMap((kind) => kind(step, stack))).map(({ action }) => action),
  );
  for (const [command, right] of Object.entries(rightOf)) expect(asked, command).toContain(right);
});

describe('the table', () => {
  test('refuses a request that names no key, or another partition besides the role’s own', () => {
    for (const step of steps) {
      const [allowed, ...more] = ofTable(step, stack).filter(({ made }) => made);
      for (const call of allowed === undefined ? [] : [allowed, ...more]) {
        expect(decide(step, { ...call, context: {} }), `${step}: ${call.action} without a key`).toBe('not allowed');
        const keys = [call.context?.['dynamodb:LeadingKeys'] ?? [], 'OTHER'].flat();
        expect(decide(step, { ...call, context: { 'dynamodb:LeadingKeys': keys } }), call.action).toBe('not allowed');
      }
    }
  });

  test('is deleted from only where nothing is history: suspicions, the registry and the board; evaluate’s batches are the exception', () => {
    const mayDelete = steps.flatMap((step) =>
      Object.values(partitions)
        .flat()
        .flatMap((partition) =>
          ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']
            .filter((action) => decide(step, tableCall(stack, action, partition)) === 'allowed')
            .map((action) => `${step} ${action} ${partition.split('#')[0]}`),
        ),
    );
    expect([...new Set(mayDelete)]).toEqual([
      'dispatch dynamodb:DeleteItem CONFIRMATIONS',
      'evaluate dynamodb:BatchWriteItem CHECK',
      'evaluate dynamodb:BatchWriteItem TOUCHPOINT',
      'notify dynamodb:DeleteItem TOUCHPOINTS',
      // Of a touchpoint that is not configured any more; notify writes the others again.
      'notify dynamodb:DeleteItem BOARD',
    ]);
  });
});

function decide(step: Step, { action, resource, context }: Pick<Call, 'action' | 'resource' | 'context'>) {
  const name = functionName(stack.stack, step);
  const role = stack.ofType('AWS::Lambda::Function').find((each) => each.name === name)?.properties['Role'];
  return stack.decide({
    caller: { role: String(role) },
    action,
    resource,
    owner: account,
    ...(context && { context }),
  });
}

function ofTable(step: Step, at: Deployment): Call[] {
  return tableActions.flatMap((action) =>
    Object.entries(partitions).flatMap(([kind, examples]) => {
      const makes = Object.values(tableUse).some((use) => use.in === kind && use.by[action]?.includes(step));
      return examples.map((partition) => ({
        ...tableCall(at, `dynamodb:${action}`, partition),
        made: makes && (ownPartition[step] ?? partition) === partition,
      }));
    }),
  );
}

function tableCall(at: Deployment, action: string, partition: string) {
  const resource = at.the('AWS::DynamoDB::GlobalTable', 'Table').arn;
  return { action, resource, context: { 'dynamodb:LeadingKeys': [partition] }, on: partition };
}

function ofQueues(step: Step, at: Deployment): Call[] {
  const actions = [
    'SendMessage',
    'ReceiveMessage',
    'DeleteMessage',
    'ChangeMessageVisibility',
    'GetQueueAttributes',
  ] as const;
  return actions.flatMap((action) =>
    at.ofType('AWS::SQS::Queue').map(({ arn, id }) => ({
      action: `sqs:${action}`,
      resource: arn,
      on: id,
      made: names(stepCalls[step][action], id),
    })),
  );
}

function ofFunctions(step: Step, at: Deployment): Call[] {
  return steps.map((invoked) => ({
    action: 'lambda:InvokeFunction',
    resource: arnIn('lambda', `function:${functionName(at.stack, invoked)}`),
    on: invoked,
    made: stepCalls[step].InvokeFunction?.includes(invoked) ?? false,
  }));
}

function ofTopics(step: Step, at: Deployment): Call[] {
  return (['Publish', 'ListSubscriptionsByTopic'] as const).flatMap((action) =>
    at.ofType('AWS::SNS::Topic').map(({ arn, id }) => ({
      action: `sns:${action}`,
      resource: arn,
      on: id,
      made: names(stepCalls[step][action], id),
    })),
  );
}

function ofMetrics(step: Step): Call[] {
  const made = stepCalls[step].GetMetricData ?? false;
  return [{ action: 'cloudwatch:GetMetricData', resource: '*', on: 'all metrics', made }];
}

function ofObjects(step: Step, at: Deployment): Call[] {
  return (['PutObject', 'GetObject'] as const).flatMap((action) =>
    neighbours.objects.map((key) => ({
      action: `s3:${action}`,
      resource: `${bucketOf(at)}/${key}`,
      on: key,
      made: stepCalls[step][action]?.includes(key) ?? false,
    })),
  );
}

function ofListing(step: Step, at: Deployment): Call[] {
  return neighbours.prefixes.map((prefix) => ({
    action: 's3:ListBucket',
    resource: bucketOf(at),
    on: prefix ?? 'the whole bucket',
    ...(prefix !== null && { context: { 's3:prefix': prefix } }),
    made: stepCalls[step].ListBucket?.includes(prefix) ?? false,
  }));
}

function ofSecrets(step: Step, at: Deployment): Call[] {
  return (['GetSecretValue', 'PutSecretValue'] as const).flatMap((action) =>
    neighbours.secrets.map((name) => ({
      action: `secretsmanager:${action}`,
      // Secrets Manager adds six characters to the name.
      resource: arnIn('secretsmanager', `secret:${secretId(at.stack, name)}-AbCdEf`),
      on: name,
      made: stepCalls[step][action]?.includes(name) ?? false,
    })),
  );
}

/** SES asks for the right on the identities of a mail and on its configuration set. */
function ofMail(step: Step, at: Deployment): Call[] {
  const set = at.the('AWS::SES::ConfigurationSet', 'DigestMails');
  const mails = stepCalls[step].SendRawEmail ?? [];
  const action = 'ses:SendRawEmail';
  return [
    { action, resource: set.arn, on: set.id, made: mails.length > 0 },
    ...neighbours.identities.map((identity) => ({
      action,
      resource: arnIn('ses', `identity/${identity}`),
      on: identity,
      made: mails.includes(identity),
    })),
  ];
}

function ofLogs(step: Step, at: Deployment): Call[] {
  return steps.flatMap((written) =>
    ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({
      action,
      resource: arnIn('logs', `log-group:/aws/lambda/${functionName(at.stack, written)}:log-stream:2026/11/22`),
      on: `the log of ${written}`,
      made: written === step,
    })),
  );
}

function names(constructs: StepCalls['SendMessage'], id: string): boolean {
  return constructs?.some((construct) => id.startsWith(construct)) ?? false;
}

/** Lambda starts a step for each message in a queue of visits; evaluate reads its queues only when it is woken. */
function takesFrom(step: Step, queue: string): boolean {
  return queue.endsWith('Visits') && names(stepCalls[step].ReceiveMessage, queue);
}
