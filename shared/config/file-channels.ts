import { z } from 'zod';
import { channelProblem, chatProblem, hookProblem, nameProblem } from './channel-problems.ts';
import { touchpointId } from './file-social.ts';
import * as text from './file-text.ts';

const exampleSecrets = {
  telegram: 'telegram-bot',
  slack: 'slack-bot',
  teams: 'teams-workflow',
  webhook: 'webhook-signing',
  pagerduty: 'pagerduty-key',
} as const;
type Kind = keyof typeof exampleSecrets;

function ofAll(kind: Kind, whatIsSecret: string) {
  return {
    secret: text.secretName({ description: whatIsSecret, examples: [exampleSecrets[kind]] }),
    from: z.enum(['yellow', 'red']).optional().meta({
      description:
        'The mildest light that is posted. "red": only incidents that are or were red, with their end; nothing yellow or grey.',
      default: 'yellow',
    }),
    touchpoints: z
      .array(touchpointId)
      .min(1)
      .optional()
      .meta({ description: 'Only these touchpoints. Default: all.', examples: [['website']] }),
    name: text
      .named(nameProblem, {
        description: `Tells several channels of this kind apart; it stands in the name of the function. The first needs none. Posts are remembered under it, so do not rename it.`,
        examples: ['office'],
      })
      .optional(),
  };
}

function api(ofWhat: string, example: string) {
  return text
    .siteAddress({ description: `A different address for ${ofWhat}. The secret is sent there.`, examples: [example] })
    .optional();
}

const telegram = z.strictObject({
  chat: text.named(chatProblem, {
    description:
      'The chat: its number in quotes, which begins with -100 for a group or channel, or @name of a public one.',
    examples: ['-1001234567890'],
  }),
  topic: z
    .number()
    .int()
    .min(1)
    .optional()
    .meta({
      description: 'In a group with topics: the number of the topic, as the link to one of its messages has it.',
      examples: [12],
    }),
  pictures: z.boolean().optional().meta({
    description: 'Post with the first screenshot of the incident. A screenshot shows what was on the page.',
    default: true,
  }),
  ...ofAll('telegram', "Name of the stored secret: the bot's token."),
  api: api("Telegram's Bot API, such as a server of your own", 'https://telegram.example.com'),
});

const slack = z.strictObject({
  channel: text.named(channelProblem, {
    description: 'Id of the channel: open its details in Slack, the id is at the bottom. Invite the app to it.',
    examples: ['C0123456789'],
  }),
  ...ofAll('slack', "Name of the stored secret: the app's bot token (xoxb-...), with the scope chat:write."),
  api: api("Slack's API, such as a gateway of your own", 'https://slack.example.com/api/'),
});

const teams = z.strictObject(
  ofAll(
    'teams',
    'Name of the stored secret: the address that the workflow "When a Teams webhook request is received" shows.',
  ),
);

const webhook = z.strictObject({
  url: text
    .named(hookProblem, {
      description:
        'Where each incident is posted as JSON (docs/alerts.md). Use urlSecret instead if the address is secret.',
      examples: ['https://hooks.example.com/touchlight'],
    })
    .optional(),
  urlSecret: text
    .secretName({ description: 'Name of the stored secret that holds the address.', examples: ['webhook-address'] })
    .optional(),
  ...ofAll('webhook', 'Name of the stored secret that requests are signed with, by Standard Webhooks (whsec_...).'),
});

const pagerduty = z.strictObject({
  region: z.enum(['us', 'eu']).optional().meta({ description: 'Service region of the account.', default: 'us' }),
  ...ofAll('pagerduty', 'Name of the stored secret: the integration key of an Events API v2 integration.'),
  api: api("PagerDuty's Events API, such as a proxy of your own", 'https://events.example.com/'),
});

/** One channel of a kind, or a list of several. */
function oneOrMore<Shape extends z.ZodObject>(shape: Shape, description: string, example: object) {
  return z
    .union([shape, z.array(shape).min(1).max(10)])
    .optional()
    .meta({ description: `${description} One, or a list of several.`, examples: [example] });
}

/** Where alerts are posted beside mail: keys of `alerts`. */
export const channelsShape = {
  telegram: oneOrMore(telegram, 'Alerts in a Telegram chat, by a bot of yours.', {
    chat: '-1001234567890',
    secret: exampleSecrets.telegram,
  }),
  slack: oneOrMore(slack, 'Alerts in a Slack channel, by an app of yours.', {
    channel: 'C0123456789',
    secret: exampleSecrets.slack,
  }),
  teams: oneOrMore(teams, 'Alerts in a channel or chat of Microsoft Teams, by a workflow.', {
    secret: exampleSecrets.teams,
  }),
  webhook: oneOrMore(webhook, 'Alerts to software of yours, signed.', {
    url: 'https://hooks.example.com/touchlight',
    secret: exampleSecrets.webhook,
  }),
  pagerduty: oneOrMore(pagerduty, 'Incidents in PagerDuty; they resolve themselves.', {
    secret: exampleSecrets.pagerduty,
  }),
};

export type FileChannels = { readonly [K in keyof typeof channelsShape]?: z.infer<(typeof channelsShape)[K]> };
