import { en as imports } from '../import-words.en.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { survey } from './spec.ts';
import type { SurveyStatements } from './statements.ts';

const answersForms = { one: 'answer', other: 'answers' };
const daysForms = { one: 'day', other: 'days' };

export const en: ProbeWords<typeof survey, SurveyStatements> = {
  name: 'Net promoter score',
  good: 'customers recommend you as much as before',
  bad: 'customers recommend you less than before',
  measurement: {
    fall: (value) => (value === '0' ? 'the net promoter score has not fallen' : 'the net promoter score has fallen'),
  },
  says: {
    ...imports,
    'survey/score': ({ score, margin, answers, days, before }, { number, counted }) =>
      `the net promoter score is ${number(score)} (±${number(margin)}) from ${counted(answers, answersForms)} in the last ${counted(days, daysForms)}; before that, it was ${number(before.score)} (±${number(before.margin)}) from ${counted(before.answers, answersForms)}`,
    'survey/fell': ({ score, margin, answers, days, before }, { number, counted }) => [
      `the net promoter score has fallen from ${number(before.score)} to ${number(score)}, more than chance explains`,
      `It is ${number(score)} (±${number(margin)}) from ${counted(answers, answersForms)} in the last ${counted(days, daysForms)}, and was ${number(before.score)} (±${number(before.margin)}) from ${counted(before.answers, answersForms)} in as many days before.`,
      'Read what dissatisfied customers wrote in the survey, and call some of them.',
    ],
    'survey/first-score': ({ score, margin, answers, days, before, fewest }, { number, counted }) => [
      `the net promoter score is ${number(score)} (±${number(margin)}) from ${counted(answers, answersForms)} in the last ${counted(days, daysForms)}, with nothing to compare it with yet`,
      `As many days before have ${counted(before, answersForms)}; a comparison takes ${number(fewest)}.`,
    ],
    'survey/too-few': ({ days, promoters, passives, detractors, fewest }, { number, counted }) => [
      `the last ${counted(days, daysForms)} have ${counted(promoters + passives + detractors, answersForms)}: ${number(promoters)} of 9 or 10, ${number(passives)} of 7 or 8, ${number(detractors)} of 6 or less`,
      `A net promoter score takes ${number(fewest)}; of fewer, it would mostly be chance.`,
    ],
    'survey/other-scale': ({ file, column, largest, answers }, { number, counted, quote }) => [
      `the answers in the file ${quote(file)} are not on the scale from 0 to 10: none of ${counted(answers, answersForms)} in the column ${quote(column, 60)} is above ${number(largest)}`,
      'Marks out of 5 are no net promoter score and cannot be converted into one. Ask "How likely are you to recommend us?" from 0 to 10.',
    ],
  },
  trend: { score: 'Net promoter score' },
  remedy:
    'Read the latest answers of 6 and less in the survey, find what they have in common, and call some of these customers.',
  trouble: {
    title: 'Customers recommend you less than before',
    has: (at) => `customers have recommended you less than before${at}`,
    was: (at) => `customers recommended you less than before${at}`,
    todo: 'Read what dissatisfied customers wrote in the survey, and call three of them this week.',
    gain: 'You learn why they would not recommend you while they are still your customers.',
  },
};
