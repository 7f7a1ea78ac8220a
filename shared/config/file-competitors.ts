import { z } from 'zod';
import * as text from './file-text.ts';

const example = { name: 'Bean House', url: 'https://beanhouse.example' };

/** Sites of other businesses, to compare the own one with. */
export const competitorsSchema = z
  .array(
    z
      .strictObject({
        name: text.name(40, { description: 'What the weekly mail calls it.', examples: [example.name] }),
        url: text.siteAddress({ description: 'The page that its customers open first.', examples: [example.url] }),
      })
      .meta({ examples: [example] }),
  )
  .max(5)
  .optional()
  .meta({
    description:
      'Sites of other businesses, to compare yours with in the weekly mail and the report: see docs/competitors.md. They are never in alerts, and on the live page only in the weekly report.',
    default: [],
    examples: [[example]],
  });
