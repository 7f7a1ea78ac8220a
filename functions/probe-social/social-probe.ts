import type { LookupFunction } from 'node:net';
import type { Check } from '../../shared/model/check.ts';
import type { ProbeSpec } from '../../shared/model/probe-spec.ts';
import type { ThemeModel } from '../../shared/model/theme-model.ts';
import type { ConversationStore } from '../../shared/ports/conversation-store.ts';
import type { EnquiryStore } from '../../shared/ports/enquiry-store.ts';
import type { ImportFolders } from '../../shared/ports/import-files.ts';
import type { VisitQueue } from '../../shared/ports/queues.ts';
import type { Inboxes } from '../../shared/ports/received-mails.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import type { MaintenanceStore } from '../../shared/ports/stores.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import type { ThemeReader } from '../../shared/ports/theme-reader.ts';
import type { Probe } from '../../shared/runtime/probe.ts';

/** What a social probe is pointed at: its check, whose options name account and secret, and what it reads and keeps. */
export interface SocialTarget {
  readonly check: Check;
  readonly secrets: SecretReader;
  readonly conversations: ConversationStore;
  /** Where the mystery shopper writes down what it sends; without it, it sends nothing. */
  readonly enquiries?: EnquiryStore;
  /** What forms have really sent; absent where that is not written down. */
  readonly submissions?: Pick<SubmissionLog, 'runsSince' | 'load'>;
  /** Has forms sent, and chats asked, by a browser; absent where there is none. */
  readonly formVisits?: VisitQueue;
  /** What is announced besides the file's; absent where nothing can be. */
  readonly maintenance?: Pick<MaintenanceStore, 'list'>;
  /** Where people and systems without an API leave what they know; absent where there are no folders. */
  readonly importFolders?: ImportFolders;
  /** Where SES puts what it receives; absent where no mail is received. */
  readonly inboxes?: Inboxes;
  /** Keeps plain requests on the public internet; absent where they may go anywhere. */
  readonly lookup?: LookupFunction;
  /** Has a language model read reviews for one poll; absent where there is none. Called only where the file asks for one. */
  readonly readByModel?: (settings: ThemeModel, signal: AbortSignal) => Promise<ThemeReader>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export type SocialProbe = Probe<ProbeSpec, SocialTarget>;
