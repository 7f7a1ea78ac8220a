import { describe, expect, test } from 'vitest';
import type { Context } from './conditions.ts';
import { type Decision, decide, type Request } from './decide.ts';
import { parsePolicy } from './policy.ts';

const account = '111122223333';
const stranger = '444455556666';
const role = `arn:aws:iam::${account}:role/probe`;
const queue = `arn:aws:sqs:eu-central-1:${account}:results`;

const request = (changes: Partial<Request> = {}): Request => ({
  caller: { role },
  action: 'sqs:SendMessage',
  resource: queue,
  owner: account,
  context: {},
  ...changes,
});

type Json = Record<string, unknown>;
const policy = (...statements: Json[]) =>
  parsePolicy({
    Version: '2012-10-17',
    Statement: statements.map((each) => ({ Effect: 'Allow', Action: '*', Resource: '*', ...each })),
  });

const byIdentity = (statement: Json, changes: Partial<Request> = {}): Decision =>
  decide(request(changes), { identity: policy(statement), resource: [] });
const byResource = (statement: Json, changes: Partial<Request> = {}): Decision =>
  decide(request(changes), { identity: [], resource: policy(statement) });

describe('who is allowed what', () => {
  test('nobody is, unless a statement says so', () => {
    expect(decide(request(), { identity: [], resource: [] })).toBe('not allowed');
  });

  test.each<[Json, Decision]>([
    [{ Action: 'sqs:SendMessage', Resource: queue }, 'allowed'],
    [{ Action: ['sqs:DeleteMessage', 'SQS:sendmessage'], Resource: [queue] }, 'allowed'],
    [{ Action: 'sqs:Send*', Resource: queue }, 'allowed'],
    [{ Action: 'sqs:Send', Resource: queue }, 'not allowed'],
    [{ Action: 'sqs:*', Resource: `${queue}*` }, 'allowed'],
    [{ Action: 'sqs:*', Resource: `${queue}?` }, 'not allowed'],
    [{ Action: 'sqs:*', Resource: queue.replace('results', 'resul?s') }, 'allowed'],
    [{ Action: 'sqs:*', Resource: `arn:aws:sqs:*:${account}:results` }, 'allowed'],
    [{ Action: 'sqs:*', Resource: 'arn:aws:*:results' }, 'not allowed'],
    [{ Action: 'sqs:*', Resource: queue.toUpperCase() }, 'not allowed'],
  ])('%o: %s', (statement, decision) => {
    expect(byIdentity(statement)).toBe(decision);
  });

  test('a Deny wins over every Allow, wherever it stands', () => {
    const [allow, deny] = [policy({}), policy({ Effect: 'Deny', Principal: '*' })];
    expect(decide(request(), { identity: allow, resource: deny })).toBe('explicitly denied');
    expect(decide(request(), { identity: [...policy({ Effect: 'Deny' }), ...allow], resource: [] })).toBe(
      'explicitly denied',
    );
  });
});

describe('whom a resource lets in', () => {
  test.each<[unknown, Request['caller'], Decision]>([
    ['*', { role }, 'allowed'],
    ['*', { service: 'events.amazonaws.com' }, 'allowed'],
    [{ AWS: '*' }, { service: 'events.amazonaws.com' }, 'allowed'],
    [{ AWS: role }, { role }, 'allowed'],
    [{ AWS: [`${role}-2`] }, { role }, 'not allowed'],
    [{ Service: 'events.amazonaws.com' }, { service: 'events.amazonaws.com' }, 'allowed'],
    [{ Service: 'events.amazonaws.com' }, { service: 'cloudwatch.amazonaws.com' }, 'not allowed'],
    [{ Service: 'events.amazonaws.com' }, { role }, 'not allowed'],
    [{ AWS: account }, { role }, 'not allowed'],
    [{ AWS: `arn:aws:iam::${account}:root` }, { role }, 'not allowed'],
  ])('%o, asked by %o: %s', (Principal, caller, decision) => {
    expect(byResource({ Principal }, { caller })).toBe(decision);
  });

  test('from another account both sides must allow', () => {
    const caller = { role: `arn:aws:iam::${stranger}:role/probe` };
    const [identity, resource] = [policy({}), policy({ Principal: { AWS: stranger } })];
    expect(decide(request({ caller }), { identity, resource: [] })).toBe('not allowed');
    expect(decide(request({ caller }), { identity: [], resource })).toBe('not allowed');
    expect(decide(request({ caller }), { identity, resource })).toBe('allowed');
  });

  test('an account as principal hands the decision on to the policies of its roles, and its Deny holds for all of them', () => {
    const principal = { AWS: `arn:aws:iam::${account}:root` };
    expect(decide(request(), { identity: policy({}), resource: policy({ Principal: principal }) })).toBe('allowed');
    const deny = policy({ Principal: principal, Effect: 'Deny' });
    expect(decide(request(), { identity: policy({}), resource: deny })).toBe('explicitly denied');
  });

  test('a role’s trust policy names no resource: it is about the role', () => {
    const trust = parsePolicy({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } }],
    });
    const assumes = request({ caller: { service: 'lambda.amazonaws.com' }, action: 'sts:AssumeRole', resource: role });
    expect(decide(assumes, { identity: [], resource: trust })).toBe('allowed');
  });
});

describe('conditions', () => {
  const arn = `arn:aws:cloudwatch:eu-central-1:${account}:alarm:Shop-no-results`;
  test.each<[Json, Context, Decision]>([
    [{ StringEquals: { 'aws:SourceAccount': account } }, { 'aws:SourceAccount': account }, 'allowed'],
    [{ StringEquals: { 'aws:SourceAccount': account } }, { 'AWS:sourceaccount': account }, 'allowed'],
    [{ StringEquals: { 'aws:SourceAccount': account } }, { 'aws:SourceAccount': stranger }, 'not allowed'],
    [{ StringEquals: { 'aws:SourceAccount': account } }, {}, 'not allowed'],
    [{ StringEqualsIfExists: { 'aws:SourceAccount': account } }, {}, 'allowed'],
    [{ StringEqualsIfExists: { 'aws:SourceAccount': account } }, { 'aws:SourceAccount': stranger }, 'not allowed'],
    [{ StringEquals: { 'aws:SourceAccount': [stranger, account] } }, { 'aws:SourceAccount': account }, 'allowed'],
    [
      { StringNotEquals: { 'aws:SourceAccount': [stranger, account] } },
      { 'aws:SourceAccount': account },
      'not allowed',
    ],
    [{ StringNotEquals: { 'aws:SourceAccount': account } }, {}, 'allowed'],
    [{ StringLike: { 's3:prefix': 'evidence/*' } }, { 's3:prefix': 'evidence/' }, 'allowed'],
    [{ StringLike: { 's3:prefix': 'evidence/*' } }, { 's3:prefix': 'reports/' }, 'not allowed'],
    [{ StringLike: { 's3:prefix': 'evidence/*' } }, {}, 'not allowed'],
    [
      { ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:*:${account}:alarm:Shop-*` } },
      { 'aws:SourceArn': arn },
      'allowed',
    ],
    [{ ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:*:Shop-*` } }, { 'aws:SourceArn': arn }, 'not allowed'],
    [{ ArnEquals: { 'aws:SourceArn': [`${arn}2`, arn] } }, { 'aws:SourceArn': arn }, 'allowed'],
    [{ Bool: { 'aws:SecureTransport': false } }, { 'aws:SecureTransport': 'false' }, 'allowed'],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, 'not allowed'],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, {}, 'not allowed'],
    [{ NumericLessThan: { 's3:TlsVersion': 1.2 } }, { 's3:TlsVersion': '1.1' }, 'allowed'],
    [{ NumericLessThan: { 's3:TlsVersion': 1.2 } }, { 's3:TlsVersion': '1.2' }, 'not allowed'],
    [{ Null: { 'dynamodb:LeadingKeys': 'true' } }, {}, 'allowed'],
    [{ Null: { 'dynamodb:LeadingKeys': 'false' } }, {}, 'not allowed'],
    [{ Null: { 'dynamodb:LeadingKeys': 'false' } }, { 'dynamodb:LeadingKeys': ['A'] }, 'allowed'],
    [
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['A#*', 'B'] } },
      { 'dynamodb:LeadingKeys': ['A#1', 'B'] },
      'allowed',
    ],
    [
      { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['A#*'] } },
      { 'dynamodb:LeadingKeys': ['A#1', 'B'] },
      'not allowed',
    ],
    [
      { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['A#*'] } },
      { 'dynamodb:LeadingKeys': ['A#1'] },
      'not allowed',
    ],
    [{ 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['A'] } }, {}, 'allowed'],
    [{ 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': ['A'] } }, {}, 'not allowed'],
    [
      { 'ForAnyValue:StringEquals': { 'dynamodb:LeadingKeys': ['A'] } },
      { 'dynamodb:LeadingKeys': ['B', 'A'] },
      'allowed',
    ],
    [
      { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': `${arn}*` } },
      { 'aws:SourceAccount': account },
      'not allowed',
    ],
  ])('%o under %o: %s', (Condition, context, decision) => {
    expect(byIdentity({ Condition }, { context })).toBe(decision);
  });
});

describe('what is not understood is an error, never a silent no or yes', () => {
  test.each<[string, Json]>([
    ['NotAction', { NotAction: 'sqs:*' }],
    ['NotResource', { NotResource: queue }],
    ['NotPrincipal', { NotPrincipal: '*' }],
    ['policy variables', { Condition: { StringLike: { 's3:prefix': `home/\${aws:username}/*` } } }],
    ['other kinds of principals', { Principal: { Federated: 'cognito' } }],
  ])('%s', (_, statement) => {
    expect(() => policy(statement)).toThrow();
  });

  test('an unknown operator', () => {
    const Condition = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
    expect(() => byIdentity({ Condition })).toThrow('IpAddress is not evaluated');
  });

  test('several values where the operator wants one', () => {
    const Condition = { StringEquals: { 'dynamodb:LeadingKeys': 'A' } };
    expect(() => byIdentity({ Condition }, { context: { 'dynamodb:LeadingKeys': ['A', 'B'] } })).toThrow(
      'has 2 values',
    );
  });

  test('a resource’s policy for nobody', () => {
    expect(() => byResource({})).toThrow('must name a principal');
  });
});
