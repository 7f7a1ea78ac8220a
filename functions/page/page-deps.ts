import type { Hono, MiddlewareHandler } from 'hono';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Stores } from '../../shared/ports/stores.ts';

/** A reader sees everything but what customers wrote; an operator sees that too, and may act. */
export type Role = 'reader' | 'operator';

export interface Session {
  readonly role: Role;
  /** Who is here, as their link or sign-in says: "olena@example.com", "this machine". Kept with what they do. */
  readonly who: string;
  readonly until: Instant;
}

/** What each request carries once the gate has let it in. */
export interface PageEnvironment {
  // hono asks for the shape of its own Env.
  Variables: { session: Session };
}
export type PageApp = Hono<PageEnvironment>;

/** Who may come in, and how. Nothing behind it is reached without a session. */
export interface Gate {
  /** Its own ways in (`/in/...`), before the guard. */
  readonly addRoutes: (app: PageApp) => void;
  /** Sets the session, or answers 401 with the same page whatever was asked for. */
  readonly guard: MiddlewareHandler<PageEnvironment>;
}

/** A piece of evidence as it is shown: its bytes, or a short-lived address elsewhere. */
export type OpenedEvidence =
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly contentType: string }
  | { readonly kind: 'elsewhere'; readonly url: string };

/** The page, wherever it is served: in AWS, by `watch`, by `touchlight page`. */
export interface PageDeps {
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly gate: Gate;
  /** Null where it is not there any more. The caller has checked that the reference belongs to a result. */
  readonly openEvidence: (reference: string) => Promise<OpenedEvidence | null>;
  readonly weeks: {
    /** Such as `2026-W47`, newest first. */
    readonly list: () => Promise<readonly string[]>;
    /** The week's report as HTML; null where there is none. */
    readonly read: (weekId: string) => Promise<string | null>;
  };
  /** Runs the check once, beside its cadence; `elsewhere` where another process measures. */
  readonly runNow: (check: Check) => Promise<'started' | 'under-way' | 'elsewhere'>;
  /** After something was done: the board shows it, and what is due is sent. */
  readonly refresh: (touchpointId: string) => Promise<void>;
  /** On one machine there is nothing to sign out of. */
  readonly isLocal?: boolean;
  /** Where evidence lies that is `elsewhere` (`https://bucket.s3.eu-central-1.amazonaws.com`), so that its pictures may be shown. */
  readonly evidenceOrigin?: string;
  /** Hears what failed while a request was answered; the reader gets one plain sentence. */
  readonly onFailure?: (error: unknown) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
