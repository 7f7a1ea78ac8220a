import { type Clock, createPace, type Pace } from '../../shared/aws/topics/pace.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import type { Channel, ChannelIo } from './channel.ts';
import { createChannel } from './channels/index.ts';

interface OpenChannel {
  readonly channel: Channel;
  /** Waits until the next request may follow the last one. */
  readonly rest: Pace;
}

/** A channel whose requests keep its pace. */
export function openChannel(target: ChannelTarget, io: Omit<ChannelIo, 'pace' | 'now'>, clock: Clock): OpenChannel {
  const gap: { pace: Pace } = { pace: async () => {} };
  const channel = createChannel(target, { ...io, pace: () => gap.pace(), now: clock.now });
  gap.pace = createPace(channel.gapMs, clock);
  return { channel, rest: () => gap.pace() };
}
