import { z } from 'zod';
import { askableChats, chatVendorIds } from '../../model/chat-vendor.ts';
import type { ProbeSpec } from '../../model/probe-spec.ts';

const yes = { green: 0, red: null };

export const liveChat = {
  id: 'live-chat',
  title: 'The live chat is there, and somebody is at it',
  failureTitle: 'The live chat is missing, or nobody is at it',
  visit: 'load',
  owner: 'developer',
  weight: 5,
  perDevice: false,
  perPage: false,
  everyMinutes: 240,
  byHours: true,
  options: z.strictObject({
    chat: z
      .enum([...chatVendorIds, 'any'])
      .optional()
      .meta({
        description: 'The chat that must be on the page, or any. If it is missing, the light is red.',
        examples: ['tawk'],
      }),
    ask: z
      .enum(['weekly'])
      .optional()
      .meta({
        description: `Once a week, in business hours, the mystery shopper of this file writes one question, marked as a test, into the chat and follows it to a person's answer. Works with ${new Intl.ListFormat('en', { type: 'disjunction' }).format(askableChats)}. Without it, nothing is ever written.`,
        examples: ['weekly'],
      }),
  }),
  measurements: {
    nobodyThere: {
      title: 'nobody at the chat in business hours',
      unit: 'count',
      threshold: { green: 0, red: 1 },
      owner: 'answerer',
      ownTrouble: 'lasting',
    },
    onlyAway: {
      title: 'everybody at the chat is away in business hours',
      unit: 'count',
      threshold: yes,
      owner: 'answerer',
      ownTrouble: 'lasting',
    },
    buttonHidden: { title: "the chat's button cannot be seen", unit: 'count', threshold: yes, ownTrouble: 'lasting' },
    buttonCovered: {
      title: "something covers the chat's button",
      unit: 'count',
      threshold: yes,
      ownTrouble: 'lasting',
    },
    offlineFormMissing: {
      title: 'outside business hours the chat takes no message',
      unit: 'count',
      threshold: yes,
      owner: 'answerer',
      ownTrouble: 'lasting',
    },
    nobodyInTheMorning: {
      title: 'nobody at the chat in the first four business hours of a day',
      unit: 'count',
      main: true,
      drawn: false,
    },
    deadPlugins: { title: 'chat plugins that no longer exist', unit: 'count', threshold: yes, ownTrouble: 'lasting' },
  },
  figures: {
    emptyChatMornings: { by: 'days', device: null, measurement: 'nobodyInTheMorning' },
  },
} as const satisfies ProbeSpec;
