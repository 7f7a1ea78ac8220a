/** The names that the stack and the handlers must agree on. Imported by both, written nowhere else. */

/** The steps in flow order: each is a folder in functions/, a Lambda, a log group and a word in the README. */
export const steps = [
  'dispatch',
  'probe-availability',
  'probe-page',
  'probe-lighthouse',
  'probe-social',
  'evaluate',
  'notify',
  'digest',
  'page',
] as const;
export type Step = (typeof steps)[number];
/** Posts alerts beside the flow: one folder and one bundle, and a Lambda for each channel that is configured; one for all of a fleet. */
export const channelStep = 'channel';
/** Every folder in functions/ that is bundled. */
export type Bundle = Step | typeof channelStep;
export type ProbeStep = Extract<Step, `probe-${string}`>;
export const probeSteps = [
  'probe-availability',
  'probe-page',
  'probe-lighthouse',
  'probe-social',
] as const satisfies readonly ProbeStep[];

export function functionName(stackName: string, step: Bundle): string {
  return `${stackName}-${step}`;
}

/** Of the stack with the probes in a further region; its functions are named after it. */
export function regionStackName(stackName: string, region: string): string {
  return `${stackName}-${region}`;
}

/** Of a queue of results that other regions send to as well: they know it by its name only. */
export function resultQueueName(stackName: string, step: ProbeStep): string {
  return `${stackName}-${step}-results`;
}

/** @param channelId such as `telegram` or `telegram-office` */
export function channelFunctionName(stackName: string, channelId: string): string {
  return `${stackName}-${channelStep}-${channelId}`;
}

/** Environment variables the stack sets; shared/runtime/environment reads them. */
export const variables = {
  stack: 'STACK_NAME',
  table: 'TABLE_NAME',
  /** A probe's own: where its results go. */
  resultQueue: 'RESULT_QUEUE_URL',
  confirmationDelaySeconds: 'CONFIRMATION_DELAY_SECONDS',
  evidenceBucket: 'EVIDENCE_BUCKET',
  alertsTopic: 'ALERTS_TOPIC_ARN',
  operationsTopic: 'OPERATIONS_TOPIC_ARN',
  /** AWS's name of the region that the function runs in, where results are weighed against those of other regions. */
  region: 'REGION',
  /** Of a probe in a further region: where the stack is that gets its results. */
  homeRegion: 'HOME_REGION',
  /** A probe's own queue: where its visits come from. */
  visitQueue: 'VISIT_QUEUE_URL',
  evaluateFunction: 'EVALUATE_FUNCTION',
  notifyFunction: 'NOTIFY_FUNCTION',
  /** Notify's, which looks once a week whether something still lies there. */
  workDeadLetters: 'WORK_DEAD_LETTERS_URL',
  visitDeadLetters: 'VISIT_DEAD_LETTERS_URL',
  network: 'NETWORK',
  /** Whose alerts a channel's function posts: its id. */
  channel: 'CHANNEL_ID',
  /** Of a fleet's chats: where their posts wait for their turn. */
  postQueue: 'POST_QUEUE_URL',
  /** SES's configuration set for the digest, whose bounces raise an alarm. */
  mailSet: 'MAIL_CONFIGURATION_SET',
  /** Where a fleet's configuration lies in S3, and the SHA-256 that it must have. */
  fleetBucket: 'FLEET_BUCKET',
  fleetKey: 'FLEET_KEY',
  fleetHash: 'FLEET_SHA256',
  /** Where the live page is, for the steps that write links to it. */
  page: 'PAGE_URL',
} as const;
export type Variable = (typeof variables)[keyof typeof variables];

/**
 * How a visit reaches its probe, and the variable that gives dispatch the address. Through a FIFO queue, which holds visits to one
 * host apart; or by invoking the function, which costs nothing while no visit is due: a plain request disturbs no other
 * visit, and audits of one site fall due hours apart.
 */
export const visitRoute = {
  'probe-availability': { by: 'invocation', variable: 'AVAILABILITY_FUNCTION' },
  'probe-page': { by: 'queue', variable: 'PAGE_QUEUE_URL' },
  'probe-lighthouse': { by: 'invocation', variable: 'LIGHTHOUSE_FUNCTION' },
  'probe-social': { by: 'queue', variable: 'SOCIAL_QUEUE_URL' },
} as const satisfies Record<ProbeStep, { readonly by: 'queue' | 'invocation'; readonly variable: string }>;

/** For evaluate, which empties every probe's queue of results. */
export const resultQueueVariable = {
  'probe-availability': 'AVAILABILITY_RESULTS_URL',
  'probe-page': 'PAGE_RESULTS_URL',
  'probe-lighthouse': 'LIGHTHOUSE_RESULTS_URL',
  'probe-social': 'SOCIAL_RESULTS_URL',
} as const satisfies Record<ProbeStep, string>;

/** Beside the handler in the bundle of each step that needs it: touchpoints.yaml as the stack has read and checked it. */
export const configurationFile = 'configuration.jsonl';

export const evidencePrefix = 'evidence/';
/** In the evidence bucket: what was really sent through forms, one object per run. */
export const submissionsPrefix = 'submissions/';
/** Of our own rules for received mail, where no rule set is active yet. */
export function receiptRuleSetName(stackName: string): string {
  return `${stackName}-inbound`;
}

/** The weeks' reports, as HTML files named by the week. */
export const reportsPrefix = 'reports/';
/** Mails that SES has received, raw, below the id of their mailbox. */
export const inboxPrefix = 'inbox/';

/** Secrets live in Secrets Manager under `touchlight/<stack>/<name>`, `<name>` being what touchpoints.yaml says. */
export function secretId(stackName: string, name: string): string {
  return `touchlight/${stackName}/${name}`;
}

/** The stack makes it itself: with it, links to the live page are signed. */
export const pageKeySecret = 'page-links';

/** EventBridge Scheduler puts its own scheduled time here; an emulator may leave the words as they are. */
export const scheduledTimePlaceholder = '<aws.scheduler.scheduled-time>';

/** Outputs of the stack: where `--stack <name>` finds things, and what a person needs after a deployment. */
export const outputs = {
  table: 'TableName',
  evidenceBucket: 'EvidenceBucketName',
  alertsTopic: 'AlertsTopicArn',
  operationsTopic: 'OperationsTopicArn',
  /** Of the live page, where there is one. */
  page: 'PageUrl',
  /** Which Touchlight deployed the stack, and from which touchpoints.yaml (`fingerprintOf`). */
  version: 'TouchlightVersion',
  configuration: 'ConfigurationFingerprint',
  keptOnDestroy: 'KeptOnDestroy',
} as const;
