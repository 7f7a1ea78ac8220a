import { z } from 'zod';
import { maintenanceSchema } from '../../model/business.ts';
import type { ProbeSpec } from '../../model/probe-spec.ts';
import { defaultSlaMinutes, nudgeAfterMinutes } from '../responses/spec.ts';
import { shopper } from '../shopper/spec.ts';

export const chatQuestion = {
  id: 'chat-question',
  title: 'A question in the live chat gets an answer from a person in time',
  failureTitle: 'A question in the live chat gets no answer from a person in time',
  visit: 'poll',
  owner: 'answerer',
  weight: 1,
  perDevice: false,
  perPage: false,
  everyMinutes: shopper.everyMinutes,
  /** `form` is the visit that asks in the chat. */
  options: shopper.options.extend({
    shopper: z.string().default('').describe('The touchpoint whose mailbox takes the answers that come by mail.'),
    maintenance: z.array(maintenanceSchema).default([]).describe("The file's windows in which nothing is asked."),
  }),
  measurements: {
    overdue: {
      title: 'questions in the live chat that no person answered in time',
      unit: 'count',
      threshold: { green: 0, red: 1 },
    },
    nobodyCame: {
      title: 'questions that no person answered within two minutes, though the live chat said that somebody was there',
      unit: 'count',
      threshold: { green: 0, red: null },
      ownTrouble: 'momentary',
    },
    waitingMinutes: {
      title: 'wait of the question in the live chat for a person',
      unit: 'minutes',
      threshold: { green: nudgeAfterMinutes(defaultSlaMinutes), red: defaultSlaMinutes },
      nudges: true,
      ownTrouble: 'momentary',
    },
    firstResponseMinutes: {
      title: 'time until a person answered the last question in the live chat',
      unit: 'minutes',
      threshold: { green: defaultSlaMinutes, red: null },
      main: true,
      ownTrouble: 'momentary',
    },
    acknowledgedMinutes: {
      title: 'time until a program answered the last question in the live chat',
      unit: 'minutes',
    },
  },
} as const satisfies ProbeSpec;
