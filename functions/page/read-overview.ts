import { type BoardRow, boardNow } from '../../shared/evaluation/board/board-now.ts';
import { type Waiting, whoWaits } from '../../shared/evaluation/conversations/response-figures.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import type { Instant } from '../../shared/model/instant.ts';
import type { Stores } from '../../shared/ports/stores.ts';

/** So many checks are asked who waits, those of the worst touchpoints first: one read each, whatever the number of touchpoints. */
const conversationReads = 20;

export interface WaitingAt {
  readonly touchpoint: Touchpoint;
  /** Longest first. */
  readonly waiting: readonly Waiting[];
}

export interface Overview {
  /** Worst first. */
  readonly rows: readonly (BoardRow & { readonly touchpoint: Touchpoint })[];
  /** Touchpoints where somebody waits. */
  readonly waitingAt: readonly WaitingAt[];
  /** How many touchpoints with customers were not asked. */
  readonly notAsked: number;
  /** Somebody looks for customers' messages at all. */
  readonly asksAnybody: boolean;
}

/** One key range of the board, and a bounded number of reads for those who wait. */
export async function readOverview(
  {
    stores,
    configuration,
  }: { readonly stores: Pick<Stores, 'board' | 'conversations'>; readonly configuration: Configuration },
  now: Instant,
): Promise<Overview> {
  const { touchpoints, calendar } = configuration;
  const rows = boardNow(touchpoints, await stores.board.list(), now);
  const answering = rows.flatMap(({ touchpoint }) => {
    const check = touchpoint.checks.find(({ probe }) => probe === 'responses');
    const { slaMinutes } = touchpoint;
    return check === undefined || slaMinutes === null ? [] : [{ touchpoint, check, slaMinutes }];
  });
  const asked = answering.slice(0, conversationReads);
  const waitingAt = await Promise.all(
    asked.map(async ({ touchpoint, check, slaMinutes }): Promise<WaitingAt> => {
      const conversations = await stores.conversations.list(check.id);
      return { touchpoint, waiting: whoWaits(conversations, { slaMinutes, calendar, now }) };
    }),
  );
  return {
    rows,
    waitingAt: waitingAt.filter(({ waiting }) => waiting.length > 0),
    notAsked: answering.length - asked.length,
    asksAnybody: answering.length > 0,
  };
}
