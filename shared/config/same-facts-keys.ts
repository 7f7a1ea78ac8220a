import { z } from 'zod';
import { touchpointIdSchema } from '../model/check-id.ts';
import { sameFacts } from '../probes/same-facts/spec.ts';
import { formatDuration } from './duration.ts';
import * as text from './file-text.ts';

/** What a website is compared with: the rest of the file names it already. */
export function sameFactsKeysOf({ id }: { readonly id: string }) {
  if (id !== sameFacts.id) return {};
  return {
    every: text
      .cadence(
        { description: 'How often the facts are compared.', default: formatDuration(sameFacts.everyMinutes) },
        { min: '12h', max: '7d' },
      )
      .optional(),
    page: text
      .pagePath({
        description: 'Path of the page with the contacts. Default: the one that the home page links to.',
        examples: ['/contact'],
      })
      .optional(),
    google: profile('google-reviews', 'whose Google profile'),
    facebook: profile('facebook', 'whose Facebook page'),
  };
}

function profile(kind: string, whose: string) {
  return z
    .union([touchpointIdSchema, z.literal(false)])
    .optional()
    .meta({
      description: `Id of the touchpoint of kind ${kind} ${whose} is compared; false for none. Default: the only one in this file.`,
      examples: [kind],
    });
}
