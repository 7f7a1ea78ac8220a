import type { PlatformCause } from '../../shared/model/cause.ts';
import type { Statement } from '../../shared/model/finding.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { SocialKind } from '../../shared/model/social-platform.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';

/**
 * What can be wrong between us and a platform. None of it says anything about the customers, so each ends grey, with its own
 * sentence and cause:
 * - `auth`: the token is dead or of the wrong kind; only a person can help;
 * - `permission`: the token lives and may not read this;
 * - `gone`: what was asked for does not exist (of one item: deleted; of the account: misspelt or closed);
 * - `throttled`: too many requests within a short time, which passes by itself, again after `retryAt`;
 * - `quota`: the allowance of a day or a month is used up (YouTube, VK, X; the others know none and only throttle);
 * - `transient`: the platform has trouble, or does not answer at all;
 * - `wrong-answer`: HTML, half a page, another shape than documented; `endless`: pages without end;
 * - `refused`: the platform calls our request wrong; `setup`: the secret lacks something, or somebody else reads too.
 */
export type FaultKind = PlatformCause;

export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly kind: FaultKind;
  /** What it is known by: the platform's own code or word, or what we noticed; never a text that a customer wrote. */
  readonly clue: Statement;
  /** Epoch milliseconds; null where the platform gave no hint. */
  readonly retryAt: number | null;

  constructor(kind: FaultKind, clue: Statement, retryAt: number | null = null) {
    super(`${kind} (${clue.id})`);
    this.kind = kind;
    this.clue = clue;
    this.retryAt = retryAt;
  }
}

/** Until when to ask nothing where the platform gives no hint. */
const silenceMs = { throttled: 15 * minuteMs, quota: 60 * minuteMs } as const;

/** When the platform may be asked again; null when the next poll may. */
export function retryAtOf({ kind, retryAt }: ApiFault, now: number): number | null {
  if (kind !== 'throttled' && kind !== 'quota') return null;
  return retryAt ?? now + silenceMs[kind];
}

/**
 * What a person reads: what happened, what it means, what to do.
 * @param secret its name
 * @param retry when the platform will be asked again, and the business's time zone
 */
export function sayFault(
  { kind, clue }: ApiFault,
  platform: SocialKind,
  secret: string,
  retry: { readonly retryAt: Instant | null; readonly timeZone?: string },
): Statement {
  switch (kind) {
    case 'auth':
    case 'permission':
      return sayResponses(`responses/${kind}`, { platform, clue, secret });
    case 'throttled':
    case 'quota':
      return sayResponses(`responses/${kind}`, { platform, clue, ...retry });
    case 'gone':
    case 'transient':
    case 'wrong-answer':
    case 'endless':
    case 'refused':
    case 'setup':
      return sayResponses(`responses/${kind}`, { platform, clue });
  }
}

/** The platform's own number. */
export function errorCode(code: number, subcode: number | null = null): Statement {
  return sayResponses('responses/error-code', { code, subcode });
}

/** The platform's own word. */
export function errorWord(says: string): Statement {
  return sayResponses('responses/error-word', { says });
}

export function httpStatus(status: number): Statement {
  return sayResponses('responses/http-status', { status });
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when it is no JSON. */
  readonly body: unknown;
}

/** What the HTTP status says, for platforms and cases that say nothing more precise; null when nothing is wrong. */
export function faultByStatus({ status, headers, body }: Answer, now: number): ApiFault | null {
  const clue = httpStatus(status);
  if (status === 401) return new ApiFault('auth', clue);
  if (status === 403) return new ApiFault('permission', clue);
  if (status === 404 || status === 410) return new ApiFault('gone', clue);
  if (status === 429) return new ApiFault('throttled', clue, retryAfter(headers, now));
  if (status >= 500) return new ApiFault('transient', clue);
  if (body === undefined) return new ApiFault('wrong-answer', sayResponses('responses/not-json', {}));
  return status >= 400 ? new ApiFault('refused', clue) : null;
}

/** `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  if (/^\d+$/.test(text)) return now + Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
