/** What an exchange's record tells of one call, or of one leg of it. Times are epoch milliseconds. */
export interface Call {
  /** Shared by all legs of one call; null where the exchange gives none. */
  readonly id: string | null;
  readonly incoming: boolean;
  /** The customer's number as `NumberReader` writes it; null where it is withheld. */
  readonly customer: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  /** When a person picked up: one of ours, or, in an outgoing call, the customer. Null where nobody did. */
  readonly answeredAt: number | null;
  /** The caller hung up; a busy line or a full trunk also ends a call, and then the caller did not give up. */
  readonly hungUp: boolean;
}

/** Legs of one call that carry no common id still begin together. */
const togetherMs = 2000;

/**
 * A ring group writes a record for each phone that rang: together they are one call, answered if anyone picked up.
 * Records that were read twice become one as well.
 * @param calls incoming calls of one customer, in order of time
 */
export function joinLegs(calls: readonly Call[]): Call[] {
  const joined: Call[] = [];
  for (const call of calls) {
    const index = joined.findLastIndex((each) => belongTogether(each, call));
    const known = joined[index];
    if (known === undefined) joined.push(call);
    else joined[index] = join(known, call);
  }
  return joined;
}

function belongTogether(a: Call, b: Call): boolean {
  if (a.id !== null && a.id === b.id) return true;
  if (Math.abs(a.startedAt - b.startedAt) <= togetherMs) return true;
  return a.id === null && b.id === null && b.startedAt <= a.endedAt;
}

function join(a: Call, b: Call): Call {
  const answers = [a.answeredAt, b.answeredAt].filter((at) => at !== null);
  return {
    ...a,
    startedAt: Math.min(a.startedAt, b.startedAt),
    endedAt: Math.max(a.endedAt, b.endedAt),
    answeredAt: answers.length === 0 ? null : Math.min(...answers),
    hungUp: a.hungUp && b.hungUp,
  };
}
