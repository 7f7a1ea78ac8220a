import { touchpointIdSchema } from '../model/check-id.ts';
import { form } from '../probes/form/spec.ts';
import { defaultWithinMinutes } from '../probes/form-arrival/spec.ts';
import { formatDuration } from './duration.ts';
import * as text from './file-text.ts';

/** What a form's settings say about where its messages arrive: another check is made of it. */
export function arrivalKeysOf({ id }: { readonly id: string }) {
  if (id !== form.id) return {};
  return {
    arrivesIn: touchpointIdSchema.optional().meta({
      description:
        'submit: id of the mailbox (kind: mailbox) in which its messages arrive. The check form-arrival then looks whether they do, in the inbox or in spam.',
      examples: ['inbox'],
    }),
    within: text
      .duration(
        { min: '1m', max: '1d' },
        {
          description: 'With arrivesIn: how soon a message must be there.',
          examples: ['15m'],
          default: formatDuration(defaultWithinMinutes),
        },
      )
      .optional(),
  };
}
