import type { ChannelKind, ChannelTarget } from '../model/channel.ts';
import type { FileChannels } from './file-channels.ts';

type Written = { readonly [K in ChannelKind]: Extract<NonNullable<FileChannels[K]>, readonly unknown[]>[number] };

/** Channels in the order of their kinds, and of the file within a kind. */
export function channelsOf(alerts: FileChannels | undefined): ChannelTarget[] {
  if (alerts === undefined) return [];
  return [
    ...listed(alerts.telegram).map((each): ChannelTarget => {
      const { chat, topic = null, pictures = true, api = null } = each;
      return { kind: 'telegram', ...ofAll('telegram', each), chat, topic, pictures, api };
    }),
    ...listed(alerts.slack).map((each): ChannelTarget => {
      return { kind: 'slack', ...ofAll('slack', each), channel: each.channel, api: each.api ?? null };
    }),
    ...listed(alerts.teams).map((each): ChannelTarget => ({ kind: 'teams', ...ofAll('teams', each) })),
    ...listed(alerts.webhook).map((each): ChannelTarget => {
      return { kind: 'webhook', ...ofAll('webhook', each), url: each.url ?? null, urlSecret: each.urlSecret ?? null };
    }),
    ...listed(alerts.pagerduty).map((each): ChannelTarget => {
      return { kind: 'pagerduty', ...ofAll('pagerduty', each), region: each.region ?? 'us', api: each.api ?? null };
    }),
  ];
}

/** Of one channel of that kind. */
export function channelId(kind: ChannelKind, name: string | undefined): string {
  return name === undefined ? kind : `${kind}-${name}`;
}

function ofAll(kind: ChannelKind, { secret, from = 'yellow', touchpoints = undefined, name }: Written[ChannelKind]) {
  return { id: channelId(kind, name), secret, from, touchpoints: touchpoints ?? null };
}

function listed<T extends object>(written: T | readonly T[] | undefined): readonly T[] {
  return written === undefined ? [] : Array.isArray(written) ? written : [written as T];
}
