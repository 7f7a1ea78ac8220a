import { z } from 'zod';
import { watchedTouchpointIdSchema } from './check-id.ts';

export const channelKinds = ['telegram', 'slack', 'teams', 'webhook', 'pagerduty'] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const channelNames: Readonly<Record<ChannelKind, string>> = {
  telegram: 'Telegram',
  slack: 'Slack',
  teams: 'Teams',
  webhook: 'Webhook',
  pagerduty: 'PagerDuty',
};

const ofAll = {
  /**
   * `telegram`, or `telegram-<name>`; in a fleet with the business before it (`coffee-lab.telegram`). Names its function and
   * its posts, so it never changes because another channel was added.
   */
  id: z.string().regex(/^(?:[a-z0-9][a-z0-9-]{0,39}\.)?[a-z][a-z0-9-]{0,35}$/),
  /** Name of its secret, never the secret. */
  secret: z.string(),
  /** The mildest light that is worth a post. */
  from: z.enum(['yellow', 'red']),
  /** Null: all. */
  touchpoints: z.array(watchedTouchpointIdSchema).nullable(),
};

/** Where else than at the platform its API is; null: there. */
const api = z.url().nullable();

/** One place to which alerts are posted. */
export const channelTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('telegram'),
    ...ofAll,
    /** `-1001234567890` or `@name`. */
    chat: z.string(),
    /** A topic of a forum. */
    topic: z.number().int().nullable(),
    pictures: z.boolean(),
    api,
  }),
  z.strictObject({ kind: z.literal('slack'), ...ofAll, channel: z.string(), api }),
  z.strictObject({ kind: z.literal('teams'), ...ofAll }),
  z.strictObject({
    kind: z.literal('webhook'),
    ...ofAll,
    url: z.url().nullable(),
    /** Name of a secret that holds the address; set where `url` is null. */
    urlSecret: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('pagerduty'), ...ofAll, region: z.enum(['us', 'eu']), api }),
]);
export type ChannelTarget = z.infer<typeof channelTargetSchema>;

/** The names of all secrets that a channel needs. */
export function secretsOfChannel(target: ChannelTarget): string[] {
  const { secret } = target;
  return target.kind === 'webhook' && target.urlSecret !== null ? [secret, target.urlSecret] : [secret];
}
