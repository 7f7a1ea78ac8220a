import type { ChannelTarget } from '../../../shared/model/channel.ts';
import type { Channel, ChannelIo } from '../channel.ts';
import { createPagerDuty } from './pagerduty.ts';
import { createSlack } from './slack.ts';
import { createTeams } from './teams.ts';
import { createTelegram } from './telegram.ts';
import { createWebhook } from './webhook.ts';

/** One file for each kind of channel. */
export function createChannel(target: ChannelTarget, io: ChannelIo): Channel {
  switch (target.kind) {
    case 'telegram':
      return createTelegram(target, io);
    case 'slack':
      return createSlack(target, io);
    case 'teams':
      return createTeams(target, io);
    case 'webhook':
      return createWebhook(target, io);
    case 'pagerduty':
      return createPagerDuty(target, io);
  }
}
