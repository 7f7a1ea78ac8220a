import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Stores } from '../ports/stores.ts';
import { createAcknowledgementStore } from './table/acknowledgement-store.ts';
import { createConversationStore } from './table/conversation-store.ts';
import { createDayStore } from './table/day-store.ts';
import { createDigestLog } from './table/digest-log.ts';
import { createHistoryStore } from './table/history-store.ts';
import { createIncidentStore } from './table/incident-store.ts';
import { createMaintenanceStore } from './table/maintenance-store.ts';
import { createResultStore } from './table/result-store.ts';
import { createSentLog } from './table/sent-log.ts';
import { createStatusStore } from './table/status-store.ts';

export interface StoresOptions {
  readonly client: DynamoDBClient;
  readonly tableName: string;
  /** After how many days a result expires. Default 400: the same month of last year is still there to compare with. */
  readonly keepResultsDays?: number;
}

/** The one table, in AWS or embedded: only the client's endpoint differs. */
export function createStores({ client, tableName, keepResultsDays = 400 }: StoresOptions): Stores {
  // A measurement beyond 2^53 loses digits instead of being refused, which would lose the result.
  const document = DynamoDBDocumentClient.from(client, {
    marshallOptions: { allowImpreciseNumbers: true },
    unmarshallOptions: { wrapNumbers: Number },
  });
  const table = { client: document, name: tableName };
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
    digests: createDigestLog(table),
  };
}
