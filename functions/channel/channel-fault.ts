/**
 * Why a channel has not taken a message.
 * - `auth`: the secret is refused (a token was revoked);
 * - `place`: there is no such chat or channel, or we may not write there;
 * - `message`: the API does not accept what we send;
 * - `secret`: our own secret cannot be read, or is not what it should be;
 * - `private-address`: the address is not on the public internet;
 * - `busy`: too much at once;
 * - `trouble`: the API failed, or answered what it never should;
 * - `silence`: no answer, so the message may have arrived or not.
 */
export type FaultKind = 'auth' | 'place' | 'message' | 'secret' | 'private-address' | 'busy' | 'trouble' | 'silence';

export class ChannelFault extends Error {
  override readonly name = 'ChannelFault';
  readonly kind: FaultKind;
  /** How long the API asks us to wait; null where it does not say. */
  readonly retryAfterMs: number | null;

  /** @param says what the API answered, short and without any secret */
  constructor(kind: FaultKind, says: string, { retryAfterMs = null }: { readonly retryAfterMs?: number | null } = {}) {
    super(says);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }

  /** A person must put it right; trying again does not help. */
  get needsPerson(): boolean {
    return this.kind !== 'busy' && this.kind !== 'trouble' && this.kind !== 'silence';
  }
}

/** The post that was to be changed is not there any more. */
export class PostGoneError extends Error {
  override readonly name = 'PostGoneError';
}
