import { z } from 'zod';
import type { MailFacts } from '../../shared/evaluation/mail/mail-facts.ts';
import type { Conversation, Message, Thread } from '../../shared/model/conversation.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { parseJson } from '../../shared/model/parse-json.ts';
import { SecretFault } from '../../shared/model/secret-fault.ts';
import type { SocialKind } from '../../shared/model/social-platform.ts';
import type { ImportFiles } from '../../shared/ports/import-files.ts';
import type { ReceivedMails } from '../../shared/ports/received-mails.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import type { responses } from '../../shared/probes/responses/spec.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import type { Api, ApiOptions, Budget, Io } from './api.ts';
import { ApiFault } from './api-fault.ts';

type Options = z.infer<typeof responses.options>;
type PhoneOptions = NonNullable<Options['phone']>;

export function lineOf({ numbers, misdialSeconds, timeZone, columns }: PhoneOptions): PhoneLine {
  return { numbers, misdialMs: misdialSeconds * 1000, timeZone, columns };
}

/** A secret's parts: a bare text is its `token`, a JSON object its named parts. */
export type Credential = Readonly<Record<string, string>>;

/** A phone, as the file describes it. */
export interface PhoneLine {
  /** The business's own, with their country's code. */
  readonly numbers: readonly string[];
  /** Who hangs up sooner waits for nothing. */
  readonly misdialMs: number;
  /** Of times in call records that name none. */
  readonly timeZone: string;
  /** Names of columns in its files, by what stands in them. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface PlatformAccess {
  readonly account: string;
  /** Null for everything that is no phone. */
  readonly phone: PhoneLine | null;
  /** Where the exchange's files are; null where there is no such place. */
  readonly callFiles: ImportFiles | null;
  /** Where SES puts the mailbox's mail; absent where it lies on a mail server. */
  readonly receivedMails?: ReceivedMails;
  readonly credential: Credential;
  /** Stores the secret's parts when a token was renewed; null where that cannot be done. */
  readonly keep: ((credential: Credential) => Promise<void>) | null;
  /** Where the API stands, when not in its usual place; ends with a slash. */
  readonly base: string | null;
  /** The mail server as `host:port`; null for what is reached by an API. */
  readonly server: string | null;
  /** Addresses and domains whose mail is the business's own; only a mailbox has them. */
  readonly ours: readonly string[];
  readonly now: number;
  readonly budget: Budget;
  /** Clock, waits and deadline, for what is reached in another way than by an API. */
  readonly io: Io;
  /** Opens the API with this poll's clock, deadline and budget. */
  readonly open: (options: ApiOptions) => Api;
}

export type Memory = Readonly<Record<string, unknown>>;

/** What one poll knows beforehand, and where it puts what it sees. */
export interface Poll extends PlatformAccess {
  /** Did Touchlight itself send this through a form? Absent where that cannot be. */
  readonly isTest?: (mail: MailFacts) => Promise<boolean>;
  /** Start of the look-back window, epoch milliseconds. */
  readonly since: number;
  /** The last poll that succeeded; null before the first. */
  readonly lastPolledAt: number | null;
  /** Private messages too. */
  readonly messages: boolean;
  /** Whose private messages, where anybody may let them be read: an id, or `@` and a name; null where the file names nobody. */
  readonly businessAccount: string | null;
  /** Likes and reactions of the business count as answers. */
  readonly likesAnswer: boolean;
  /** Ids of people who answer from their own accounts. */
  readonly staff: ReadonlySet<string>;
  /** Who waits, to be read again until answered, gone or expired. */
  readonly waiting: readonly Conversation[];
  /** Closed within the last days, latest first. */
  readonly closed: readonly Conversation[];
  /** What this platform's last poll left. */
  readonly memory: Memory;
  /** A thread as it stands now, complete. */
  readonly onThread: (thread: Thread) => void;
  /** The platform says that this thread does not exist any more. */
  readonly onGone: (threadId: string) => void;
  /** Stores what was seen so far, for a platform that forgets what it has once delivered. */
  readonly checkpoint: (memory: Memory) => Promise<void>;
}

export interface PollOutcome {
  /** For the next poll; JSON, and never a token. */
  readonly memory: Memory;
  /** False when the budget ended before the reading did; the next poll goes on. */
  readonly complete: boolean;
  /** What the file asks for since lately, such as private messages, has not been read to its end yet. */
  readonly isFirstReading?: boolean;
  /** What was not read yet may hold the answers to what was: nobody can be said to wait. */
  readonly isBehind?: boolean;
  /** What the file asks for and cannot be read at all until somebody sets it up: grey, although the rest was read; red if somebody there is overdue. */
  readonly unreadable?: Statement;
  /** 1 to 5, as the platform shows it to everybody. */
  readonly averageRating?: number;
  /** Epoch milliseconds; absent where the access does not end by itself. */
  readonly tokenExpiresAt?: number;
  /** What could not be read and why nobody should rely on it, as sentences. */
  readonly blindSpots?: readonly Statement[];
}

/** What `touchlight secrets check` shows of a token. */
export interface Identity {
  /** Who the platform takes us for. */
  readonly who: string;
  /** What it may read, in the platform's own words. */
  readonly may: readonly string[];
  readonly expiresAt: Instant | null;
  /** Kept alive by Touchlight itself? */
  readonly renewedBy: 'touchlight' | 'a person' | 'nobody: it does not end';
}

/** A platform: one file, a few endpoints, plain fetch and zod. */
export interface Platform {
  readonly id: SocialKind;
  /** Requests that one poll may make. */
  readonly budget: number;
  /** Of those who wait, so many are read again by one poll; the next goes on with the others. */
  readonly rereadLimit: number;
  /** It is read without a secret. */
  readonly needsNoSecret?: boolean;
  poll(poll: Poll): Promise<PollOutcome>;
  identify(access: PlatformAccess): Promise<Identity>;
}

const credentialSchema = z.record(z.string(), z.string());

/** @throws ApiFault `setup` when the text begins like JSON and is none */
export function parseCredential(text: string): Credential {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return { token: trimmed };
  const { data } = credentialSchema.safeParse(parseJson(trimmed));
  if (data === undefined) throw new ApiFault('setup', sayResponses('responses/malformed-secret', {}));
  return data;
}

/** @throws ApiFault `setup` with what is missing: that is the configuration's fault, not a probe's */
export async function readCredential(secrets: SecretReader, name: string | null): Promise<Credential> {
  if (name === null) throw new ApiFault('setup', sayResponses('responses/no-secret', {}));
  return parseCredential(
    await secrets.read(name).catch((error: unknown) => {
      if (error instanceof SecretFault) throw new ApiFault('setup', error.says);
      throw new ApiFault('setup', sayResponses('responses/unreadable-secret', { id: null, says: messageOf(error) }));
    }),
  );
}

/** @throws ApiFault `setup` that names the part of the secret that is missing */
export function part(credential: Credential, name: string): string {
  const value = credential[name];
  if (value === undefined || value === '')
    throw new ApiFault('setup', sayResponses('responses/secret-lacks', { part: name }));
  return value;
}

/** @throws ApiFault `setup` when a renewed token could not be kept: then it must not be renewed at all */
export function keepRenewed({ keep }: PlatformAccess): (credential: Credential) => Promise<void> {
  if (keep !== null) return keep;
  throw new ApiFault('setup', sayResponses('responses/fixed-secret', {}));
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** How the parts of a secret are stored, for platforms whose tokens change. */
export function keeperOf(secrets: SecretReader, name: string): PlatformAccess['keep'] {
  const keep = secrets.keeper?.(name) ?? null;
  if (keep === null) return null;
  return async (credential) => {
    try {
      await keep(JSON.stringify(credential));
    } catch (error) {
      if (error instanceof SecretFault) throw new ApiFault('setup', error.says);
      throw new ApiFault('setup', sayResponses('responses/unkept-token', { id: null, says: messageOf(error) }));
    }
  };
}

/** Call records and received mails need no login of their own. */
export function isReadWithoutSecret({ needsNoSecret }: Platform, { inbound }: Pick<Options, 'inbound'>): boolean {
  return needsNoSecret === true || inbound;
}

/** Fills in what most messages have in common. */
export function aMessage(given: Pick<Message, 'id' | 'author' | 'text' | 'createdAt'> & Partial<Message>): Message {
  return {
    addressees: [],
    editedAt: null,
    replyTo: null,
    hidden: false,
    deleted: false,
    liked: false,
    noReply: null,
    ...given,
  };
}

/** Any RFC 3339 form that platforms write (`+0000`, no fraction, nine digits) as our instant. */
export const platformInstant = z.string().transform((text, context): Instant => {
  const ms = Date.parse(text);
  if (!Number.isNaN(ms)) return toInstant(ms);
  context.addIssue('not a time');
  return z.NEVER;
});

/** Seconds since 1970 as our instant. */
export const unixInstant = z.number().transform((seconds) => toInstant(seconds * 1000));
