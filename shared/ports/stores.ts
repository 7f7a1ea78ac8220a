import type { Acknowledgement } from '../model/acknowledgement.ts';
import type { Maintenance } from '../model/business.ts';
import type { DigestPlan, ReaderState } from '../model/digest-plan.ts';
import type { Incident } from '../model/incident.ts';
import type { Sent } from '../model/notification.ts';
import type { Result } from '../model/result.ts';
import type { DayRollUp, Status } from '../model/status.ts';
import type { WatchedTouchpoint } from '../model/watched-touchpoint.ts';
import type { BoardStore } from './board-store.ts';
import type { ChannelPostStore, ChannelReports } from './channel-posts.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { EnquiryStore } from './enquiry-store.ts';
import type { ModelSpending } from './model-spending.ts';
import type { PlanStore } from './plan-store.ts';

/** A range of instants or dates: `from` inclusive, `to` exclusive, as ISO text. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

export interface ResultStore {
  /** Puts the result if no result of that run is there; a redelivered result changes nothing. */
  put(result: Result): Promise<'stored' | 'already-there'>;
  /** Results of one check by scheduledAt, oldest first. */
  list(checkId: string, range: Range): Promise<Result[]>;
  /** The last ones, newest first: reads no more than these. */
  newest(checkId: string, limit: number): Promise<Result[]>;
}

export interface StatusStore {
  load(touchpointId: string, checkId: string): Promise<Status | null>;
  /** All statuses of one touchpoint, consistently read. */
  list(touchpointId: string): Promise<Status[]>;
  /**
   * Saves the status if the stored one still has `previousRunAt` as its lastRunAt (null: if there is none yet);
   * `conflict` when somebody else moved it meanwhile. `wakesNotify` (default false): the step may call for an alert; the table's
   * stream wakes notify for such statuses only.
   */
  save(status: Status, previousRunAt: string | null, wakesNotify?: boolean): Promise<'saved' | 'conflict'>;
}

/** What a run brings to an end; null where it does not. */
interface Closed {
  readonly day: DayRollUp | null;
  /** Opened once (openedAt set). */
  readonly incident: Incident | null;
}

export interface HistoryStore {
  /**
   * Puts a result together with what its run closes, in one request: with the status, no run costs more than two writes.
   * Repeating it writes the same. A result that is there is replaced: the account that closes a day or an incident stays.
   */
  put(result: Result, closed: Closed): Promise<void>;
}

/** Closed days. */
export interface DayStore {
  list(touchpointId: string, dates: Range): Promise<{ readonly checkId: string; readonly day: DayRollUp }[]>;
}

/** Incidents that are over; the present one of a check is in its status (`knownIncidents` joins them). */
export interface IncidentStore {
  /** By openedAt, oldest first. */
  list(touchpointId: string, opened: Range): Promise<Incident[]>;
  /** The last ones, newest first, or those before another one: reads no more than these. */
  newest(touchpointId: string, limit: number, before?: IncidentPlace): Promise<Incident[]>;
}

/** Where an incident stands in the history of its touchpoint. */
export interface IncidentPlace {
  readonly checkId: string;
  readonly openedAt: string;
}

export interface SentLog {
  /** Records that a notice was sent. Repeating it changes nothing. */
  record(sent: Sent): Promise<void>;
  /** What was sent about subjects that began in the range. */
  list(touchpointId: string, subjects: Range): Promise<Sent[]>;
}

export interface AcknowledgementStore {
  /** Puts it, also to withdraw it; `outdated` when the incident has been acknowledged later than that. */
  put(acknowledgement: Acknowledgement): Promise<'stored' | 'outdated'>;
  /** Acknowledgements of incidents opened in the range, withdrawn ones included. Consistently read. */
  list(touchpointId: string, opened: Range): Promise<Acknowledgement[]>;
}

/** A window announced at the command line is at most so long, so that those that may still hold are found by their start. */
export const longestMaintenanceDays = 30;

export interface MaintenanceStore {
  /** Announces a window; `already-there` when another one of that touchpoint begins at the same instant. */
  start(window: Maintenance): Promise<'started' | 'already-there'>;
  /** Lets the window end at `to` instead; `conflict` when its end has been changed meanwhile. */
  end(window: Maintenance, to: string): Promise<'ended' | 'conflict'>;
  /** Windows that begin in the range. Consistently read. */
  list(touchpointId: string, begins: Range): Promise<Maintenance[]>;
}

export interface DigestLog {
  /**
   * Claims the sending. `ours`: go on. `sent`: somebody has sent it. `claimed`: somebody has begun and not said how it
   * ended, so it may be in the mailbox or not.
   */
  claim(weekId: string, reader: string, at: string): Promise<'ours' | 'sent' | 'claimed'>;
  /** How the claimed sending ended; after `refused` it may be claimed again. */
  settle(weekId: string, reader: string, delivery: 'sent' | 'refused', at: string): Promise<void>;
  /** How the week's mails stand, by reader. Consistently read. */
  list(weekId: string): Promise<readonly ReaderState[]>;
}

/** Every touchpoint that is configured, or was and still has something to be closed. */
export interface TouchpointRegistry {
  load(touchpointId: string): Promise<WatchedTouchpoint | null>;
  /** All of them, in one key range. */
  list(): Promise<WatchedTouchpoint[]>;
  save(touchpoint: WatchedTouchpoint): Promise<void>;
  remove(touchpointId: string): Promise<void>;
}

/** One at a time notifies about a touchpoint: two that read the same log of what was sent would both send. */
export interface TurnStore {
  /**
   * Takes the touchpoint's turn until it is ended, at most until `until`.
   * @param owner a word of the caller's own, so that nobody else ends it
   */
  take(touchpointId: string, owner: string, now: string, until: string): Promise<'ours' | 'taken'>;
  end(touchpointId: string, owner: string): Promise<void>;
}

/** What operations were sent about Touchlight itself, and when the digest is expected. */
export interface OperationsLog {
  wasSent(name: string, period: string): Promise<boolean>;
  recordSent(name: string, period: string, at: string): Promise<void>;
  loadDigestPlan(): Promise<DigestPlan | null>;
  saveDigestPlan(plan: DigestPlan): Promise<void>;
}

/** The one table, as the steps see it. */
export interface Stores {
  readonly results: ResultStore;
  readonly statuses: StatusStore;
  readonly days: DayStore;
  readonly incidents: IncidentStore;
  readonly history: HistoryStore;
  readonly sent: SentLog;
  readonly acknowledgements: AcknowledgementStore;
  readonly maintenance: MaintenanceStore;
  readonly conversations: ConversationStore;
  readonly enquiries: EnquiryStore;
  readonly digests: DigestLog;
  readonly touchpoints: TouchpointRegistry;
  readonly turns: TurnStore;
  readonly operations: OperationsLog;
  readonly board: BoardStore;
  readonly channelPosts: ChannelPostStore & ChannelReports;
  readonly plan: PlanStore;
  readonly modelSpending: ModelSpending;
}
