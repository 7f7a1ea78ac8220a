import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { anUncheckedTemplate, everything, onlyAvailability, type SynthesizedTemplate } from './a-template.ts';
import { named } from './permissions.ts';

let stack: Omit<SynthesizedTemplate, 'warnings'>;
beforeAll(() => {
  stack = anUncheckedTemplate(everything);
});

const queues = () =>
  stack.ofType('AWS::SQS::Queue').map((queue) => ({ ...queue, name: queue.id.replace(/[0-9A-F]{8}$/, '') }));
const working = () => queues().filter(({ name }) => !name.startsWith('DeadLetters'));

describe('queues', () => {
  test('each probe has one for its results, and one for visits if those must not overlap', () => {
    expect(
      working()
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'ProbeAvailabilityResults',
      'ProbeLighthouseResults',
      'ProbePageResults',
      'ProbePageVisits',
      'ProbeSocialResults',
      'ProbeSocialVisits',
    ]);
  });

  test('failed messages stay in one of two dead-letter queues for two weeks', () => {
    for (const { name, Properties } of working()) {
      const { deadLetterTargetArn } = Object(Properties['RedrivePolicy']);
      expect(named(deadLetterTargetArn), name).toBe(name.endsWith('Visits') ? 'DeadLettersVisits' : 'DeadLettersWork');
    }
    const dead = queues().filter(({ name }) => name.startsWith('DeadLetters'));
    expect(dead.map(({ name }) => name).sort()).toEqual(['DeadLettersVisits', 'DeadLettersWork']);
    for (const { name, Properties } of dead) expect(Properties['MessageRetentionPeriod'], name).toBe(14 * 24 * 3600);
  });

  test('a stack without page visits has neither a visits queue nor its dead-letter queue', () => {
    const { ofType } = anUncheckedTemplate(onlyAvailability);
    const names = ofType('AWS::SQS::Queue').map(({ id }) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(names.sort()).toEqual(['DeadLettersWork', 'ProbeAvailabilityResults']);
  });

  test('visits are FIFO, tried twice, and expire after four hours', () => {
    for (const { name, Properties } of working()) {
      const visits = name.endsWith('Visits');
      expect(Properties['FifoQueue'], name).toBe(visits ? true : undefined);
      expect(Object(Properties['RedrivePolicy'])['maxReceiveCount'], name).toBe(visits ? 2 : 30);
      // A result is kept for SQS's four days, in which it can be stored once evaluate works again.
      expect(Properties['MessageRetentionPeriod'], name).toBe(visits ? 4 * 3600 : undefined);
    }
  });

  test('a message stays hidden 30 seconds longer than its function may run, so a killed visit blocks its host no longer', () => {
    const takers: Readonly<Record<string, string>> = {
      ProbePageVisits: 'ProbePage',
      ProbeSocialVisits: 'ProbeSocial',
    };
    for (const { name, Properties } of working()) {
      const taker = takers[name] ?? 'Evaluate';
      const lambda = stack.ofType('AWS::Lambda::Function').find(({ id }) => id.startsWith(`${taker}StepFunction`));
      const hiddenLonger = Number(Properties['VisibilityTimeout']) - Number(lambda?.Properties['Timeout']);
      // AWS refuses a mapping whose queue hides a message for less time than the function has.
      expect(hiddenLonger, name).toBe(30);
    }
  });
});

describe('what is given up', () => {
  const deadLetters = { 'Fn::GetAtt': [expect.stringMatching(/^DeadLettersWork/), 'Arn'] };

  test('by a schedule goes to the dead-letter queue', () => {
    const schedules = stack.ofType('AWS::Scheduler::Schedule');
    expect(schedules).toHaveLength(2);
    for (const { id, Properties } of schedules)
      expect(Properties['Target'], id).toMatchObject({ DeadLetterConfig: { Arn: deadLetters } });
  });

  test('by an asynchronously invoked function goes there too, except evaluate’s wake-ups, which carry nothing', () => {
    const asynchronous = stack
      .ofType('AWS::Lambda::EventInvokeConfig')
      .map(({ id, Properties }) => [
        id.replace(/StepFunctionEventInvokeConfig[0-9A-F]{8}$/, ''),
        { ...Properties, FunctionName: undefined, Qualifier: undefined },
      ]);
    const putAside = { DestinationConfig: { OnFailure: { Destination: deadLetters } } };
    expect(Object.fromEntries(asynchronous)).toEqual({
      ProbeAvailability: { ...putAside, MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 },
      ProbeLighthouse: { ...putAside, MaximumEventAgeInSeconds: 3600, MaximumRetryAttempts: 1 },
      Evaluate: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
      Notify: { ...putAside, MaximumEventAgeInSeconds: 900, MaximumRetryAttempts: 2 },
      Dispatch: { ...putAside, MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 },
      Digest: { ...putAside, MaximumEventAgeInSeconds: 21_600, MaximumRetryAttempts: 2 },
    });
  });

  test('every function that is invoked asynchronously sets its own limits: Lambda’s default is six hours without dead letters', () => {
    const configured = stack
      .ofType('AWS::Lambda::EventInvokeConfig')
      .map(({ Properties }) => named(Properties['FunctionName']));
    const polled = stack
      .ofType('AWS::Lambda::EventSourceMapping')
      .map(({ Properties }) => named(Properties['FunctionName']));
    // Whoever calls the live page waits for its answer.
    const asynchronous = stack.ofType('AWS::Lambda::Function').filter(({ id }) => !id.startsWith('PageStep'));
    expect(asynchronous).toHaveLength(8);
    for (const { id } of asynchronous) expect([...configured, ...polled], id).toContain(id.replace(/[0-9A-F]{8}$/, ''));
  });

  test('by the table’s stream goes there too; it wakes notify only for statuses worth notifying about', () => {
    stack.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'LATEST',
      MaximumBatchingWindowInSeconds: 60,
      BatchSize: 1000,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 3600,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': Match.anyValue() } } },
      FilterCriteria: {
        Filters: [{ Pattern: '{"dynamodb":{"NewImage":{"type":{"S":["status"]},"tell":{"BOOL":[true]}}}}' }],
      },
    });
  });
});

describe('sources', () => {
  test('only visits and the stream are polled; visits come one per batch, limited in number, and fail one by one', () => {
    const sources = stack
      .ofType('AWS::Lambda::EventSourceMapping')
      .map(({ Properties }) => [
        named(Properties['EventSourceArn']),
        Properties['BatchSize'],
        Properties['ScalingConfig'],
        Properties['FunctionResponseTypes'],
      ]);
    expect(sources).toEqual([
      ['ProbePageVisits', 1, { MaximumConcurrency: 5 }, ['ReportBatchItemFailures']],
      ['ProbeSocialVisits', 1, { MaximumConcurrency: 2 }, ['ReportBatchItemFailures']],
      ['Table.StreamArn', 1000, undefined, ['ReportBatchItemFailures']],
    ]);
  });

  test('no function reserves concurrency, because a new account has only 10, but the one that strangers may call', () => {
    for (const { id, Properties } of stack.ofType('AWS::Lambda::Function'))
      expect(Properties['ReservedConcurrentExecutions'], id).toBe(id.startsWith('PageStep') ? 5 : undefined);
  });
});
