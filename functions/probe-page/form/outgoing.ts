import type { PrivateAddressError } from '../../../shared/browser/public-addresses.ts';
import type { Statement } from '../../../shared/model/finding.ts';

/** Why a request has no answer. */
export interface Failure {
  /** Its server may be there, and takes too long. */
  readonly timedOut: boolean;
  readonly says: Statement;
}

/** A request that the form made, as the interceptor saw it. */
export interface Outgoing {
  /** The address of the page that it was sent from. */
  readonly page: string;
  readonly url: string;
  readonly method: string;
  /** Playwright's resource type: `document`, `fetch`, `xhr`, `ping`, `websocket` ... */
  readonly type: string;
  readonly contentType: string;
  readonly body: Buffer | null;
  /** Bytes that we cannot look into. */
  readonly unreadable: boolean;
  /** Which of the typed values it carries. */
  readonly carries: readonly string[];
  /** What was answered: our stand-in's status, or the server's own when it was let through. */
  status: number | null;
  failure: Failure | null;
  /** Where its server sent it on to; null when it did not. */
  ledTo: string | null;
  /** When it left, and when its answer was there; both of one clock, in milliseconds. */
  readonly leftMs: number;
  answeredMs: number | null;
  /** The address guard keeps it from where it goes, or was led to. */
  refusal: PrivateAddressError | null;
}
