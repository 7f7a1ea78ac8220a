import type { Check } from '../model/check.ts';
import type { Result } from '../model/result.ts';
import type { VisitRequest } from '../model/visit.ts';

export interface VisitQueue {
  send(requests: readonly VisitRequest[]): Promise<void>;
}

export interface ResultQueue {
  send(results: readonly Result[]): Promise<void>;
}

export interface ConfirmationQueue {
  /** Asks for one more run of a suspected check after the confirmation delay. */
  send(check: Check, suspectedAt: string): Promise<void>;
}
