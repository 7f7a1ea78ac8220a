import { en as imports } from '../import-words.en.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { survey } from './spec.ts';
import type { SurveyStatements } from './statements.ts';

const answersForms = { one: 'answer', other: 'answers' };
const daysForms = { one: 'day', other: 'days' };

export const en: ProbeWords<typeof survey, SurveyStatements> = {
  name: 'Net promoter score',
  good: 'customers are as willing to recommend you as before',
  bad: 'customers are less willing to recommend you than before',
  measurement: {
    fall: (value) => (value === '0' ? 'the net promoter score has not fallen' : 'the net promoter score has fallen'),
  },
  says: {
    ...imports,
    'survey/score': ({ score, margin, answers, days, before }, { number, counted }) =>
      `the net promoter score is ${number(score)} (±${number(margin)}) from ${counted(answers, answersForms)} in the last ${counted(days, daysForms)}; in the ${counted(days, daysForms)} before that, it was ${number(before.score)} (±${number(before.margin)}) from ${counted(before.answers, answersForms)}`,
    'survey/fell': ({ score, margin, answers, days, before }, { number, counted }) => [
      `the net promoter score has fallen from ${number(before.score)} to ${number(score)}, more than chance explains`,
      `It is ${number(score)} (±${number(margin)}) from ${counted(answers, answersForms)} in the last ${counted(days, daysForms)}, and was ${number(before.score)} (±${number(before.margin)}) from ${counted(before.answers, answersForms)} in the ${counted(days, daysForms)} before that.`,
      'Read what dissatisfied customers wrote in the survey, and call some of them.',
    ],
    'survey/first-score': ({ score, margin, answers, days, before, fewest }, { number, counted }) => [
      `the net promoter score is ${number(score)} (±${number(margin)}) from ${counted(answers, answersForms)} in the last ${counted(days, daysForms)}, with nothing to compare it with yet`,
      `The ${counted(days, daysForms)} before that brought ${counted(before, answersForms)}; a comparison takes at least ${number(fewest)}.`,
    ],
    'survey/too-few': ({ days, promoters, passives, detractors, fewest }, { number, counted }) => [
      `the last ${counted(days, daysForms)} brought only ${counted(promoters + passives + detractors, answersForms)}: ${number(promoters)} with a score of 9 or 10, ${number(passives)} with 7 or 8, ${number(detractors)} with 6 or less`,
      `A net promoter score takes at least ${number(fewest)}; with fewer, it is mostly chance.`,
    ],
    'survey/other-scale': ({ file, column, largest, answers }, { number, counted, quote }) => [
      `the answers in the file ${quote(file)} do not look like a scale from 0 to 10: none of the ${counted(answers, answersForms)} in the column ${quote(column, 60)} is above ${number(largest)}`,
      'Scores on another scale, such as 1 to 5, cannot be turned into a net promoter score. Ask "How likely are you to recommend us?" from 0 to 10.',
      'If the answers really are from 0 to 10, write scale: 0-10 in touchpoints.yaml.',
    ],
  },
  trend: { score: 'Net promoter score' },
  remedy:
    'Read the latest answers of 6 and less in the survey, find what they have in common, and call some of these customers.',
  trouble: {
    title: 'Customers are less willing to recommend you',
    has: (at) => `customers have been less willing to recommend you${at}`,
    was: (at) => `customers were less willing to recommend you${at}`,
    todo: 'Read what dissatisfied customers wrote in the survey, and call three of them this week.',
    gain: 'You learn why they would not recommend you while they are still your customers.',
  },
};
