import { type Statement, sayer } from '../../model/finding.ts';
import type { SocialKind } from '../../model/social-platform.ts';
import type { CallStatements } from './call-statements.ts';

/** Somebody who waits. */
export type Wait = {
  /** To what they wrote; the platform's name where it gives none. */
  readonly link: string;
  /** Of a phone: when the call was missed. */
  readonly calledAt?: string;
  /** It is a mail: `link` is its folder and subject. */
  readonly mail?: true;
  /** Business minutes. */
  readonly waitedMinutes: number;
  /** When the promise ends; null when the business never opens. */
  readonly dueAt: string | null;
};

type LongestWait = Wait & {
  /** How many more are in the same state. */
  readonly others: number;
  /** The business's, for the times. */
  readonly timeZone: string;
};

type Nothing = Readonly<Record<string, never>>;

/** What a fault is known by, as it stands in brackets or behind a colon. */
type Clues = {
  readonly 'responses/http-status': { readonly status: number };
  /** The platform's own number. */
  readonly 'responses/error-code': { readonly code: number; readonly subcode: number | null };
  /** @param says the platform's own word: `quotaExceeded` */
  readonly 'responses/error-word': { readonly says: string };
  /** The server that issues the tokens refuses to. */
  readonly 'responses/no-token-given': { readonly by: 'Google' | 'Microsoft' | 'TikTok' | 'X'; readonly says: string };
  readonly 'responses/foreign-token': Nothing;
  readonly 'responses/dead-token': Nothing;
  readonly 'responses/not-there': { readonly what: 'channel' | 'community' };
  readonly 'responses/no-answer': { readonly patienceMs: number };
  readonly 'responses/no-connection': Nothing;
  /** A mail server, as host and port. */
  readonly 'responses/unreached': { readonly server: string; readonly why: 'refused' | 'unknown-host' | 'unencrypted' };
  readonly 'responses/not-json': Nothing;
  /** @param path within the answer; null for all of it */
  readonly 'responses/other-shape': { readonly path: string | null };
  readonly 'responses/other-item': Nothing;
  /** @param says the code of the failed check: `CERT_HAS_EXPIRED` */
  readonly 'responses/bad-certificate': { readonly says: string };
  readonly 'responses/no-tls': Nothing;
  readonly 'responses/no-server': Nothing;
  readonly 'responses/no-inbox': Nothing;
  readonly 'responses/no-mail-received': { readonly where: string };
  readonly 'responses/too-large': { readonly limitMb: number };
  readonly 'responses/too-many-requests': Nothing;
  readonly 'responses/same-page': Nothing;
  readonly 'responses/same-messages': Nothing;
  readonly 'responses/nothing-new': Nothing;
  /** Of Google's allowance, which ends at midnight in California. */
  readonly 'responses/units-used': { readonly units: number };
  /** The pause that the platform asked for has not ended. */
  readonly 'responses/as-before': Nothing;
};

/** What a secret lacks. */
type SecretClues = {
  readonly 'responses/no-secret': Nothing;
  readonly 'responses/malformed-secret': Nothing;
  readonly 'responses/secret-lacks': { readonly part: string };
  /** On a laptop. */
  readonly 'responses/absent-secret': { readonly name: string; readonly variable: string; readonly file: string };
  readonly 'responses/empty-secret': { readonly name: string; readonly file: string };
  /** @param id in Secrets Manager; null elsewhere */
  readonly 'responses/unreadable-secret': { readonly id: string | null; readonly says: string };
  /** In Secrets Manager, without a text. */
  readonly 'responses/binary-secret': { readonly id: string };
  /** The token changes by being used, and the new one cannot be kept where the old one lies. */
  readonly 'responses/fixed-secret': Nothing;
  readonly 'responses/unkept-token': { readonly id: string | null; readonly says: string };
  readonly 'responses/other-reader': Nothing;
  /** On Telegram, whose private messages a bot sees only in the chats of an account that has connected it. */
  readonly 'responses/no-business-account': Nothing;
  /** On Telegram: others have connected the bot, too, or instead of the business. */
  readonly 'responses/other-accounts': { readonly isOwnConnected: boolean };
};

type Fault = { readonly platform: SocialKind; readonly clue: Statement };
/** @param secret its name */
type TokenFault = Fault & { readonly secret: string };
/**
 * @param retryAt when the platform will be asked again, where that is known
 * @param timeZone the business's; absent in what earlier versions stored
 */
export type Pause = { readonly retryAt: string | null; readonly timeZone?: string };

/** Why nobody can be seen: by the fault's kind, which is the result's cause. */
type Faults = {
  readonly 'responses/auth': TokenFault;
  readonly 'responses/permission': TokenFault;
  readonly 'responses/gone': Fault;
  readonly 'responses/throttled': Fault & Pause;
  readonly 'responses/quota': Fault & Pause;
  readonly 'responses/transient': Fault;
  readonly 'responses/wrong-answer': Fault;
  readonly 'responses/endless': Fault;
  readonly 'responses/refused': Fault;
  readonly 'responses/setup': Fault;
};

/** What could not be read, while the rest was. */
type BlindSpots = {
  readonly 'responses/unreadable': { readonly what: 'comments-on-ads' | 'visitors-posts'; readonly clue: Statement };
  /** Not asked for longer than the platform keeps what is new. */
  readonly 'responses/messages-lost': { readonly platform: SocialKind };
  readonly 'responses/mentions-skipped': { readonly platform: SocialKind };
  /** Threads longer than what one poll may read. */
  readonly 'responses/replies-unread': { readonly platform: SocialKind; readonly threads: number };
  /** Of the last 90 days, only so many posts are looked at. */
  readonly 'responses/older-posts-unread': { readonly platform: SocialKind; readonly posts: number };
  /** Likes count as answers, and this access does not show them. */
  readonly 'responses/likes-unseen': { readonly platform: SocialKind };
};

/** What the probe may have to say of what it saw. */
export type ResponsesStatements = Clues &
  SecretClues &
  CallStatements &
  Faults &
  BlindSpots & {
    readonly 'responses/overdue': LongestWait;
    readonly 'responses/waiting': LongestWait;
    /** Somebody is about to wait too long. `others` are not among the `waits`. */
    readonly 'responses/nudge': { readonly waits: readonly Wait[]; readonly others: number; readonly timeZone: string };
    readonly 'responses/summary': {
      readonly platform: SocialKind;
      readonly waiting: number;
      /** What the platform does not show. */
      readonly blindSpots: readonly Statement[];
    };
    readonly 'responses/still-reading': { readonly platform: SocialKind };
  };

export const sayResponses = sayer<ResponsesStatements>();
