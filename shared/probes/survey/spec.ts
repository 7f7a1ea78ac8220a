import { z } from 'zod';
import type { ProbeSpec } from '../../model/probe-spec.ts';

/** Days whose answers make one score, where the file says nothing. */
export const defaultSurveyDays = 90;

/** What a file of answers may hold, by what touchpoints.yaml calls it. */
export const surveyFields = ['score', 'at', 'comment', 'id'] as const;
export type SurveyField = (typeof surveyFields)[number];

export const survey = {
  id: 'survey',
  title: 'Customers recommend the business as much as before',
  failureTitle: 'Customers recommend the business less than before',
  visit: 'poll',
  owner: 'answerer',
  weight: 7,
  perDevice: false,
  perPage: false,
  everyMinutes: 1440,
  imports: 'surveys',
  coversWindow: true,
  options: z.strictObject({
    folder: z.string().nullable().default(null),
    windowDays: z.number().int().min(7).default(defaultSurveyDays),
    timeZone: z.string().default('UTC'),
    dates: z.enum(['day-first', 'month-first']).nullable().default(null),
    /** Null where files have to show it. */
    scale: z.enum(['0-10']).nullable().default(null),
    /** Names of columns that are not recognised by themselves. */
    columns: z.partialRecord(z.enum(surveyFields), z.string()).default({}),
  }),
  measurements: {
    fall: {
      title: 'fall of the score beyond its margin of error, in margins',
      unit: 'count',
      // Within the margin it may be chance; twice as much is red.
      threshold: { green: 0, red: 1 },
      ownTrouble: 'lasting',
    },
    score: { title: 'net promoter score', unit: 'number', main: true },
    margin: { title: 'margin of error of the score', unit: 'number' },
    answers: { title: 'answers', unit: 'count' },
  },
  figures: {
    promoterScore: { by: 'measurement', device: null, measurement: 'score', spread: 'last' },
  },
} as const satisfies ProbeSpec;

export type SurveyOptions = z.infer<typeof survey.options>;
