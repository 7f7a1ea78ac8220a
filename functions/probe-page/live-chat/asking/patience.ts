/** How long the asking waits for what, in milliseconds. */
export interface Patience {
  /** For the chat to say that the question has left. */
  readonly confirmMs: number;
  /** For an answer. */
  readonly watchMs: number;
  /** For all of it, from the beginning of the visit: what was seen until then is still written down in time. */
  readonly visitMs: number;
}

export const usualPatience: Patience = { confirmMs: 8_000, watchMs: 120_000, visitMs: 180_000 };
