/** The names that the stack and the handlers must agree on. Imported by both, written nowhere else. */

/** The steps in flow order: each is a folder in functions/, a Lambda, a log group and a word in the README. */
export const steps = [
  'dispatch',
  'probe-page',
  'probe-lighthouse',
  'probe-social',
  'evaluate',
  'notify',
  'digest',
] as const;
export type Step = (typeof steps)[number];
export type ProbeStep = Extract<Step, `probe-${string}`>;
export const probeSteps = ['probe-page', 'probe-lighthouse', 'probe-social'] as const satisfies readonly ProbeStep[];

export function functionName(stackName: string, step: Step): string {
  return `${stackName}-${step}`;
}

/** Environment variables the stack sets; shared/runtime/environment reads them. */
export const variables = {
  table: 'TABLE_NAME',
  resultQueue: 'RESULT_QUEUE_URL',
  confirmationQueue: 'CONFIRMATION_QUEUE_URL',
  confirmationDelaySeconds: 'CONFIRMATION_DELAY_SECONDS',
  evidenceBucket: 'EVIDENCE_BUCKET',
  alertsTopic: 'ALERTS_TOPIC_ARN',
  /** A probe's own queue: where its visits come from. */
  visitQueue: 'VISIT_QUEUE_URL',
  network: 'NETWORK',
  /** SES's configuration set for the digest, whose bounces raise an alarm. */
  mailSet: 'MAIL_CONFIGURATION_SET',
} as const;
export type Variable = (typeof variables)[keyof typeof variables];

/** For dispatch, which fills every probe's queue. */
export const visitQueueVariable = {
  'probe-page': 'PAGE_QUEUE_URL',
  'probe-lighthouse': 'LIGHTHOUSE_QUEUE_URL',
  'probe-social': 'SOCIAL_QUEUE_URL',
} as const satisfies Record<ProbeStep, string>;

/** Beside the handler in the bundle of each step that needs it: touchpoints.yaml as the stack has read and checked it. */
export const configurationFile = 'configuration.jsonl';

export const evidencePrefix = 'evidence/';
/** In the evidence bucket: what was really sent through forms, one object per run. */
export const submissionsPrefix = 'submissions/';
/** The weeks' reports, as HTML files named by the week. */
export const reportsPrefix = 'reports/';

/** Secrets live in Secrets Manager under `touchlight/<name>`, `<name>` being what touchpoints.yaml says. */
export function secretId(name: string): string {
  return `touchlight/${name}`;
}

/** EventBridge Scheduler puts its own scheduled time here; an emulator may leave the words as they are. */
export const scheduledTimePlaceholder = '<aws.scheduler.scheduled-time>';

export const metricNamespace = 'Touchlight';
/** Counted by the step named in `step`; every metric carries the dimension `service` = step. */
export const metrics = {
  /** Visits sent to the probes. Not emitted in a minute without due checks. */
  visitsDispatched: { step: 'dispatch', name: 'VisitsDispatched' },
  /** Results stored and judged, redelivered ones included. Not emitted when no result arrives: then Touchlight is blind. */
  resultsEvaluated: { step: 'evaluate', name: 'ResultsEvaluated' },
  /** Results whose light could not be told. */
  unknownResults: { step: 'evaluate', name: 'UnknownResults' },
  /** Digests accepted by SES. */
  digestsSent: { step: 'digest', name: 'DigestsSent' },
} as const satisfies Record<string, { readonly step: Step; readonly name: string }>;

/** Outputs of the stack: where `--stack <name>` finds things, and what a person needs after a deployment. */
export const outputs = {
  table: 'TableName',
  evidenceBucket: 'EvidenceBucketName',
  alertsTopic: 'AlertsTopicArn',
  operationsTopic: 'OperationsTopicArn',
  keptOnDestroy: 'KeptOnDestroy',
} as const;
