import { type ScorecardTemplate, type ScoredVisit, scorecardTemplateSchema } from '../../shared/model/scorecard.ts';

/** A phone's scorecard: 20 for the opening, 50 for the solution, 30 for the closing. */
export const phoneCard: ScorecardTemplate = scorecardTemplateSchema.parse({
  scorecard: 'phone-call',
  version: 3,
  title: 'Phone call',
  place: 'phone',
  sections: [
    {
      id: 'opening',
      title: 'Opening',
      weight: 20,
      questions: [
        { id: 'rings', ask: 'Rings before the answer', type: 'number', full: 3, none: 8 },
        { id: 'greeting', ask: 'Greeted with company and name', type: 'yes-no', weight: 2 },
      ],
    },
    {
      id: 'solution',
      title: 'Solution',
      weight: 50,
      questions: [
        { id: 'solved', ask: 'Was the question solved?', type: 'scale', max: 5, critical: { below: 2 } },
        { id: 'callback', ask: 'Promised call-back kept', type: 'yes-no', na: true, critical: true },
      ],
    },
    {
      id: 'closing',
      title: 'Closing',
      weight: 30,
      questions: [
        {
          id: 'tone',
          ask: 'Tone of the call',
          type: 'choice',
          options: [
            { id: 'warm', label: 'Warm', earns: 1 },
            { id: 'correct', label: 'Correct', earns: 0.75 },
            { id: 'cold', label: 'Cold', earns: 0 },
          ],
        },
      ],
    },
  ],
});

type Answers = Readonly<Record<string, string | number | null>>;

/** One sheet of the phone's scorecard. */
export function aSheet(
  answers: Answers,
  {
    visit = 'v1',
    at = '2026-11-20T10:00:00.000Z',
    evaluator = 'MK',
    contact = null as string | null,
    version = 3,
  } = {},
): ScoredVisit {
  return {
    ...{ scorecard: 'phone-call', version, visit, at, evaluator, contact },
    answers: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
  };
}

/** Everything as it should be. */
export const flawless: Answers = { rings: 2, greeting: 'yes', solved: 5, callback: 'yes', tone: 'warm' };
