import { z } from 'zod';
import { defaultOrdersDays, orderFields, orders } from '../probes/orders/spec.ts';
import { defaultSurveyDays, survey, surveyFields } from '../probes/survey/spec.ts';
import { formatDuration } from './duration.ts';
import { ownerSchema } from './file-escalation.ts';
import { touchpointId } from './file-social.ts';
import * as text from './file-text.ts';

const minutesPerDay = 1440;

function columnsSchema<const Field extends string>(fields: readonly Field[], examples: readonly object[]) {
  const column = text.name(100, { description: 'Name of a column.', examples: ['Q1'] }).optional();
  return z
    .strictObject(Object.fromEntries(fields.map((field) => [field, column])) as Record<Field, typeof column>)
    .optional()
    .meta({
      description: 'Names of columns that Touchlight does not recognise by itself (docs/loyalty.md).',
      default: {},
      examples: [...examples],
    });
}

/** What files of people's answers and orders have in common. */
function filesShape(folder: 'surveys' | 'orders', example: string) {
  return {
    folder: text
      .name(400, {
        description: `On a laptop: the folder with the CSV files. Default: .touchlight/${folder}/<id>. In AWS, always ${folder}/<id>/ in the bucket.`,
        examples: [example],
      })
      .optional(),
    dates: z
      .enum(['day-first', 'month-first'])
      .optional()
      .meta({
        description:
          'How dates such as 03/04/2026 are meant, where no other date of the file shows it. Without it, such a file is not read.',
        examples: ['day-first'],
      }),
    timeZone: text
      .timeZone({
        description: 'Time zone of the times in the files. Default: that of the business.',
        examples: ['UTC'],
      })
      .optional(),
    owner: ownerSchema,
    every: text
      .cadence({
        description: 'How often the files are read.',
        default: formatDuration(minutesPerDay),
        examples: ['12h'],
      })
      .optional(),
  };
}

/** A survey that asks whether customers would recommend the business, as the file writes it. */
export const surveySchema = z.strictObject({
  id: touchpointId,
  kind: z
    .literal('survey')
    .describe(
      'A survey: would customers recommend the business, on a scale from 0 to 10? Its exports are read as CSV.',
    ),
  window: text
    .duration(
      { min: '7d', max: '365d' },
      {
        description: 'How far back the score looks; it is compared with the same length of time before.',
        default: formatDuration(defaultSurveyDays * minutesPerDay),
        examples: ['90d'],
      },
    )
    .optional(),
  scale: z
    .enum(['0-10'])
    .optional()
    .meta({
      description:
        'Says that answers are on a scale from 0 to 10, where a file has none above 5 and nothing else shows it. Without it, such a file is not read.',
      examples: ['0-10'],
    }),
  columns: columnsSchema(surveyFields, [{ score: 'Q1' }]),
  ...filesShape('surveys', '/home/olena/survey'),
});

/** A list of orders as the file writes it. */
export const ordersSchema = z.strictObject({
  id: touchpointId,
  kind: z.literal('orders').describe('Lists of orders as CSV: do customers come back?'),
  window: text
    .duration(
      { min: '28d', max: '730d' },
      {
        description: 'Customers who buy again within this time count as returning; compared with as long before.',
        default: formatDuration(defaultOrdersDays * minutesPerDay),
        examples: ['365d'],
      },
    )
    .optional(),
  columns: columnsSchema(orderFields, [{ customer: 'Card' }]),
  ...filesShape('orders', '/home/olena/orders'),
});

export type FileLoyalty = z.infer<typeof surveySchema> | z.infer<typeof ordersSchema>;
export const loyaltySpecs = { survey, orders } as const;
