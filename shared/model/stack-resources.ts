import { type Bundle, channelStep, type Step, steps } from './stack-names.ts';

/** The ids of the constructs around each step. A resource's logical id begins with its construct's. */
export const constructIds = {
  dispatch: 'Dispatch',
  'probe-availability': 'ProbeAvailability',
  'probe-page': 'ProbePage',
  'probe-lighthouse': 'ProbeLighthouse',
  'probe-social': 'ProbeSocial',
  evaluate: 'Evaluate',
  notify: 'Notify',
  digest: 'Digest',
  page: 'Page',
} as const satisfies Record<Step, string>;

/** `telegram-office` -> `ChannelTelegramOffice`. */
export function channelConstructId(channelId: string): string {
  return `Channel${channelId.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}`;
}

/** Of the construct that holds the dead-letter queues, and of the queues in it. */
export const deadLettersId = 'DeadLetters';
export const deadLetterQueues = { work: 'Work', visits: 'Visits' } as const;
export type DeadLetterQueue = keyof typeof deadLetterQueues;

/** Of the construct that posts to the chats of a fleet, and of its queue. */
export const fleetChannelsId = 'Channels';
export const postQueueId = 'Posts';

/** Of a probe's queues. */
export const probeQueues = { visits: 'Visits', results: 'Results' } as const;

/** The step that a resource of the stack belongs to; null for what belongs to none. */
export function stepOfResource(logicalId: string): Step | null {
  return steps.find((step) => logicalId.startsWith(constructIds[step])) ?? null;
}

/** Whose work a trigger brings: a step's, or that of a fleet's chats; null for what belongs to neither. */
export function workerOfTrigger(logicalId: string): Bundle | null {
  return logicalId.startsWith(fleetChannelsId) ? channelStep : stepOfResource(logicalId);
}

/** What a queue of the stack is for. */
export type QueuePurpose =
  | { readonly kind: 'visits' | 'results'; readonly step: Step }
  | { readonly kind: 'posts'; readonly step: typeof channelStep }
  | { readonly kind: 'dead-letters'; readonly queue: DeadLetterQueue };

/** @returns null for a queue that is none of Touchlight's */
export function purposeOfQueue(logicalId: string): QueuePurpose | null {
  for (const [queue, id] of entries(deadLetterQueues)) {
    if (isCalled(logicalId, `${deadLettersId}${id}`)) return { kind: 'dead-letters', queue };
  }
  if (isCalled(logicalId, `${fleetChannelsId}${postQueueId}`)) return { kind: 'posts', step: channelStep };
  const step = stepOfResource(logicalId);
  if (step === null) return null;
  for (const [kind, id] of entries(probeQueues)) {
    if (isCalled(logicalId, `${constructIds[step]}${id}`)) return { kind, step };
  }
  return null;
}

/** CDK adds eight hexadecimal digits to the path of a construct. */
function isCalled(logicalId: string, path: string): boolean {
  return new RegExp(`^${path}[0-9A-F]{8}$`).test(logicalId);
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
