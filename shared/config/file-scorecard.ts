import { z } from 'zod';
import { languages } from '../model/language.ts';
import { places } from '../model/place.ts';
import * as text from './file-text.ts';

/** How a question may be answered. */
export const questionTypes = ['yes-no', 'scale', 'choice', 'number'] as const;

const validForLimits = { min: '1d', max: '400d' };

function id(description: string, example: string) {
  return text.named(idProblem, { description, examples: [example] });
}

function idProblem(written: string): string | null {
  if (/^[a-z0-9][a-z0-9-]{0,39}$/.test(written)) return null;
  const guess = written
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const rule = 'is not an id; write 1 to 40 lower-case letters, digits or hyphens';
  return guess === '' ? `${rule}, such as greeting` : `${rule}, such as "${guess}"`;
}

function weight(description: string) {
  return z
    .number()
    .check((context) => {
      if (context.value > 0) return;
      context.issues.push({
        code: 'custom',
        message: 'weighs nothing; write a number above 0, or delete what is not to count',
        input: context.value,
      });
    })
    .max(1000)
    .meta({ description, examples: [1] });
}

function share(description: string, example: number) {
  return z
    .number()
    .check((context) => {
      const message = shareProblem(context.value, example);
      if (message !== null) context.issues.push({ code: 'custom', message, input: context.value });
    })
    .meta({ description, examples: [example] });
}

function shareProblem(value: number, example: number): string | null {
  if (value >= 0 && value <= 1) return null;
  const meant =
    value > 1 && value <= 100 ? `did you mean ${value / 100}?` : `write one from 0 to 1, such as ${example}`;
  return `is not a share of 1; ${meant}`;
}

const number = (description: string, example: number) => z.number().meta({ description, examples: [example] });
const whole = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });
const criticalBelow = z
  .strictObject({ below: number('An answer below it makes the whole scorecard red.', 2) })
  .optional()
  .meta({ examples: [{ below: 2 }] });

const questionKeys = {
  id: id('Answers refer to it, so that the words may change.', 'greeting'),
  ask: text.name(300, { description: 'The question.', examples: ['Greeted with company and name?'] }),
  weight: weight("Of the section's points, relative to its other questions. Default: 1.").optional(),
  na: z.boolean().optional().meta({ description: 'May be answered with "does not apply".', default: false }),
};

const exampleQuestion = { id: 'greeting', ask: 'Greeted with company and name?', type: 'yes-no' };

const question = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...questionKeys,
      type: z.literal('yes-no'),
      full: z.enum(['yes', 'no']).optional().meta({ description: 'The good answer.', default: 'yes' }),
      critical: z.boolean().optional().meta({ description: 'The other answer makes all of it red.', default: false }),
    }),
    z.strictObject({
      ...questionKeys,
      type: z.literal('scale'),
      min: whole('The worst answer.', 0).optional(),
      max: whole('The best answer.', 5),
      critical: criticalBelow,
    }),
    z.strictObject({
      ...questionKeys,
      type: z.literal('choice'),
      options: z
        .array(
          z.strictObject({
            id: id('Answers refer to it.', 'warm'),
            label: text.name(100, { description: 'What people read.', examples: ['Warm'] }),
            earns: share('Of the weight, from 0 to 1.', 0.75),
          }),
        )
        .min(2)
        .max(20)
        .meta({ examples: [[{ id: 'warm', label: 'Warm', earns: 1 }]] }),
      critical: criticalBelow,
    }),
    z.strictObject({
      ...questionKeys,
      type: z.literal('number'),
      full: number('This and better earns everything.', 3),
      none: number('This and worse earns nothing.', 8),
      unit: text.name(20, { description: 'Of the number.', examples: ['min'] }).optional(),
      critical: z
        .strictObject({ beyond: number('A worse answer makes the whole scorecard red.', 10) })
        .optional()
        .meta({ examples: [{ beyond: 10 }] }),
    }),
  ])
  .meta({ examples: [exampleQuestion] });

/** A template as its file writes it. */
export const scorecardFileSchema = z.strictObject({
  scorecard: id('Names the template in every answer.', 'phone-call'),
  version: z
    .number()
    .int()
    .min(1)
    .meta({ description: 'Raise it with every change of questions.', examples: [1] }),
  title: text.name(100, { description: 'What people read.', examples: ['Phone call'] }),
  language: z
    .enum(languages)
    .optional()
    .meta({ examples: ['en'] }),
  place: z.enum(places).meta({ description: 'Where customers meet the business.', examples: ['phone'] }),
  validFor: text
    .duration(validForLimits, { description: 'For how long a visit counts. Default: 90d.', examples: ['90d'] })
    .optional(),
  bounds: z
    .strictObject({ green: share('At least this is green.', 0.85), red: share('Below this is red.', 0.6) })
    .optional()
    .meta({ examples: [{ green: 0.85, red: 0.6 }] }),
  comments: z
    .enum(['below-full', 'optional'])
    .optional()
    .meta({ examples: ['below-full'] }),
  sections: z
    .array(
      z.strictObject({
        id: id('Of the section.', 'opening'),
        title: text.name(100, { description: 'What people read.', examples: ['Opening'] }),
        weight: weight('Of all points, relative to the other sections.'),
        questions: z
          .array(question)
          .min(1)
          .max(100)
          .meta({ examples: [[exampleQuestion]] }),
      }),
    )
    .min(1)
    .max(20)
    .meta({ examples: [[{ id: 'opening', title: 'Opening', weight: 20, questions: [exampleQuestion] }]] }),
});
