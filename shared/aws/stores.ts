import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { BusinessScope } from '../model/table-keys.ts';
import type { ConfirmationQueue, ConfirmationSource } from '../ports/queues.ts';
import type { RegionViews } from '../ports/region-views.ts';
import type { HealthLog } from '../ports/stack-health.ts';
import type { Stores } from '../ports/stores.ts';
import { createAcknowledgementStore } from './table/acknowledgement-store.ts';
import { createBoardStore } from './table/board-store.ts';
import { createChannelPostStore } from './table/channel-post-store.ts';
import { createConfirmationQueue } from './table/confirmation-queue.ts';
import { createConversationStore } from './table/conversation-store.ts';
import { createDayStore } from './table/day-store.ts';
import { createDigestLog } from './table/digest-log.ts';
import { createEnquiryStore } from './table/enquiry-store.ts';
import { createHealthLogIn } from './table/health-log.ts';
import { createHistoryStore } from './table/history-store.ts';
import { createIncidentStore } from './table/incident-store.ts';
import { createMaintenanceStore } from './table/maintenance-store.ts';
import { createModelSpending } from './table/model-spending.ts';
import { createOperationsLog } from './table/operations-log.ts';
import { createPlanStore } from './table/plan-store.ts';
import { createRegionViewStore } from './table/region-view-store.ts';
import { createResultStore } from './table/result-store.ts';
import { createSentLog } from './table/sent-log.ts';
import { createStatusStore } from './table/status-store.ts';
import type { Table } from './table/table.ts';
import { createTouchpointRegistry } from './table/touchpoint-registry.ts';
import { createTurnStore } from './table/turn-store.ts';

export interface StoresOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** After how many days a result expires. Default 400: the same month of last year is still there to compare with. */
  readonly keepResultsDays?: number;
  /** Whose digests, plan, operations and lists of touchpoints these are. */
  readonly business?: BusinessScope;
}

/** The one table, in AWS or embedded: only the client's endpoint differs. */
export function createStores({ keepResultsDays = 400, business, ...options }: StoresOptions): Stores {
  const table = openTable(options);
  return {
    results: createResultStore(table, keepResultsDays),
    statuses: createStatusStore(table),
    days: createDayStore(table),
    incidents: createIncidentStore(table),
    history: createHistoryStore(table, keepResultsDays),
    sent: createSentLog(table),
    acknowledgements: createAcknowledgementStore(table),
    maintenance: createMaintenanceStore(table),
    conversations: createConversationStore(table),
    enquiries: createEnquiryStore(table),
    digests: createDigestLog(table, business),
    touchpoints: createTouchpointRegistry(table, business),
    turns: createTurnStore(table),
    operations: createOperationsLog(table, business),
    board: createBoardStore(table, business),
    channelPosts: createChannelPostStore(table),
    plan: createPlanStore(table, business),
    modelSpending: createModelSpending(table),
  };
}

/** What waits for its confirmation, in the same table: evaluate writes it, dispatch reads and removes it. */
export function createConfirmations(
  options: Pick<StoresOptions, 'client' | 'tableName'>,
): ConfirmationQueue & ConfirmationSource {
  return createConfirmationQueue(openTable(options));
}

/** What further regions saw, in the same table. */
export function createRegionViews(options: Pick<StoresOptions, 'client' | 'tableName'>): RegionViews {
  return createRegionViewStore(openTable(options));
}

/** Of the weekly self-check, in the same table. */
export function createHealthLog(options: Pick<StoresOptions, 'client' | 'tableName'>): HealthLog {
  return createHealthLogIn(openTable(options));
}

function openTable({ client, tableName }: Pick<StoresOptions, 'client' | 'tableName'>): Table {
  // A measurement beyond 2^53 loses digits instead of being refused, which would lose the result.
  const document = DynamoDBDocumentClient.from(client, {
    marshallOptions: { allowImpreciseNumbers: true },
    unmarshallOptions: { wrapNumbers: Number },
  });
  return { client: document, name: tableName };
}
