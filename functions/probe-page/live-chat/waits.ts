/** How long the probe waits for what, in milliseconds. */
export interface Waits {
  /** For a chat to come, from the first look: sites load theirs on the first scroll, or some seconds after all else. */
  readonly chatMs: number;
  readonly pollMs: number;
  /** Chats begin as "nobody there" and ask their server then. */
  readonly presenceMs: number;
  /** For one answer of the chat's own call. */
  readonly answerMs: number;
  /** For its window to open. */
  readonly windowMs: number;
}

export const usualWaits: Waits = { chatMs: 15_000, pollMs: 500, presenceMs: 6_000, answerMs: 3_000, windowMs: 4_000 };
