import { subjectOf } from '../../../shared/evaluation/channels/decide-delivery.ts';
import type { Alert } from '../../../shared/model/alert.ts';
import type { ChannelTarget } from '../../../shared/model/channel.ts';
import type { ChannelTask } from '../../../shared/model/channel-task.ts';
import { businessOf } from '../../../shared/model/check-id.ts';

/**
 * What an alert has posted: each of its notices by itself, so that a chat that takes one and refuses the next is not asked for both
 * again; in the channels of its own business, and in no other's.
 */
export function tasksOf(alert: Alert, channels: readonly ChannelTarget[]): ChannelTask[] {
  const { touchpointId, createdAt, notices } = alert;
  const business = businessOf(touchpointId);
  const wanting = channels.filter(
    ({ id, touchpoints }) =>
      businessOf(id) === business && (touchpoints === null || touchpoints.includes(touchpointId)),
  );
  return wanting.flatMap(({ id: channel }) =>
    notices.map((notice) => {
      const id = [channel, createdAt, subjectOf(notice), notice.reason, notice.n].join(' ');
      return { id, channel, alert: { ...alert, notices: [notice] } };
    }),
  );
}
