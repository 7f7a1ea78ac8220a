import type { ChannelTarget } from '../../shared/model/channel.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { ChannelReports } from '../../shared/ports/channel-posts.ts';
import type { Operations } from '../../shared/ports/operations.ts';
import { ChannelFault } from './channel-fault.ts';
import { wordFault } from './word-fault.ts';

export interface ReportDeps {
  readonly target: ChannelTarget;
  readonly reports: ChannelReports;
  readonly operations: Operations;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Tells operations once a day that a person must put a channel right. What passes by itself is repeated by Lambda, and rings the
 * alarm of the dead letters when it does not.
 */
export async function reportFault(
  failures: readonly unknown[],
  { target, reports, operations, now }: ReportDeps,
): Promise<void> {
  const fault = failures.find((failure) => failure instanceof ChannelFault && failure.needsPerson);
  if (!(fault instanceof ChannelFault)) return;
  const day = toInstant(now()).slice(0, 10);
  if (await reports.wasSent(target.id, day)) return;
  await operations.notify(
    'channel',
    `Alerts do not reach ${target.id}. ${wordFault(fault, target)} What to do: docs/runbook.md#operations-channel`,
  );
  await reports.recordSent(target.id, day);
}
