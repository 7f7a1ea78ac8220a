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
const faultKinds = [
  'auth',
  'permission',
  'gone',
  'throttled',
  'quota',
  'transient',
  'wrong-answer',
  'endless',
  'refused',
  'setup',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly kind: FaultKind;
  /** The platform's own code or ours: short, and never a text that the platform or a customer wrote. */
  readonly code: string;
  /** Epoch milliseconds; null where the platform gave no hint. */
  readonly retryAt: number | null;

  constructor(kind: FaultKind, code: string, retryAt: number | null = null) {
    super(`${kind} (${code})`);
    this.kind = kind;
    this.code = code;
    this.retryAt = retryAt;
  }
}

/** Until when to ask nothing where the platform gives no hint. */
const silenceMs = { throttled: 15 * 60_000, quota: 60 * 60_000 } as const;

/** When the platform may be asked again; null when the next poll may. */
export function retryAtOf({ kind, retryAt }: ApiFault, now: number): number | null {
  if (kind !== 'throttled' && kind !== 'quota') return null;
  return retryAt ?? now + silenceMs[kind];
}

/** What a person reads: what happened, what it means, what to do. */
export function faultSentence(fault: ApiFault, platform: string, secret: string, until: string | null): string {
  const unseen = 'Until then nobody sees who waits there';
  const code = `(${fault.code})`;
  switch (fault.kind) {
    case 'auth':
      return `${platform} refuses the token in the secret "${secret}" ${code}. Store a new one under that name; "touchlight secrets check" tells more. ${unseen}.`;
    case 'permission':
      return `${platform} does not let the token in the secret "${secret}" read this ${code}. Give it the permissions of docs/platforms. ${unseen}.`;
    case 'gone':
      return `${platform} knows no such account ${code}. Check "page" in touchpoints.yaml. ${unseen}.`;
    case 'throttled':
      return `${platform} asks for a pause ${code}; Touchlight asks again ${until ?? 'later'}. ${unseen}.`;
    case 'quota':
      return `The allowance of requests to ${platform} is used up ${code}; Touchlight asks again ${until ?? 'later'}. ${unseen}.`;
    case 'transient':
      return `${platform} has trouble or does not answer ${code}. Touchlight asks again at the next poll.`;
    case 'wrong-answer':
      return `${platform} answered with something else than its documentation promises ${code}. Touchlight asks again at the next poll.`;
    case 'endless':
      return `${platform} repeats its pages without end ${code}. Touchlight asks again at the next poll.`;
    case 'refused':
      return `${platform} calls Touchlight's request wrong ${code}: the account's name may be misspelt, or this version of Touchlight is too old for the platform.`;
    case 'setup':
      return `The access to ${platform} is not set up completely: ${fault.code}. ${unseen}.`;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined when it is no JSON. */
  readonly body: unknown;
}

/** What the HTTP status says, for platforms and cases that say nothing more precise; null when nothing is wrong. */
export function faultByStatus({ status, headers, body }: Answer, now: number): ApiFault | null {
  const code = `HTTP ${status}`;
  if (status === 401) return new ApiFault('auth', code);
  if (status === 403) return new ApiFault('permission', code);
  if (status === 404 || status === 410) return new ApiFault('gone', code);
  if (status === 429) return new ApiFault('throttled', code, retryAfter(headers, now));
  if (status >= 500) return new ApiFault('transient', code);
  if (body === undefined) return new ApiFault('wrong-answer', 'no JSON');
  return status >= 400 ? new ApiFault('refused', code) : null;
}

/** `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3). */
function retryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  if (/^\d+$/.test(text)) return now + Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
