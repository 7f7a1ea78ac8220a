import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sentReasons } from '../../shared/model/reason.ts';
import { onlyChecks } from '../support/only-checks.ts';
import {
  anUncheckedTemplate,
  aSiteWith,
  everyTwoHours,
  everything,
  onlyAvailability,
  type Resource,
} from './a-template.ts';
import { named } from './permissions.ts';

const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
type Template = ReturnType<typeof anUncheckedTemplate>;

/** Where it has chats; fleet-channels.test.ts has it. */
const onlyOfFleets = 'chat-posts-waiting';

let stack: Template;
beforeAll(() => {
  stack = anUncheckedTemplate(everything);
});

describe('alarms about Touchlight itself', () => {
  test('are these, each prefixed with the stack’s name', () => {
    expect(Object.keys(alarmsOf(stack)).sort()).toEqual([
      'alerts-not-delivered',
      'digest-bounced',
      'dispatch-silent',
      'no-results',
      'page-failing',
      'probe-page-visits-waiting',
      'probe-social-visits-waiting',
      'results-waiting',
      'visits-lost',
      'work-lost',
    ]);
  });

  test('are built only for what is built', () => {
    expect(Object.keys(alarmsOf(anUncheckedTemplate(onlyAvailability))).sort()).toEqual([
      'alerts-not-delivered',
      'dispatch-silent',
      'no-results',
      'results-waiting',
      'work-lost',
    ]);
  });

  test('notify operations when they ring and when they are over, except those that ring for each new loss', () => {
    const operations = [{ Ref: expect.stringMatching(/^TopicsOperations/) }];
    for (const [name, alarm] of Object.entries(alarmsOf(stack))) {
      expect(alarm['AlarmActions'], name).toEqual(operations);
      expect(alarm['OKActions'], name).toEqual(name.endsWith('-lost') ? undefined : operations);
      expect(alarm['InsufficientDataActions'], name).toBeUndefined();
    }
  });

  test('treat missing data as a fault only if silence is one: elsewhere it means that nothing failed', () => {
    const meaning = Object.entries(alarmsOf(stack)).map(([name, alarm]) => [name, alarm['TreatMissingData']]);
    const silence = meaning.filter(([, missing]) => missing !== 'notBreaching');
    expect(Object.fromEntries(silence)).toEqual({ 'no-results': 'breaching', 'dispatch-silent': 'breaching' });
  });

  test('end with their heading in the runbook, which exists', () => {
    for (const [name, alarm] of Object.entries(alarmsOf(stack))) {
      expect(String(alarm['AlarmDescription']), name).toMatch(new RegExp(`docs/runbook\\.md#alarm-${name}$`));
      expect(headings(), name).toContain(`alarm-${name}`);
    }
  });

  test('are the only ones in the runbook', () => {
    const described = headings().filter((heading) => /^alarm-/.test(heading));
    expect(described.toSorted()).toEqual(
      [...Object.keys(alarmsOf(stack)), onlyOfFleets].map((name) => `alarm-${name}`).toSorted(),
    );
  });

  test('the runbook has a heading for every reason that alerts are sent for', () => {
    for (const reason of sentReasons)
      expect(
        headings().some((heading) => heading.includes(reason)),
        reason,
      ).toBe(true);
  });
});

describe('what rings', () => {
  test('no-results: nothing was taken out of the promptest check’s queue for two of its cadences', () => {
    expect(alarmsOf(stack)['no-results']).toMatchObject({
      Namespace: 'AWS/SQS',
      MetricName: 'NumberOfMessagesDeleted',
      Statistic: 'Sum',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      // CloudWatch looks at more periods than these before it takes silence for silence: with minutes that is over sooner.
      Period: 60,
      EvaluationPeriods: 10,
      AlarmDescription: expect.stringContaining('for 10 minutes'),
    });
    expect(dimension(stack, 'no-results')).toBe('ProbeAvailabilityResults.QueueName');
    expect(alarmsOf(anUncheckedTemplate(everyTwoHours))['no-results']).toMatchObject({
      Period: 300,
      EvaluationPeriods: 48,
    });
  });

  test('no-results allows for a check that runs only within hours', () => {
    const hourly = anUncheckedTemplate(`
business: A
timeZone: UTC
hours: { mon-fri: ["09:00-17:00"] }
touchpoints:
  - id: shop
    kind: website
    url: "https://a.example"
    checks: ${onlyChecks({ form: '{ mode: submit }' })}
`);
    const { Period, EvaluationPeriods } = z
      .object({ Period: z.number(), EvaluationPeriods: z.number() })
      .parse(alarmsOf(hourly)['no-results']);
    // From Friday evening to Monday morning, with two cadences and a day to spare.
    expect(Period * EvaluationPeriods).toBeGreaterThan(64 * 3600);
    expect(dimension(hourly, 'no-results')).toBe('ProbePageResults.QueueName');
  });

  test('dispatch-silent: not one of five minutes started it', () => {
    expect(alarmsOf(stack)['dispatch-silent']).toMatchObject({
      Namespace: 'AWS/Lambda',
      MetricName: 'Invocations',
      Statistic: 'Sum',
      ComparisonOperator: 'LessThanThreshold',
      Threshold: 1,
      Period: 60,
      EvaluationPeriods: 5,
    });
    expect(dimension(stack, 'dispatch-silent')).toBe('DispatchStepFunction');
  });

  test('results-waiting: Lambda drops evaluate’s wake-ups because it fails or cannot start', () => {
    expect(alarmsOf(stack)['results-waiting']).toMatchObject({
      Namespace: 'AWS/Lambda',
      // The age of the oldest result leaves out what was received three times, which is what a failing evaluate does.
      MetricName: 'AsyncEventsDropped',
      Statistic: 'Sum',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      Period: 300,
      EvaluationPeriods: 2,
    });
    expect(dimension(stack, 'results-waiting')).toBe('EvaluateStepFunction');
  });

  test.each(['probe-page', 'probe-social'])('%s-visits-waiting: a visit has waited for half an hour', (probe) => {
    expect(alarmsOf(stack)[`${probe}-visits-waiting`]).toMatchObject({
      Namespace: 'AWS/SQS',
      MetricName: 'ApproximateAgeOfOldestMessage',
      Statistic: 'Maximum',
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1800,
      Period: 300,
      EvaluationPeriods: 2,
    });
    const queue = probe === 'probe-page' ? 'ProbePageVisits' : 'ProbeSocialVisits';
    expect(dimension(stack, `${probe}-visits-waiting`)).toBe(`${queue}.QueueName`);
  });

  test.each([
    ['work-lost', 'DeadLettersWork'],
    ['visits-lost', 'DeadLettersVisits'],
  ])('%s: there is more in the dead-letter queue than before', (name, queue) => {
    const alarm = alarmsOf(stack)[name] ?? {};
    expect(alarm).toMatchObject({
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      // One of four: a first value that SQS writes a quarter of an hour late still rings.
      EvaluationPeriods: 4,
      DatapointsToAlarm: 1,
    });
    const [expression, ...metrics] = z.array(z.record(z.string(), z.unknown())).parse(alarm['Metrics']);
    expect(expression).toMatchObject({ Expression: 'DIFF(FILL(FILL(lying, REPEAT), 0))', ReturnData: true });
    expect(metrics).toEqual([
      {
        Id: 'lying',
        ReturnData: false,
        MetricStat: {
          Stat: 'Maximum',
          Period: 300,
          Metric: {
            Namespace: 'AWS/SQS',
            MetricName: 'ApproximateNumberOfMessagesVisible',
            Dimensions: [
              {
                Name: 'QueueName',
                Value: { 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${queue}`)), 'QueueName'] },
              },
            ],
          },
        },
      },
    ]);
  });

  test('alerts-not-delivered: SNS failed to deliver one of the alerts', () => {
    expect(alarmsOf(stack)['alerts-not-delivered']).toMatchObject({
      Namespace: 'AWS/SNS',
      MetricName: 'NumberOfNotificationsFailed',
      Statistic: 'Sum',
      Threshold: 1,
    });
    expect(dimension(stack, 'alerts-not-delivered')).toBe('TopicsAlerts.TopicName');
  });

  test('digest-bounced: SES counts a bounce of the digest’s own mails', () => {
    expect(alarmsOf(stack)['digest-bounced']).toMatchObject({
      Namespace: 'AWS/SES',
      MetricName: 'Bounce',
      Threshold: 1,
    });
    expect(dimension(stack, 'digest-bounced')).toBe('DigestMails');
  });

  test('each dead-letter queue and each queue of visits is watched', () => {
    const watched = JSON.stringify(Object.values(alarmsOf(stack)));
    const queues = stack.ofType('AWS::SQS::Queue').filter(({ id }) => /DeadLetters|Visits/.test(id));
    expect(queues).toHaveLength(4);
    for (const { id } of queues) expect(watched, id).toContain(`"${id}"`);
  });
});

describe('CloudWatch’s own limits', () => {
  test.each([
    ['a site every minute', '1m'],
    ['every five minutes', '5m'],
    ['every half day', '12h'],
    ['once a day', '24h'],
  ])('are kept by every alarm: %s', (_, every) => {
    const template = anUncheckedTemplate(aSiteWith({ availability: `{ every: ${every} }` }));
    for (const [name, alarm] of Object.entries(alarmsOf(template))) {
      const period = Number(alarm['Period'] ?? 300);
      const lookedBack = period * Number(alarm['EvaluationPeriods']);
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
      expect(lookedBack, name).toBeLessThanOrEqual((period < 3600 ? 1 : 7) * 86_400);
      expect(String(alarm['AlarmName']).length + String(alarm['AlarmDescription']).length, name).toBeLessThan(1024);
    }
  });
});

test('one dashboard, where it is asked for, shows all of them', () => {
  expect(stack.ofType('AWS::CloudWatch::Dashboard')).toEqual([]);
  const shown = anUncheckedTemplate(everything, true);
  const [dashboard, ...more] = shown.ofType('AWS::CloudWatch::Dashboard');
  expect(more).toEqual([]);
  const body = JSON.stringify(dashboard?.Properties['DashboardBody']);
  const alarms = shown.ofType('AWS::CloudWatch::Alarm');
  expect(alarms).toHaveLength(10);
  for (const { id } of alarms) expect(body, id).toContain(`"${id}"`);
});

/** By their names without the stack's. */
function alarmsOf({ ofType }: Pick<Template, 'ofType'>): Record<string, Resource['Properties']> {
  return Object.fromEntries(
    ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => [
      String(Properties['AlarmName']).replace(/^Touchlight-/, ''),
      Properties,
    ]),
  );
}

/** What the metric of an alarm is about, by construct. */
function dimension(template: Pick<Template, 'ofType'>, name: string): string {
  const [only, ...more] = z
    .array(z.object({ Name: z.string(), Value: z.json() }))
    .parse(alarmsOf(template)[name]?.['Dimensions']);
  if (only === undefined || more.length > 0) throw new Error(`${name} has ${more.length + 1} dimensions.`);
  return named(only.Value);
}

/** As GitHub makes anchors of headings. */
function headings(): string[] {
  return [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
