import { z } from 'zod';
import { scorecard } from '../probes/scorecard/spec.ts';
import { formatDuration } from './duration.ts';
import { ownerSchema } from './file-escalation.ts';
import { touchpointId } from './file-social.ts';
import * as text from './file-text.ts';

/** What a person assesses, as the file writes it. */
export const scorecardTouchpointSchema = z.strictObject({
  id: touchpointId,
  kind: z
    .literal('scorecard')
    .describe(
      'What no robot can visit, such as the shop floor: people assess it, and Touchlight reads their scorecards.',
    ),
  template: text.name(200, {
    description: 'What is asked: a ready template, or a file of your own beside touchpoints.yaml (docs/scorecards.md).',
    examples: ['live-contact', 'scorecards/own.yaml'],
  }),
  owner: ownerSchema,
  folder: text
    .name(400, {
      description:
        'On a laptop: the folder with the answers. Default: .touchlight/scorecards/<id>. In AWS, always scorecards/<id>/ in the bucket.',
      examples: ['/srv/audits/shop-floor'],
    })
    .optional(),
  every: text
    .cadence({
      description: 'How often the answers are read. In AWS, also as soon as a file lands in the bucket.',
      examples: ['1d'],
      default: formatDuration(scorecard.everyMinutes),
    })
    .optional(),
});
export type FileScorecard = z.infer<typeof scorecardTouchpointSchema>;
