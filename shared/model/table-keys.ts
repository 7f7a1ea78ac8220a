import { businessOf, checkName, withBusiness } from './check-id.ts';
import type { SentReason } from './reason.ts';

/**
 * The one table's schema, shared by stack, adapters and embedded table (DESIGN section 7).
 *
 * Keys are unambiguous: a touchpoint's id, an instant, a date, a reason and a number never contain `#`. The only part that
 * may (a page's path inside a check's name) is never beside another part of free length, so every key reads back one way.
 */
export const partitionKeyAttribute = 'PK';
export const sortKeyAttribute = 'SK';
/** What kind of item it is (`itemTypes`); stream filters look at it. */
export const typeAttribute = 'type';
/** On a status: true when the step that wrote it may call for an alert; the stream's filter wakes notify for it. */
export const wakesNotifyAttribute = 'tell';
/** Epoch seconds after which DynamoDB removes the item. */
export const expiryAttribute = 'expiresAt';

/** The embedded table's name; in AWS the stack lets CloudFormation name it and hands the name to the steps. */
export const localTableName = 'touchlight';

const itemTypes = [
  'result',
  'status',
  'day',
  'incident',
  'sent',
  'acknowledgement',
  'maintenance',
  'conversation',
  'saying',
  'poll',
  'enquiry',
  'digest',
  'confirmation',
  'touchpoint',
  'turn',
  'operation',
  'digest-plan',
  'health',
  'board',
  'channel-post',
  'channel-report',
  'plan-step',
  'plan-memory',
  'region-view',
  'model-spending',
] as const;
export type ItemType = (typeof itemTypes)[number];

export interface TableKey {
  readonly PK: string;
  readonly SK: string;
}

/**
 * Whose items a store sees where they are a business's and no touchpoint's: those of one business of a fleet; null for a
 * configuration of its own, outside a fleet; absent for all, as the steps that serve a whole stack see them.
 */
export type BusinessScope = string | null | undefined;

/** A partition for each business. Week ids and names of partitions hold no `#`, and neither does a business's id. */
function partitionOf(name: string, business: BusinessScope): string {
  return business === undefined || business === null ? name : `${name}#${business}`;
}

/** All runs of one check, or everything known of one touchpoint. */
export const checkPartition = (checkId: string) => `CHECK#${checkId}`;
export const touchpointPartition = (touchpointId: string) => `TOUCHPOINT#${touchpointId}`;

export const sortKeyPrefix = {
  result: 'RUN#',
  status: 'STATUS#',
  day: 'DAY#',
  incident: 'INCIDENT#',
  sent: 'SENT#',
  acknowledgement: 'ACK#',
  maintenance: 'MAINTENANCE#',
  conversation: 'THREAD#',
  saying: 'SAID#',
  poll: 'POLL#',
  enquiry: 'ENQUIRY#',
  digest: 'READER#',
  confirmation: 'SUSPECTED#',
  touchpoint: 'TOUCHPOINT#',
  turn: 'TURN#',
  operation: 'TOLD#',
  'digest-plan': 'PLAN#',
  health: 'WEEK#',
  board: 'TOUCHPOINT#',
  'channel-post': 'POST#',
  'channel-report': 'TOLD#',
  'plan-step': 'ACTION#',
  'plan-memory': 'WEEK#',
  'region-view': 'SEEN#',
  'model-spending': 'MONTH#',
} as const satisfies Record<ItemType, string>;

/** Sorts behind every instant and date. */
export const behindEveryInstant = '~';

export function resultKey(checkId: string, scheduledAt: string): TableKey {
  return { PK: checkPartition(checkId), SK: `${sortKeyPrefix.result}${scheduledAt}` };
}

export function statusKey(touchpointId: string, checkId: string): TableKey {
  return { PK: touchpointPartition(touchpointId), SK: `${sortKeyPrefix.status}${checkName(checkId)}` };
}

export function dayKey(touchpointId: string, checkId: string, date: string): TableKey {
  return { PK: touchpointPartition(touchpointId), SK: `${sortKeyPrefix.day}${date}#${checkName(checkId)}` };
}

export function incidentKey(touchpointId: string, checkId: string, openedAt: string): TableKey {
  return { PK: touchpointPartition(touchpointId), SK: `${sortKeyPrefix.incident}${openedAt}#${checkName(checkId)}` };
}

/** What a further region saw of one run. Beside the status, which evaluate may read. The check's name stands last, because it may contain a `#`. */
export function regionViewKey(touchpointId: string, checkId: string, scheduledAt: string, region: string): TableKey {
  return {
    PK: touchpointPartition(touchpointId),
    SK: `${sortKeyPrefix['region-view']}${scheduledAt}#${region}#${checkName(checkId)}`,
  };
}

export interface SentIdentity {
  readonly touchpointId: string;
  readonly checkId: string;
  readonly subjectAt: string;
  readonly reason: SentReason;
  readonly n: number;
}

export function sentKey({ touchpointId, checkId, subjectAt, reason, n }: SentIdentity): TableKey {
  const number = String(n).padStart(4, '0');
  return {
    PK: touchpointPartition(touchpointId),
    SK: `${sortKeyPrefix.sent}${subjectAt}#${checkName(checkId)}#${reason}#${number}`,
  };
}

/** One per incident: a later acknowledgement takes the place of an earlier one. */
export function acknowledgementKey(touchpointId: string, checkId: string, openedAt: string): TableKey {
  return {
    PK: touchpointPartition(touchpointId),
    SK: `${sortKeyPrefix.acknowledgement}${openedAt}#${checkName(checkId)}`,
  };
}

/** Windows announced at the command line; those of touchpoints.yaml are not stored. */
export function maintenanceKey(touchpointId: string, from: string): TableKey {
  return { PK: touchpointPartition(touchpointId), SK: `${sortKeyPrefix.maintenance}${from}` };
}

/** Beside the check's results, so that a poll's role can be held to the partitions of its own checks. */
export function conversationKey(checkId: string, threadId: string): TableKey {
  return { PK: checkPartition(checkId), SK: `${sortKeyPrefix.conversation}${threadId}` };
}

/** By time, beside the conversations of the same check. */
export function sayingKey(checkId: string, at: string, id: string): TableKey {
  return { PK: checkPartition(checkId), SK: `${sortKeyPrefix.saying}${at}#${id}` };
}

export function pollKey(checkId: string): TableKey {
  return { PK: checkPartition(checkId), SK: `${sortKeyPrefix.poll}state` };
}

/** The mystery shopper's, beside the conversations of the same check. */
export function enquiryKey(checkId: string, slot: string): TableKey {
  return { PK: checkPartition(checkId), SK: `${sortKeyPrefix.enquiry}${slot}` };
}

/** Who got a week's mail. A partition of its own, so that the digest's role can be held to it. */
export const digestPartition = (weekId: string, business?: BusinessScope) => partitionOf(`DIGEST#${weekId}`, business);

/** The address stands last, because it may contain a `#`. */
export function digestKey(weekId: string, reader: string, business?: BusinessScope): TableKey {
  return { PK: digestPartition(weekId, business), SK: `${sortKeyPrefix.digest}${reader}` };
}

/** Suspicions of all touchpoints that wait for their confirmation. A partition of its own, so that dispatch can be held to it. */
export const confirmationPartition = 'CONFIRMATIONS';

export function confirmationKey(checkId: string, suspectedAt: string): TableKey {
  return { PK: confirmationPartition, SK: `${sortKeyPrefix.confirmation}${suspectedAt}#${checkId}` };
}

/** The registry: one item per touchpoint, so that those no longer configured are found without a scan. */
export const registryPartition = 'TOUCHPOINTS';

export function touchpointKey(touchpointId: string): TableKey {
  return { PK: registryPartition, SK: `${sortKeyPrefix.touchpoint}${touchpointId}` };
}

/** Whose turn it is to notify about a touchpoint. Turns are deleted, so they lie apart from the history, where nothing may be. */
export function turnKey(touchpointId: string): TableKey {
  return { PK: registryPartition, SK: `${sortKeyPrefix.turn}${touchpointId}` };
}

/** What operations were sent about Touchlight itself, and what that is judged by. */
export const operationsPartition = 'OPERATIONS';
const operationsPartitionOf = (business: BusinessScope) => partitionOf(operationsPartition, business);

/** @param period names the message: the same message is sent once a period */
export function operationKey(name: string, period: string, business?: BusinessScope): TableKey {
  return { PK: operationsPartitionOf(business), SK: `${sortKeyPrefix.operation}${name}#${period}` };
}

/** When the digest is due, and since when its readers have been named. */
export function digestPlanKey(business?: BusinessScope): TableKey {
  return { PK: operationsPartitionOf(business), SK: `${sortKeyPrefix['digest-plan']}digest` };
}

/** Of Touchlight's weekly self-check: one item a week. */
export function healthKey(weekId: string): TableKey {
  return { PK: operationsPartition, SK: `${sortKeyPrefix.health}${weekId}` };
}

/** What the live page shows of each touchpoint: one key range, however many there are. */
export const boardPartition = 'BOARD';

/** Where the keys of a business's touchpoints begin in the registry and on the board. */
export function touchpointsPrefix(type: 'touchpoint' | 'board', business: BusinessScope): string {
  const prefix = sortKeyPrefix[type];
  return business === undefined || business === null ? prefix : `${prefix}${withBusiness(business, '')}`;
}

/** Beside a fleet, a configuration of its own does not take the fleet's touchpoints for some that it no longer has. */
export function isSeen(touchpointId: string, business: BusinessScope): boolean {
  return business !== null || businessOf(touchpointId) === null;
}

export function boardKey(touchpointId: string): TableKey {
  return { PK: boardPartition, SK: `${sortKeyPrefix.board}${touchpointId}` };
}

/** What one channel has posted. A partition of its own, so that the channel's role can be held to it. */
export const channelPartition = (channelId: string) => `CHANNEL#${channelId}`;

/** @param subject which period of which check the post is about */
export function channelPostKey(channelId: string, subject: string): TableKey {
  return { PK: channelPartition(channelId), SK: `${sortKeyPrefix['channel-post']}${subject}` };
}

/** @param day on which operations were told that the channel fails */
export function channelReportKey(channelId: string, day: string): TableKey {
  return { PK: channelPartition(channelId), SK: `${sortKeyPrefix['channel-report']}${day}` };
}

/** The action plan of the business: one partition, so that the roles of the digest and of the live page can be held to it. */
export const planPartition = 'PLAN';
export const planPartitionOf = (business: BusinessScope) => partitionOf(planPartition, business);

/** The id stands last, because an own action's may hold any letters. */
export function planStepKey(id: string, business?: BusinessScope): TableKey {
  return { PK: planPartitionOf(business), SK: `${sortKeyPrefix['plan-step']}${id}` };
}

/** Week ids sort as weeks do. */
export function planMemoryKey(weekId: string, business?: BusinessScope): TableKey {
  return { PK: planPartitionOf(business), SK: `${sortKeyPrefix['plan-memory']}${weekId}` };
}

/** What is spent on a language model. A partition for each business, so that roles can be held to them. */
export const spendingPartitionOf = (business: BusinessScope) => partitionOf('MODEL', business);

export function spendingKey(month: string, business: BusinessScope): TableKey {
  return { PK: spendingPartitionOf(business), SK: `${sortKeyPrefix['model-spending']}${month}` };
}
