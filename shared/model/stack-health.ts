import type { DeadLetterQueue } from './stack-resources.ts';
import type { Subscription } from './subscription.ts';

const topicNames = ['alerts', 'operations'] as const;
/** `alerts` is about the business, `operations` about Touchlight itself. */
export type TopicName = (typeof topicNames)[number];

/** What the week has done to one topic. Null is what could not be found out. */
export interface TopicHealth {
  readonly topic: TopicName;
  readonly subscriptions: readonly Subscription[] | null;
  /** Messages of the last seven days that SNS could not deliver to a subscriber. */
  readonly undelivered: number | null;
}

/** What a stack can find out about itself once a week. */
export interface StackHealth {
  readonly topics: readonly TopicHealth[];
  readonly deadLetters: readonly { readonly queue: DeadLetterQueue; readonly count: number | null }[];
  /** Questions that AWS did not answer, as IAM calls them, with AWS's words. */
  readonly unanswered: readonly { readonly action: string; readonly message: string }[];
}
