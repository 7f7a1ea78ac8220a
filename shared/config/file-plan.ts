import { z } from 'zod';
import * as text from './file-text.ts';

const example = { what: 'Write a script for the phone', who: 'Olena', by: '2026-12-15', touchpoint: 'website' };

const ownActionSchema = z
  .strictObject({
    what: text.name(120, {
      description: 'What is to be done. It names the action, so another wording is another action.',
      examples: ['Write a script for the phone'],
    }),
    who: text.name(80, { description: 'Who does it.', examples: ['Olena'] }).optional(),
    by: text.date({ description: 'The day by which it is to be done.', examples: ['2026-12-15'] }).optional(),
    touchpoint: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'Id of the touchpoint that it is about.', examples: ['website'] }),
  })
  .meta({ examples: [example] });

/** What the business wants to do beside what the lights ask for. */
export const planSchema = z
  .array(ownActionSchema)
  .max(100)
  .optional()
  .meta({
    description:
      'Actions of your own in the action plan, beside those that the lights ask for. `touchlight plan` lists, takes and closes them.',
    default: [],
    examples: [[example]],
  });
