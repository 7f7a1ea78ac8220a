import type { TouchpointKind } from '../../model/business.ts';
import { type EnquiryChannel, enquiryChannels, type Zone, zonesWorstFirst } from '../../model/enquiry.ts';
import { dayMs } from '../../model/time-spans.ts';
import { keepClosedDays } from '../conversations/history.ts';
import type { Waiting } from '../conversations/response-figures.ts';
import type { Enquiry, TouchpointEnquiries, Wait } from './enquiries.ts';
import type { WeekFrame } from './frame.ts';

type ZoneCounts = Readonly<Record<Zone, number>>;

/** What half of the customers did not wait longer than. */
export interface TypicalWait {
  readonly minutes: number;
  /** Some of them still wait, so it will be more. */
  readonly atLeast: boolean;
}

export interface ChannelWeek {
  readonly channel: EnquiryChannel;
  readonly customers: number;
  readonly zones: ZoneCounts;
  readonly wait: TypicalWait | null;
}

/** Everybody who wrote or called in a week and needed an answer. One customer counts once, by the worst that happened. */
export interface EnquiryWeek {
  readonly customers: number;
  readonly zones: ZoneCounts;
  readonly wait: TypicalWait | null;
  /** Those with customers. One who wrote by two channels is in both. */
  readonly channels: readonly ChannelWeek[];
  readonly waiting: readonly WaitingCustomer[];
  /** Who still may be answered in time, earliest promise first. */
  readonly inTime: readonly WaitingCustomer[];
  /** How many customers of earlier weeks still wait. */
  readonly fromBefore: number;
  /** Why there may have been more. */
  readonly unseen: {
    readonly partly: readonly string[];
    readonly wholly: readonly string[];
    /** A website has a form, and no mailbox is read. */
    readonly form: boolean;
    /** Answers of the week's beginning are no longer kept. */
    readonly old: boolean;
  };
}

export interface WaitingCustomer {
  readonly touchpointId: string;
  readonly kind: TouchpointKind;
  readonly waiting: Waiting;
}

export interface EnquiryTouchpoint {
  readonly id: string;
  readonly kind: TouchpointKind;
  readonly hasForm: boolean;
  readonly enquiries: TouchpointEnquiries | null;
}

/** Null where nobody looks for customers' messages anywhere. */
export function summarizeEnquiries(
  touchpoints: readonly EnquiryTouchpoint[],
  { week, now }: Pick<WeekFrame, 'week' | 'now'>,
): EnquiryWeek | null {
  const watched = touchpoints.flatMap(({ id, kind, enquiries }) => (enquiries === null ? [] : { id, kind, enquiries }));
  if (watched.length === 0) return null;
  const all = watched.flatMap(({ enquiries }) => enquiries.ofWeek);
  const seenAs = (sight: TouchpointEnquiries['sight']): string[] =>
    watched.filter(({ enquiries }) => enquiries.sight === sight).map(({ id }) => id);
  const customersOf = (list: 'waiting' | 'inTime'): WaitingCustomer[] =>
    watched.flatMap(({ id, kind, enquiries }) =>
      enquiries[list].map((waiting) => ({ touchpointId: id, kind, waiting })),
    );
  return {
    ...countsOf(all),
    channels: enquiryChannels.flatMap((channel) => {
      const its = all.filter((each) => each.channel === channel);
      return its.length === 0 ? [] : { channel, ...countsOf(its) };
    }),
    waiting: customersOf('waiting').toSorted((a, b) => b.waiting.waitedMinutes - a.waiting.waitedMinutes),
    inTime: customersOf('inTime').toSorted((a, b) => dueMs(a) - dueMs(b)),
    fromBefore: new Set(watched.flatMap(({ enquiries }) => enquiries.fromBefore)).size,
    unseen: {
      partly: seenAs('part'),
      wholly: seenAs('none'),
      form: touchpoints.some(({ hasForm }) => hasForm) && !watched.some(({ kind }) => kind === 'mailbox'),
      old: Date.parse(now) - Date.parse(week.from) > keepClosedDays.message * dayMs,
    },
  };
}

function dueMs({ waiting: { dueAt } }: WaitingCustomer): number {
  return dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(dueAt);
}

function countsOf(enquiries: readonly Enquiry[]): Pick<EnquiryWeek, 'customers' | 'zones' | 'wait'> {
  const customers = [...Map.groupBy(enquiries, ({ customer }) => customer).values()];
  const fates = customers.map(worstOf);
  const count = (zone: Zone): number => fates.filter((fate) => fate === zone).length;
  return {
    customers: customers.length,
    zones: {
      red: count('red'),
      yellow: count('yellow'),
      unknown: count('unknown'),
      waiting: count('waiting'),
      green: count('green'),
    },
    wait: typicalWait(enquiries.flatMap(({ wait }) => wait ?? [])),
  };
}

function worstOf(enquiries: readonly Enquiry[]): Zone {
  return zonesWorstFirst.find((zone) => enquiries.some((each) => each.zone === zone)) ?? 'unknown';
}

/**
 * The middle one of all waits, those that last included: of the answered alone, the slowest would be left out. A wait that lasts
 * and is shorter than the middle one may still move it.
 */
function typicalWait(waits: readonly Wait[]): TypicalWait | null {
  const sorted = waits.toSorted((a, b) => a.minutes - b.minutes);
  const at = Math.ceil(sorted.length / 2) - 1;
  const middle = sorted[at];
  if (middle === undefined) return null;
  return { minutes: middle.minutes, atLeast: sorted.slice(0, at + 1).some(({ isOver }) => !isOver) };
}
