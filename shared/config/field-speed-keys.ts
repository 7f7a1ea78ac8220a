import { fieldSpeed } from '../probes/field-speed/spec.ts';
import { formatDuration } from './duration.ts';
import * as text from './file-text.ts';

/** How Google is asked about a site's real visitors: nothing goes without a key, and it has new numbers once a day. */
export function fieldSpeedKeysOf({ id }: { readonly id: string }) {
  if (id !== fieldSpeed.id) return {};
  return {
    every: text
      .cadence(
        {
          description: 'How often Google is asked, in whole days, because it has new numbers once a day.',
          default: formatDuration(fieldSpeed.everyMinutes),
        },
        { min: '1d', max: '7d' },
      )
      .optional(),
    secret: text.secretName({
      description: 'Name of the stored secret with an API key for the Chrome UX Report; never the key itself.',
      examples: ['crux-key'],
    }),
    page: text
      .pagePath({
        description:
          'Path of one page to ask about. If it has too few visitors of its own, the numbers of the whole site are shown. Default: the whole site.',
        examples: ['/menu'],
      })
      .optional(),
    api: text
      .siteAddress({
        description: 'A different address for the API, such as your own gateway. The key is sent there.',
        examples: ['https://chromeuxreport.googleapis.com/'],
      })
      .optional(),
  };
}
