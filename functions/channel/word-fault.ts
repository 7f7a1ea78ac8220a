import { type ChannelTarget, channelNames } from '../../shared/model/channel.ts';
import type { ChannelFault } from './channel-fault.ts';

/** What is wrong with a channel and what to do, for the people who run Touchlight. */
export function wordFault(fault: ChannelFault, target: ChannelTarget): string {
  const name = channelNames[target.kind];
  const { message: says } = fault;
  switch (fault.kind) {
    case 'auth':
      return `${name} does not accept the secret ${target.secret} (${says}). Store a new one under that name.`;
    case 'place':
      return `${name} cannot post to ${placeOf(target)} (${says}). ${invite(target)}`;
    case 'message':
      return `${name} does not accept the message (${says}). Please report it.`;
    case 'secret':
      return `${says} docs/alerts.md#channels says what it must hold.`;
    case 'private-address':
      return `${name}: ${says}. Touchlight in AWS posts to public addresses only.`;
    case 'busy':
      return `${name} takes no more messages at the moment (${says}).`;
    case 'trouble':
      return `${name} is in trouble: ${says}.`;
    case 'silence':
      return `${name} did not say whether the message has arrived: ${says}.`;
  }
}

function placeOf(target: ChannelTarget): string {
  switch (target.kind) {
    case 'telegram':
      return `the chat ${target.chat}`;
    case 'slack':
      return `the channel ${target.channel}`;
    default:
      return 'its address';
  }
}

function invite({ kind }: ChannelTarget): string {
  switch (kind) {
    case 'telegram':
      return 'Add the bot to the chat, let it write there, and check "chat" in touchpoints.yaml.';
    case 'slack':
      return 'Invite the app to the channel, and check "channel" in touchpoints.yaml.';
    default:
      return 'Check that it still exists.';
  }
}
