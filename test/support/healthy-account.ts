import type { Configuration } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { functionName, outputs, type Step } from '../../shared/model/stack-names.ts';
import { aStatus } from './a-status.ts';
import { type AccountWorld, queueUrl, secretName, stackName, topicArns } from './deployed-account.ts';
import { onlyChecks } from './only-checks.ts';

export const origin = { version: '1.2.3', fingerprint: '0123456789abcdef' };
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

const outputsOf = (fingerprint: string, version: string): Record<string, string> => ({
  [outputs.table]: 'Bakery-Table',
  [outputs.evidenceBucket]: 'bakery-evidence',
  [outputs.alertsTopic]: topicArns.alerts,
  [outputs.operationsTopic]: topicArns.operations,
  [outputs.version]: version,
  [outputs.configuration]: fingerprint,
});

export const deployedYaml = `business: Bakery
timeZone: UTC
alerts: { email: [ops@bakery.example] }
digest: { to: [owner@bakery.example], from: touchlight@bakery.example }
touchpoints:
  - id: website
    kind: website
    url: https://bakery.example
    checks: ${onlyChecks({ availability: '{ every: 5m }', 'page-load': '{ devices: [mobile] }', lighthouse: '{ every: 12h }' })}
  - { id: facebook, kind: facebook, page: "555", secret: facebook-page-token, sla: { firstResponse: 4h } }
`;

/** The same, and SES receives mail for it. */
export const receivingYaml = deployedYaml.replace(
  'touchpoints:\n',
  `inbound: { domain: inbox.bakery.example }
touchpoints:
  - { id: mailbox, kind: mailbox, source: inbound, page: info@bakery.example }
`,
);

const steps: readonly Step[] = [
  'dispatch',
  'probe-availability',
  'probe-page',
  'probe-lighthouse',
  'probe-social',
  'evaluate',
  'notify',
  'digest',
];

/** Logical ids as the stack has them, by what they are called in the account. */
const resources = {
  'AWS::Scheduler::Schedule': { DispatchEveryMinuteSchedule01234567: 'minute', DigestWeeklySchedule01234567: 'weekly' },
  'AWS::Lambda::EventSourceMapping': {
    ProbePageStepFunctionSqsEventSourceBakeryProbePageVisits01234567: 'page-uuid',
    ProbeSocialStepFunctionSqsEventSourceBakeryProbeSocialVisits01234567: 'social-uuid',
    NotifyStepFunctionDynamoDBEventSourceBakeryTable01234567: 'stream-uuid',
  },
  'AWS::SQS::Queue': {
    ProbeAvailabilityResults01234567: queueUrl('availability-results'),
    ProbePageResults01234567: queueUrl('page-results'),
    ProbePageVisits01234567: queueUrl('page-visits.fifo'),
    DeadLettersWork01234567: queueUrl('work'),
    DeadLettersVisits01234567: queueUrl('visits.fifo'),
  },
  'AWS::CloudWatch::Alarm': {
    SelfWatchAlarmsnoresults01234567: 'Bakery-no-results',
    SelfWatchAlarmsworklost01234567: 'Bakery-work-lost',
    SelfWatchAlarmsresultswaiting01234567: 'Bakery-results-waiting',
  },
  'AWS::SNS::Topic': { TopicsAlerts01234567: topicArns.alerts, TopicsOperations01234567: topicArns.operations },
};

function anAlarm(ends: boolean, now: number): AccountWorld['alarms'][string] {
  return {
    state: 'OK',
    since: now - 72 * hourMs,
    actionsEnabled: true,
    whenRinging: [topicArns.operations],
    whenOver: ends ? [topicArns.operations] : [],
    history: [{ at: now - 80 * hourMs, summary: `Successfully executed action ${topicArns.operations}` }],
  };
}

function someSubscribers(): AccountWorld['subscriptions'][string] {
  return [{ protocol: 'email', endpoint: 'ops@bakery.example', arn: 'arn:aws:sns:eu-central-1:123456789012:x:1' }];
}

function deployedResources(): AccountWorld['resources'] {
  return [
    ...steps.map((step) => ({
      logicalId: `${step}StepFunction01234567`,
      physicalId: functionName(stackName, step),
      type: 'AWS::Lambda::Function',
    })),
    ...Object.entries(resources).flatMap(([type, each]) =>
      Object.entries(each).map(([logicalId, physicalId]) => ({ logicalId, physicalId, type })),
    ),
  ];
}

/** An account in which the stack has run for a month and nothing is wrong. */
export function aHealthyWorld(configuration: Configuration, now: number): AccountWorld {
  const lambda = { Runtime: 'nodejs24.x', State: 'Active', LastUpdateStatus: 'Successful' };
  const minutely = Array.from({ length: 11 }, (_, index) => ({ at: now - (60 - 5 * index) * minuteMs, value: 5 }));
  const seldom: readonly Step[] = ['digest', 'probe-lighthouse'];
  return {
    stack: {
      status: 'UPDATE_COMPLETE',
      deployedAt: now - 30 * 24 * hourMs,
      outputs: outputsOf(origin.fingerprint, origin.version),
    },
    resources: deployedResources(),
    functions: Object.fromEntries(steps.map((step) => [functionName(stackName, step), { ...lambda }])),
    reserved: {},
    triggers: {
      'page-uuid': { State: 'Enabled' },
      'social-uuid': { State: 'Enabled' },
      'stream-uuid': { State: 'Enabled', LastProcessingResult: 'OK' },
    },
    schedules: { minute: 'ENABLED', weekly: 'ENABLED' },
    queues: Object.fromEntries(
      Object.values(resources['AWS::SQS::Queue']).map((url) => [url, { visible: 0, hidden: 0, messages: [] }]),
    ),
    alarms: {
      'Bakery-no-results': anAlarm(true, now),
      'Bakery-work-lost': anAlarm(false, now),
      'Bakery-results-waiting': anAlarm(true, now),
    },
    unreadable: [],
    metrics: Object.fromEntries(
      steps.map((step) => [
        `Invocations ${functionName(stackName, step)}`,
        seldom.includes(step) ? [{ at: now - 8 * hourMs, value: 1 }] : [...minutely],
      ]),
    ),
    subscriptions: { [topicArns.alerts]: someSubscribers(), [topicArns.operations]: someSubscribers() },
    mail: { sandbox: false, sendingEnabled: true, verified: ['bakery.example'] },
    receiving: null,
    secrets: { [secretName('facebook-page-token')]: { deleted: false } },
    statuses: configuration.touchpoints.flatMap(({ checks }) =>
      checks.map(({ id, touchpointId }) =>
        aStatus({ checkId: id, touchpointId, lastRunAt: toInstant(now - 2 * minuteMs), light: 'green' }),
      ),
    ),
  };
}
