import type { PluralForms } from '../model/format.ts';
import type { Light } from '../model/light.ts';
import type { SentReason } from '../model/reason.ts';

/**
 * What a notice says. Some reasons read differently where the light is lost:
 * - `removed`, `stable` are sent as `resolved`, `found-ill` as `sighted`;
 * - `dropped`: a check with nothing open was removed, sent as `resolved` or `sighted`;
 * - `silent`, `never-measured`, `clock-ahead` are sent as `blind`: the check does not run, has never run, or ran in the future;
 * - `last-known`: an incident of a check that is not measured any more, sent as `opened`, `worsened`, `reminder` or `escalated`.
 */
export type NoticeKind =
  | SentReason
  | 'removed'
  | 'stable'
  | 'found-ill'
  | 'dropped'
  | 'silent'
  | 'never-measured'
  | 'clock-ahead'
  | 'last-known';

/** What a short line is made of; each of one line, ready to be read. */
export interface LineParts {
  /** What was seen: "the contact form answers 500". */
  readonly fact: string;
  /** The fact as a reason behind something else: ": a bot wall stood before the page"; empty where there is none. */
  readonly because: string;
  /** The check's name behind the touchpoint: "page-load@mobile". */
  readonly check: string;
  /** "09:40", or with its day when that is not today. */
  readonly since: string;
  /** "45 minutes". */
  readonly lasted: string;
  /** When the check was last measured, like `since`. */
  readonly measured: string;
}

/** Everything an alert says in one language, beside the facts themselves. */
export interface AlertMessages {
  /** BCP 47: dates, times and plurals follow it. */
  readonly locale: string;
  /** The light as the first word of a subject. */
  readonly shout: Readonly<Record<Light, string>>;
  readonly light: Readonly<Record<Light, string>>;
  /** In brackets behind a check: grey now, and its last known light. */
  readonly lastKnownLight: (light: string) => string;
  /** For subject and SMS. */
  readonly line: Readonly<Record<NoticeKind, (parts: LineParts) => string>>;
  /** The same of what covers days or weeks, which has no moment when it began. */
  readonly lineOverWindow: Readonly<Partial<Record<NoticeKind, (parts: LineParts) => string>>>;
  /** What happened, for the body; absent where the finding says it already. */
  readonly happened: Readonly<Partial<Record<NoticeKind, string>>>;
  /** Behind what happened. */
  readonly keepsChanging: (changes: { readonly count: number; readonly runs: number }) => string;
  /** @param time "30 minutes" */
  readonly notAcknowledged: (time: string) => string;
  /** "4 hours" that count only while the business is open. */
  readonly ofBusinessTime: (time: string) => string;
  readonly alsoAffected: (checkIds: readonly string[]) => string;
  readonly label: Readonly<
    Record<
      | 'check'
      | 'since'
      | 'noticed'
      | 'lasted'
      | 'measured'
      | 'expected'
      | 'actual'
      | 'regions'
      | 'evidence'
      | 'todo'
      | 'measuredBy'
      | 'runbook'
      | 'open'
      | 'openOrAcknowledge'
      | 'owner'
      | 'to',
      string
    >
  >;
  /** Heads a message with several notices. */
  readonly severalNotices: PluralForms;
  readonly worstFirst: string;
  /** Behind the place of evidence that lies in the account. */
  readonly needsAccess: string;
  /** What to do about the finding of a probe that this version does not have. */
  readonly remedyOfUnknown: string;
  /** What to do where the probe's finding is not the point. */
  readonly remedyOf: Readonly<Partial<Record<NoticeKind, string>>>;
}
