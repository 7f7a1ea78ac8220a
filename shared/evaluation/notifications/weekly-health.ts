import type { Instant } from '../../model/instant.ts';
import type { StackHealth, TopicHealth, TopicName } from '../../model/stack-health.ts';
import type { DeadLetterQueue } from '../../model/stack-resources.ts';
import { hourMs } from '../../model/time-spans.ts';
import { weekAt } from '../week/week.ts';
import { subscriptionHealth } from './subscription-health.ts';

/** What is wrong with Touchlight itself and rings no alarm, or has rung it and was left lying. */
export type HealthTrouble =
  | { readonly kind: 'pending' | 'lost'; readonly topic: TopicName; readonly readers: readonly string[] }
  | { readonly kind: 'unheard'; readonly topic: TopicName }
  | { readonly kind: 'undelivered'; readonly topic: TopicName; readonly count: number }
  | { readonly kind: 'dead-letters'; readonly queue: DeadLetterQueue; readonly count: number }
  | { readonly kind: 'not-known'; readonly action: string; readonly message: string };

export interface HealthDecision {
  readonly troubles: readonly HealthTrouble[];
  /** Empty when all is well. Both, where operations may not hear it. */
  readonly through: readonly TopicName[];
}

/** Subscriptions that were lost are no emergency: they are reported when people begin their week. */
const MONDAY_HOURS = 9;

/** The week whose look is due; null before its Monday morning, by the business's clocks. */
export function healthWeek(now: Instant, timeZone: string): string | null {
  const { id, from } = weekAt(now, timeZone);
  return Date.parse(now) < Date.parse(from) + MONDAY_HOURS * hourMs ? null : id;
}

/**
 * @param readers the configuration's `alerts.email`, who hear both topics
 * @param ofAlerts others whom the configuration names, who hear some alerts
 */
export function decideHealth(
  { topics, deadLetters, unanswered }: StackHealth,
  readers: readonly string[],
  ofAlerts: readonly string[] = [],
): HealthDecision {
  const ofTopics = topics.flatMap((each) =>
    topicTroubles(each, each.topic === 'alerts' ? [...readers, ...ofAlerts] : readers),
  );
  const ofQueues = deadLetters.flatMap(({ queue, count }): HealthTrouble[] =>
    count === null || count === 0 ? [] : [{ kind: 'dead-letters', queue, count }],
  );
  const notKnown = unanswered.map((question): HealthTrouble => ({ kind: 'not-known', ...question }));
  const troubles = [...ofTopics, ...ofQueues, ...notKnown];
  if (troubles.length === 0) return { troubles, through: [] };
  const isDeaf = ofTopics.some((trouble) => 'topic' in trouble && trouble.topic === 'operations');
  const isUnsure = topics.some(({ topic, ...health }) => topic === 'operations' && !isKnown(health));
  return { troubles, through: isDeaf || isUnsure ? ['operations', 'alerts'] : ['operations'] };
}

function isKnown({ subscriptions, undelivered }: Omit<TopicHealth, 'topic'>): boolean {
  return subscriptions !== null && undelivered !== null;
}

function topicTroubles(
  { topic, subscriptions, undelivered }: TopicHealth,
  readers: readonly string[],
): HealthTrouble[] {
  const troubles: HealthTrouble[] = [];
  if (subscriptions !== null) {
    const { confirmed, pending, lost } = subscriptionHealth(subscriptions, readers);
    if (pending.length > 0) troubles.push({ kind: 'pending', topic, readers: pending });
    if (lost.length > 0) troubles.push({ kind: 'lost', topic, readers: lost });
    if (confirmed.length === 0 && troubles.length === 0) troubles.push({ kind: 'unheard', topic });
  }
  if (undelivered !== null && undelivered > 0) troubles.push({ kind: 'undelivered', topic, count: undelivered });
  return troubles;
}
