import type { ChannelTask } from '../model/channel-task.ts';
import type { Check } from '../model/check.ts';
import type { Instant } from '../model/instant.ts';
import type { Result } from '../model/result.ts';
import type { VisitRequest } from '../model/visit.ts';

export interface VisitQueue {
  send(requests: readonly VisitRequest[]): Promise<void>;
}

/** What is to be posted to the chats of a fleet: in the order in which it came for each chat, and no chat waits for another. */
export interface PostQueue {
  /** Sending the same twice within some minutes is sending it once. */
  send(tasks: readonly ChannelTask[]): Promise<void>;
  /** Hands back what was not posted, to be tried again after so long. */
  release(receipt: string, afterSeconds: number): Promise<void>;
}

export interface ResultQueue {
  send(results: readonly Result[]): Promise<void>;
}

/** A result as it lies in its queue: not yet parsed, because a browser under attack may have written it. */
export interface ReceivedResult {
  readonly body: string;
  readonly receipt: string;
}

export interface ResultSource {
  /** Up to ten results, in no order; none when the queue stays empty for `waitSeconds`. */
  receive(waitSeconds: number): Promise<readonly ReceivedResult[]>;
  remove(received: readonly ReceivedResult[]): Promise<void>;
}

/** Wakes a step and returns at once. */
export type StepInvoker = (event: object) => Promise<void>;

/** A check that had a bad run and is to be run again before an alert is sent. */
export interface Suspicion {
  readonly checkId: string;
  /** When the suspicious run was due. */
  readonly suspectedAt: Instant;
}

export interface ConfirmationQueue {
  /** Asks for one more run of a suspected check after the confirmation delay. Asking twice is asking once. */
  send(check: Check, suspectedAt: Instant): Promise<void>;
}

export interface RegionAsker {
  /**
   * Has the check run once in each of its further regions, at once. Never fails: a region that cannot be asked is one that has
   * not answered.
   */
  ask(check: Check, scheduledAt: Instant): Promise<void>;
}

export interface ConfirmationSource {
  /** What was suspected at or before that moment and has not been removed. */
  list(suspectedUntil: Instant): Promise<readonly Suspicion[]>;
  remove(suspicions: readonly Suspicion[]): Promise<void>;
}
