/** Exit codes of every command (README): scripts depend on them. */
export const exitCodes = { ok: 0, red: 1, usage: 2, fault: 3, unmeasured: 4, interrupted: 130 } as const;

/** The person asked for something that cannot be done as asked; the message says what to write instead. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Ctrl-C or a termination signal. Exit code 130. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
