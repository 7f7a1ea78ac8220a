import type { HealthTrouble } from '../../shared/evaluation/weekly-health.ts';
import type { TopicName } from '../../shared/model/stack-health.ts';

/** Why a message about Touchlight itself comes through the topic that is about the business. */
const throughAlerts =
  'This is about Touchlight itself, not about the business. It comes to you because the topic operations may not reach everybody.';

/** What the weekly look found, for whoever runs Touchlight. */
export function wordHealth(troubles: readonly HealthTrouble[], topic: TopicName): string {
  return [
    ...(topic === 'alerts' ? [throughAlerts] : []),
    'Once a week Touchlight looks at itself. It found:',
    ...troubles.map((trouble) => `- ${wordTrouble(trouble)}`),
    'What to do: docs/runbook.md#operations-health',
  ].join('\n');
}

function wordTrouble(trouble: HealthTrouble): string {
  switch (trouble.kind) {
    case 'pending':
      return `The topic ${trouble.topic} still waits for the confirmation of ${trouble.readers.join(', ')}. Until then nothing is sent there.`;
    case 'lost':
      return `The topic ${trouble.topic} no longer knows ${trouble.readers.join(', ')}: unsubscribed, or not confirmed in time. Nothing is sent there.`;
    case 'unheard':
      return `The topic ${trouble.topic} has no subscriber: nobody hears what it says.`;
    case 'undelivered':
      return `SNS could not deliver ${counted(trouble.count, 'message')} of the topic ${trouble.topic} in the last 7 days.`;
    case 'dead-letters':
      return `${counted(trouble.count, 'message')} in the dead-letter queue ${trouble.queue}: work that was given up and that nobody has seen to.`;
    case 'not-known':
      return `Something could not be looked at: ${trouble.action} failed (${trouble.message}).`;
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
