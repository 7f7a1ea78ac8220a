import { z } from 'zod';
import { keepWordsDays } from '../../../shared/evaluation/conversations/history.ts';
import type { Statement } from '../../../shared/model/finding.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { ApiFault } from '../api-fault.ts';
import type { PhoneLine, Poll, PollOutcome } from '../platform.ts';
import type { Call } from './call.ts';
import { CallBook } from './call-book.ts';
import { type CallerKey, callerKeySchema, newCallerKey } from './caller-key.ts';
import { knownMatters } from './known-matters.ts';
import { mattersOf } from './matters.ts';
import { countryOf, NumberReader } from './numbers.ts';

/** Where call records come from: an exchange's API, or its files. */
export interface CallSource {
  /** As much as one reading asks for, in milliseconds; less, down to `leastMs`, once the budget has not sufficed. */
  readonly mostMs: number;
  readonly leastMs: number;
  /**
   * Hands over every call that began between the two times; others may be among them.
   * @returns false when the budget ended before the reading did
   */
  read(from: number, to: number, take: (call: Call) => void): Promise<boolean>;
  /** What could not be read. */
  readonly blindSpots?: () => readonly Statement[];
  /** For its next poll; JSON. */
  readonly memory?: () => unknown;
}

/** @param memory what the source left the last time */
export type OpenSource = (line: PhoneLine, numbers: NumberReader, memory: unknown) => CallSource;

/** Records are written when a call ends, and some exchanges take their time: what began within it is read again. */
const overlapMs = dayMs;

const memorySchema = z
  .object({
    readUntil: z.number().catch(0),
    windowMs: z.number().nullable().catch(null),
    source: z.unknown(),
    caller: callerKeySchema.nullable().catch(null),
  })
  .catch({ readUntil: 0, windowMs: null, source: null, caller: null });

/** One poll of a phone, whatever its exchange: reads what is new, and reports each customer's matters. */
export async function pollCalls(poll: Poll, open: OpenSource): Promise<PollOutcome> {
  const line = phoneLine(poll);
  const memory = memorySchema.parse(poll.memory);
  const caller = memory.caller ?? newCallerKey(countryOf(line.numbers));
  const source = open(line, new NumberReader(line.numbers, poll.staff), memory.source);
  // A day more than the figures need: a matter may have begun before their window.
  const book = new CallBook(poll.now - (keepWordsDays + 1) * dayMs);
  const { complete, ...read } = await readNew(poll, source, memory, book);
  report(poll, line, caller, book);
  return {
    memory: { ...read, caller, source: source.memory?.() ?? null },
    complete,
    isBehind: !complete,
    blindSpots: source.blindSpots?.() ?? [],
  };
}

interface Stretch {
  /** Every call that began before is known. */
  readonly readUntil: number;
  readonly windowMs: number | null;
}

/** Stretch by stretch, oldest first: what is read in one poll is complete up to a time. */
async function readNew(
  poll: Poll,
  source: CallSource,
  memory: Stretch,
  book: CallBook,
): Promise<Stretch & { readonly complete: boolean }> {
  let readUntil = Math.max(memory.readUntil, poll.since);
  const windowMs = memory.windowMs ?? source.mostMs;
  let overlap = Math.min(overlapMs, windowMs);
  do {
    const to = Math.min(readUntil + windowMs, poll.now);
    const isWhole = await source.read(Math.max(readUntil - overlap, poll.since), to, (call) => {
      if (call.startedAt >= poll.since) book.take(call);
    });
    if (!isWhole) {
      const less = Math.max(source.leastMs, Math.floor(Math.min(windowMs, poll.now - readUntil + overlap) / 4));
      return { readUntil, windowMs: less, complete: false };
    }
    readUntil = to;
    overlap = 0;
  } while (readUntil < poll.now && poll.budget.allowsReading);
  // What has sufficed may be tried a little larger the next time.
  const next = windowMs * 2 >= source.mostMs ? null : windowMs * 2;
  return { readUntil, windowMs: next, complete: readUntil >= poll.now };
}

function report(poll: Poll, { misdialMs }: PhoneLine, callerKey: CallerKey, book: CallBook): void {
  const knownOf = knownMatters([...poll.waiting, ...poll.closed], callerKey);
  for (const [customer, calls] of book.callers()) {
    const { threads, doubled } = mattersOf(customer, calls, { callerKey, misdialMs, knownOf });
    for (const thread of threads) poll.onThread(thread);
    for (const id of doubled) poll.onGone(id);
  }
}

/** @throws ApiFault `setup` for a check that was not made by this version's configuration */
function phoneLine({ phone }: Poll): PhoneLine {
  if (phone !== null) return phone;
  throw new ApiFault('setup', sayResponses('responses/no-numbers', {}));
}
