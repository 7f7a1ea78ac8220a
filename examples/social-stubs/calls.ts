import type { Entry, World } from './world.ts';

export const coffeeLabNumber = '+380441234567';

/** One phone that rang, or one call of the business. */
interface RungPhone {
  readonly ringsUntil: number;
  readonly pickedUp: boolean;
}

/** What an exchange knows of one entry of the world. Times are epoch milliseconds. */
export interface StubCall {
  readonly id: string;
  readonly incoming: boolean;
  /** Null: withheld. */
  readonly customer: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly talkMs: number;
  readonly voicemail: boolean;
  readonly phones: readonly RungPhone[];
}

/** People of a world call from mobiles whose last digits are their ids. */
export function numberOf(person: { readonly id: string }): string {
  return `+38050${person.id.padStart(7, '0')}`;
}

const talkMs = 90_000;

/** All calls so far, oldest first: a customer who writes makes a call, and a business that answers calls back. */
export function callsOf(world: World): StubCall[] {
  return [...world.entries()].map((entry) => toCall(world, entry)).toSorted((a, b) => a.startedAt - b.startedAt);
}

function toCall(world: World, entry: Entry): StubCall {
  const { id, at, byBusiness, call, parentId } = entry;
  const person = byBusiness ? world.entry(parentId ?? id).author : entry.author;
  const pickedUp = call.pickedUp ?? byBusiness;
  const rangMs = call.rangMs ?? (byBusiness ? 0 : 25_000);
  const voicemail = call.voicemail === true;
  const spoken = pickedUp ? talkMs : voicemail ? 40_000 : 0;
  const count = call.phones ?? 1;
  return {
    id,
    incoming: !byBusiness,
    customer: person === null ? null : numberOf(person),
    startedAt: at,
    endedAt: at + rangMs + spoken,
    talkMs: spoken,
    voicemail,
    phones: Array.from({ length: count }, (_, i) => ({
      ringsUntil: at + rangMs,
      pickedUp: pickedUp && i === count - 1,
    })),
  };
}
