import { type ShopperFrame, type Standing, standingOf } from '../../../shared/evaluation/shopper/standing.ts';
import type { TestEnquiry } from '../../../shared/model/test-enquiry.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { ShopperOptions } from '../../../shared/probes/shopper/spec.ts';

/** An older enquiry says nothing of how it is today. */
const speaksForMs = 28 * dayMs;
const listedAtMost = 10;

/** What a report is made with. */
export interface Reported extends ShopperFrame {
  readonly checkId: string;
  readonly options: ShopperOptions;
  /** Nothing was left unread. */
  readonly isComplete: boolean;
}

export interface Stood {
  readonly enquiry: TestEnquiry;
  readonly standing: Standing;
}

interface Standings {
  /** Newest first. */
  readonly stood: readonly Stood[];
  /** The newest of which anything is known, otherwise the newest; undefined where nothing was sent. */
  readonly speaks: Stood | undefined;
  readonly waits: Stood | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

/** How the enquiries of the last weeks stand. */
export function standings(known: readonly TestEnquiry[], given: Reported): Standings {
  const since = Date.parse(given.now) - speaksForMs;
  const stood = known
    .filter(({ sentAt }) => Date.parse(sentAt) >= since)
    .map((enquiry): Stood => ({ enquiry, standing: standingOf(enquiry, given) }))
    .toReversed();
  return {
    stood,
    speaks: stood.find(({ standing }) => tells(standing)) ?? stood[0],
    waits: stood.find(({ standing }) => standing.reason === 'waiting'),
    details: { enquiries: stood.slice(0, listedAtMost).map(shownOf) },
  };
}

/** Does it say how well the business answers? */
function tells({ reason }: Standing): boolean {
  return reason === 'answered' || reason === 'unanswered' || reason === 'unseen' || reason === 'undeliverable';
}

function shownOf({ enquiry, standing }: Stood) {
  const { token, sentAt, scenario, answers, closing } = enquiry;
  return {
    token,
    sentAt,
    scenario,
    reason: standing.reason,
    answers: answers.map(({ receivedAt, kind, marked, reason, confidence, matchedBy }) => ({
      ...{ receivedAt, kind, marked, reason, confidence, matchedBy },
    })),
    closedAt: closing?.claimedAt ?? null,
  };
}

export function acknowledgementOf({
  acknowledgedAt,
  perhapsHuman,
}: Extract<Standing, { readonly acknowledgedAt: string | null }>) {
  return { acknowledged: acknowledgedAt !== null, ...(perhapsHuman && { perhapsHuman }) };
}

export function acknowledgedAfter({ sentAt }: TestEnquiry, at: string | null): Record<string, number> {
  return at === null ? {} : { acknowledgedMinutes: (Date.parse(at) - Date.parse(sentAt)) / 60_000 };
}
