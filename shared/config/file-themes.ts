import { z } from 'zod';
import * as text from './file-text.ts';
import { bedrockModelProblem, bedrockRegionProblem } from './theme-model-problems.ts';

const example = {
  model: 'bedrock/eu.amazon.nova-lite-v1:0',
  region: 'eu-central-1',
  pricePerMillion: { input: 0.1, output: 0.4 },
  atMostUsdAMonth: 2,
};

/** No model on Bedrock costs less, and a price of 0 would switch the cap off. */
const leastPrice = 0.001;

function price(what: string, of: number) {
  return z
    .number()
    .min(leastPrice)
    .max(1000)
    .meta({ description: `Dollars for a million tokens of what ${what}.`, examples: [of] });
}

/** Who reads what customers write, as the file writes it. */
export const themesSchema = z
  .strictObject({
    model: text.named(bedrockModelProblem, {
      description:
        'bedrock/ and the id of a model, or of an inference profile, on Amazon Bedrock. It must take a system prompt, and your account needs access to it.',
      examples: [example.model],
    }),
    region: text.named(bedrockRegionProblem, {
      description:
        'AWS region in which Bedrock is asked. Texts of reviews leave for there; with an inference profile, Bedrock may answer in other regions of its geography.',
      examples: [example.region],
    }),
    pricePerMillion: z
      .strictObject({
        input: price('is sent', example.pricePerMillion.input),
        output: price('is answered', example.pricePerMillion.output),
      })
      .meta({
        description:
          "The model's prices in that region, in dollars for a million tokens, as Bedrock's price page states them. The cap is counted with them, so a price of 0 is refused: it would switch the cap off.",
        examples: [example.pricePerMillion],
      }),
    atMostUsdAMonth: z
      .number()
      .min(0.1)
      .max(1000)
      .optional()
      .meta({
        description:
          'Dollars that reading may cost in a month (UTC). What is beyond them is read by the lexicon, and themes say so.',
        default: 1,
        examples: [example.atMostUsdAMonth],
      }),
  })
  .meta({
    description:
      'A language model that reads reviews for recurring themes, in place of the lexicon: see docs/themes.md. Texts of reviews leave your stack for it. Off by default: the lexicon needs no model and sends nothing.',
    examples: [example],
  });
