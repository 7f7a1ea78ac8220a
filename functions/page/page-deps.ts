import type { Hono, MiddlewareHandler } from 'hono';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { PageRole, PageSession } from '../../shared/model/page-session.ts';
import type { ScoredVisit } from '../../shared/model/scorecard.ts';
import type { OpenedEvidence as Opened, ReportReader } from '../../shared/ports/evidence-store.ts';
import type { Stores } from '../../shared/ports/stores.ts';

export type Role = PageRole;
export type Session = PageSession;
export type OpenedEvidence = Opened;

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

/** The page, wherever it is served: in AWS, by `watch`, by `touchlight page`. */
export interface PageDeps {
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly gate: Gate;
  /** Null where it is not there any more. The caller has checked that the reference belongs to a result. */
  readonly openEvidence: (reference: string) => Promise<OpenedEvidence | null>;
  readonly weeks: ReportReader;
  /** Runs the check once, beside its cadence; `elsewhere` where another process measures. */
  readonly runNow: (check: Check) => Promise<'started' | 'under-way' | 'elsewhere'>;
  /** Keeps a scorecard that was filled in here where the check reads it, and has the check look. */
  readonly keepVisit: (check: Check, visit: ScoredVisit) => Promise<void>;
  /** After something was done: the board shows it, and what is due is sent. */
  readonly refresh: (touchpointId: string) => Promise<void>;
  /** The path below which the page is served (`pageMount`), where that is not the root of its address. */
  readonly mount?: string;
  /** On one machine there is nothing to sign out of. */
  readonly isLocal?: boolean;
  /** Where evidence lies that is `elsewhere` (`https://s3.eu-central-1.amazonaws.com/bucket/`: no other bucket there), so that its pictures may be shown. */
  readonly evidenceOrigin?: string;
  /** Hears what failed while a request was answered; the reader gets one plain sentence. */
  readonly onFailure?: (error: unknown) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
