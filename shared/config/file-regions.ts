import { z } from 'zod';
import { regions, regionsAtMost } from '../model/region.ts';
import * as text from './file-text.ts';
import { nearestWord } from './suggest.ts';

/** Further AWS regions, from which is looked at what fails. */
export const regionsSchema = z
  .array(
    text.named(regionProblem, {
      description: "An AWS region other than the stack's own.",
      examples: ['eu-north-1'],
    }),
  )
  .max(regionsAtMost)
  .optional()
  .meta({
    description:
      'Further AWS regions. What fails in the region of the stack is checked again from these at once: red needs a majority, otherwise it is yellow and says from where it fails. In AWS only.',
    default: [],
    examples: [['eu-west-1', 'eu-north-1']],
  });

function regionProblem(value: string): string | null {
  const known: readonly string[] = regions;
  if (known.includes(value)) return null;
  const meant = nearestWord(value, known);
  const remedy = meant === null ? 'write one such as eu-north-1' : `did you mean "${meant}"?`;
  return `is not an AWS region that a stack can have; ${remedy}`;
}
