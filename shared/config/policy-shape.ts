import { z } from 'zod';
import { policySchema } from '../model/check.ts';
import { acknowledgeSchema } from './file-escalation.ts';
import * as text from './file-text.ts';

/** The policy as the file writes it; every key may be given for all checks (under `alerts`) or for one. */
export const policyShape = {
  failuresToOpen: policySchema.shape.failuresToOpen
    .unwrap()
    .optional()
    .meta({
      description:
        'Yellow or red runs in a row before an incident opens and ops are alerted. By default 1 for checks that count what is ' +
        'written down (`responses`, `shopper`, `chat-question`, `form-arrival`, `scorecard`, `survey`, `orders`, `field-speed`, `same-facts`): a second look would count the same.',
      default: 2,
    }),
  successesToResolve: policySchema.shape.successesToResolve.unwrap().optional().meta({
    description: 'Green runs in a row before an incident counts as resolved. By default 1 where `failuresToOpen` is.',
    default: 2,
  }),
  remindEvery: text
    .durationOrNever(
      { min: '10m', max: '30d' },
      {
        description: 'How often ops are reminded of an incident that stays open; "never" for no reminders.',
        default: '24h',
      },
    )
    .optional(),
  blindAfter: text
    .duration(
      { min: '5m', max: '7d' },
      {
        description: 'How long a check may stay grey before ops are alerted that it cannot be measured.',
        default: '3h',
      },
    )
    .optional(),
  yellowInBusinessHours: z.boolean().optional().meta({
    description: 'Send yellow alerts only in business hours. Red ones are always sent immediately.',
    default: true,
  }),
  hushFlapping: z.boolean().optional().meta({
    description:
      'Send one alert about a check that keeps changing, then none until it is stable. false sends every incident.',
    default: true,
  }),
  acknowledge: acknowledgeSchema,
};
