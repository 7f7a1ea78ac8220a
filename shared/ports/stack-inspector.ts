import type { Instant } from '../model/instant.ts';
import type { MetricQuestion } from '../model/metric-question.ts';
import type { Status } from '../model/status.ts';
import type { Subscription } from '../model/subscription.ts';

/** What AWS answered to one question, or why it did not. A question that was not answered is never an answer. */
export type Answer<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly unanswered: Unanswered };

export interface Unanswered {
  readonly why: 'denied' | 'throttled' | 'failed';
  /** As IAM calls it: `sns:ListSubscriptionsByTopic`. */
  readonly action: string;
  /** In AWS's own words. */
  readonly message: string;
}

export interface StackState {
  /** `CREATE_COMPLETE`, `UPDATE_ROLLBACK_COMPLETE`, and so on. */
  readonly status: string;
  readonly statusReason: string | null;
  /** Of the last deployment that changed something. */
  readonly deployedAt: Instant;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface StackResource {
  readonly logicalId: string;
  /** A function's or alarm's name, a queue's address, a topic's ARN, an event source's UUID. */
  readonly physicalId: string;
  /** `AWS::Lambda::Function` */
  readonly type: string;
}

export interface FunctionState {
  /** `nodejs24.x` */
  readonly runtime: string | null;
  /** `Active`, `Pending`, `Inactive`, `Failed` */
  readonly state: string;
  readonly stateReason: string | null;
  /** `Successful`, `InProgress`, `Failed` */
  readonly lastUpdate: string;
  readonly lastUpdateReason: string | null;
}

export interface TriggerState {
  /** `Enabled`, `Disabled`, `Creating`, and so on. */
  readonly state: string;
  readonly stateReason: string | null;
  /** `OK`, `No records processed`, `PROBLEM: ...`; null where Lambda does not say, as for queues. */
  readonly lastResult: string | null;
}

export interface ScheduleState {
  /** `ENABLED` or `DISABLED`. */
  readonly state: string;
  /** For whom of a fleet it starts its step; null where it starts it for all. */
  readonly slot: string | null;
}

export interface QueueState {
  readonly visible: number;
  /** In somebody's hands, or delayed. */
  readonly hidden: number;
}

/** A message that was put aside, as far as it names who failed. */
export interface DeadLetter {
  readonly body: string;
  /** Of the function that EventBridge Scheduler could not start. */
  readonly targetArn: string | null;
}

export interface AlarmState {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  readonly stateReason: string;
  readonly since: Instant;
  readonly description: string;
  readonly actionsEnabled: boolean;
  readonly whenRinging: readonly string[];
  readonly whenOver: readonly string[];
}

/** CloudWatch's record of one try to send an alarm to a topic. */
export interface AlarmAction {
  readonly at: Instant;
  readonly succeeded: boolean;
  /** `Successfully executed action arn:...` */
  readonly summary: string;
}

export interface MetricAnswer {
  /** The sum, or the highest; 0 where nothing was written, which is how AWS writes that nothing happened. */
  readonly value: number;
  /** When the last period that is not 0 began; null when there is none. */
  readonly lastAt: Instant | null;
}

export interface MailAccount {
  /** A sandbox sends to verified addresses only, 200 mails a day. */
  readonly sandbox: boolean;
  readonly sendingEnabled: boolean;
}

export interface ReceivingRule {
  readonly name: string;
  readonly isEnabled: boolean;
  /** Addresses and domains; all where none is named. */
  readonly recipients: readonly string[];
  /** No rule behind it sees the mail that it takes. */
  readonly isEnd: boolean;
}

/** What SES does with the mail that it receives; one set is active in an account and region. */
export interface ReceivingRules {
  readonly name: string;
  /** In the order in which they are applied. */
  readonly rules: readonly ReceivingRule[];
}

/** Looks at a deployed stack and its account. It changes nothing but with `setAlarm`; absent things are null. */
export interface StackInspector {
  /** @throws Error with a sentence for the person when there is no such stack, or no access to any account */
  stack(): Promise<Answer<StackState>>;
  resources(): Promise<Answer<readonly StackResource[]>>;
  function(name: string): Promise<Answer<FunctionState | null>>;
  /** The concurrency that is reserved for a function; null where none is. */
  reservedConcurrency(name: string): Promise<Answer<number | null>>;
  trigger(uuid: string): Promise<Answer<TriggerState | null>>;
  schedule(name: string): Promise<Answer<ScheduleState | null>>;
  queue(url: string): Promise<Answer<QueueState | null>>;
  /** Looks at up to ten messages and leaves them where they are. */
  peek(url: string): Promise<Answer<readonly DeadLetter[]>>;
  alarms(names: readonly string[]): Promise<Answer<readonly AlarmState[]>>;
  /** Newest first, at most ten. */
  alarmActions(name: string, since: Instant): Promise<Answer<readonly AlarmAction[]>>;
  /** Rings or ends an alarm until CloudWatch judges it again. */
  setAlarm(name: string, state: 'OK' | 'ALARM', reason: string): Promise<Answer<null>>;
  /** By the questions' names. */
  metrics(questions: readonly MetricQuestion[]): Promise<Answer<ReadonlyMap<string, MetricAnswer>>>;
  subscriptions(topicArn: string): Promise<Answer<readonly Subscription[] | null>>;
  mailAccount(): Promise<Answer<MailAccount>>;
  /** Whether SES knows an address, its domain or a parent of that as verified. */
  isVerified(address: string): Promise<Answer<boolean>>;
  /** All addresses and domains that SES knows as verified: for many addresses, because it answers one question a second about one. */
  verifiedIdentities(): Promise<Answer<ReadonlySet<string>>>;
  /** The set that is active. */
  receivingRules(): Promise<Answer<ReceivingRules | null>>;
  /** Looks whether the secret is there, never into it. */
  secret(name: string): Promise<Answer<'there' | 'being-deleted' | null>>;
  /** Of one touchpoint's checks. */
  statuses(tableName: string, touchpointId: string): Promise<Answer<readonly Status[]>>;
  close(): void;
}
