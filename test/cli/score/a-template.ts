import { scorecardTemplateSchema } from '../../../shared/model/scorecard.ts';

/** One question of each kind, small enough to count by hand. */
export const everyKind = scorecardTemplateSchema.parse({
  scorecard: 'every-kind',
  version: 3,
  title: 'Every kind of question',
  place: 'phone',
  sections: [
    {
      id: 'opening',
      title: 'Opening',
      weight: 20,
      questions: [
        {
          id: 'rings',
          ask: 'Rings?',
          type: 'number',
          full: 3,
          none: 8,
          unit: 'rings',
          na: true,
          critical: { beyond: 10 },
        },
        { id: 'quarrel', ask: 'Was there a quarrel?', type: 'yes-no', full: 'no', weight: 2, critical: true },
      ],
    },
    {
      id: 'solution',
      title: 'Solution',
      weight: 60,
      questions: [
        { id: 'solved', ask: 'Solved?', type: 'scale', max: 5, weight: 3, critical: { below: 2 } },
        { id: 'callback', ask: 'Called back?', type: 'yes-no', na: true },
        { id: 'warmth', ask: 'Points of 100?', type: 'scale', min: 1, max: 100 },
      ],
    },
    {
      id: 'farewell',
      title: 'Farewell',
      weight: 20,
      questions: [
        {
          ...{ id: 'goodbye', ask: 'How did they say goodbye?', type: 'choice', na: true, critical: { below: 0.2 } },
          options: [
            { id: 'warm', label: 'Warmly', earns: 1 },
            { id: 'na', label: 'Barely', earns: 0.5 },
            { id: 'never', label: 'Not at all', earns: 0 },
          ],
        },
      ],
    },
  ],
});

const nasty = `</script><script>document.title='hacked'</script><img src=x onerror="document.title='hacked'"><!--`;

/** Its texts try to become part of the page. */
export const hostile = scorecardTemplateSchema.parse({
  ...{ scorecard: 'hostile', version: 1, title: nasty, place: 'phone' },
  sections: [
    {
      ...{ id: 'x', title: nasty, weight: 1 },
      questions: [
        {
          ...{ id: 'nasty', ask: nasty, type: 'choice' },
          options: ['a', 'b'].map((id) => ({ id, label: nasty, earns: 1 })),
        },
      ],
    },
  ],
});
