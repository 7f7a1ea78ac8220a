import type { HealthTrouble } from '../../shared/evaluation/notifications/weekly-health.ts';
import type { TopicName } from '../../shared/model/stack-health.ts';

/** Why a message about Touchlight itself is sent to the topic about the business. */
const throughAlerts =
  'This is about Touchlight itself, not about the business. You get it because the topic operations may not reach everyone.';

/** What the weekly self-check found, for operations. */
export function wordHealth(troubles: readonly HealthTrouble[], topic: TopicName): string {
  return [
    ...(topic === 'alerts' ? [throughAlerts] : []),
    "Touchlight's weekly self-check found:",
    ...troubles.map((trouble) => `- ${wordTrouble(trouble)}`),
    'What to do: docs/runbook.md#operations-health',
  ].join('\n');
}

function wordTrouble(trouble: HealthTrouble): string {
  switch (trouble.kind) {
    case 'pending':
      return `${trouble.readers.join(', ')} has not confirmed the subscription to the topic ${trouble.topic} and receives nothing from it.`;
    case 'lost':
      return `${trouble.readers.join(', ')} is no longer subscribed to the topic ${trouble.topic} (unsubscribed, or not confirmed in time) and receives nothing from it.`;
    case 'unheard':
      return `The topic ${trouble.topic} has no subscribers, so nobody receives its messages.`;
    case 'undelivered':
      return `SNS failed to deliver ${counted(trouble.count, 'message')} of the topic ${trouble.topic} in the last 7 days.`;
    case 'dead-letters':
      return `The dead-letter queue ${trouble.queue} holds ${counted(trouble.count, 'message')}: failed work that nobody has handled.`;
    case 'not-known':
      return `Part of the check was not possible: ${trouble.action} failed (${trouble.message}).`;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
