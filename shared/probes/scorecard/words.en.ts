import type { ProbeWords } from '../probe-words.ts';
import type { scorecard } from './spec.ts';
import type { ScorecardStatements } from './statements.ts';

const visits = { one: 'visit', other: 'visits' };
const days = { one: 'day', other: 'days' };
const leftOut = { one: 'row or answer', other: 'rows or answers' };
const todo =
  'Read what was noted at the last visits, go through the weakest part with the people concerned, and assess another visit.';

export const en: ProbeWords<typeof scorecard, ScorecardStatements> = {
  name: 'Scorecard',
  good: 'customers are served as agreed',
  bad: 'customers are not served as agreed',
  measurement: {
    criticalFailures: (value) => `critical questions that failed: ${value}`,
    score: (value) => `score: ${value}`,
  },
  says: {
    'scorecard/summary': (
      { title, score, n, newestAt, timeZone, agreement, unread },
      { quote, measured, counted, moment, whole },
    ) => [
      `the scorecard ${quote(title)} is at ${measured(score, 'ratio')} (${counted(n, visits)}, the newest ${moment(newestAt, timeZone)})`,
      ...(agreement === null
        ? []
        : [`Evaluators of the same visit agree on ${measured(agreement, 'ratio')} of the answers.`]),
      ...unread.map(whole),
    ],
    'scorecard/visits': ({ n, newestAt, timeZone, weakest, unread }, { quote, measured, counted, moment, whole }) => [
      `from ${counted(n, visits)}, the newest ${moment(newestAt, timeZone)}${weakest === null ? '' : `; weakest section: ${quote(weakest.title)} (${measured(weakest.score, 'ratio')})`}`,
      ...unread.map(whole),
    ],
    'scorecard/critical': (
      { asked, at, others, score, n, newestAt, timeZone, unread },
      { quote, measured, counted, moment, whole },
    ) => {
      const more = others === 0 ? '' : `, and ${others} more`;
      const scored = score === null ? '' : `, score ${measured(score, 'ratio')}`;
      const when = moment(at, timeZone);
      const seen =
        at === newestAt
          ? `failed at the newest visit${more} (${when}; ${counted(n, visits)}${scored})`
          : `failed at the visit ${when}${more} (${counted(n, visits)}, the newest ${moment(newestAt, timeZone)}${scored})`;
      return [`${quote(asked)} ${seen}`, ...unread.map(whole)];
    },
    'scorecard/no-visits': ({ template, where, unread }, { whole }) => [
      'nobody has assessed it yet',
      `"touchlight score new ${template}" makes a form that takes ten minutes; put its answers into ${where}.`,
      ...unread.map(whole),
    ],
    'scorecard/outdated': (
      { n, newestAt, timeZone, validForDays, score, unread },
      { measured, counted, moment, whole },
    ) => [
      `the last visit was assessed ${moment(newestAt, timeZone)}, and counts for ${counted(validForDays, days)}`,
      ...(score === null ? [] : [`The score was ${measured(score, 'ratio')} (${counted(n, visits)}).`]),
      'Assess another visit.',
      ...unread.map(whole),
    ],
    'scorecard/too-few-answers': (
      { answeredShare, n, newestAt, timeZone, unread },
      { measured, counted, moment, whole },
    ) => [
      `only ${measured(answeredShare, 'ratio')} of the scorecard was answered (${counted(n, visits)}, the newest ${moment(newestAt, timeZone)}), too little for a score`,
      'Assess another visit, and answer at least 60%.',
      ...unread.map(whole),
    ],
    'scorecard/file-unread': ({ file }, { quote }) => [
      `the file ${quote(file)} could not be read`,
      '"touchlight score import" says why.',
    ],
    'scorecard/rows-unread': ({ file, places, row, column }, { quote, counted }) => {
      const first = [...(row === null ? [] : [`row ${row}`]), ...(column === null ? [] : [`column ${quote(column)}`])];
      const where = first.length === 0 ? '' : ` (the first: ${first.join(', ')})`;
      return [
        `the file ${quote(file)} has ${counted(places, leftOut)} that could not be read and ${places === 1 ? 'does' : 'do'} not count${where}`,
        '"touchlight score import" lists everything.',
      ];
    },
    'scorecard/names-taken': ({ file, visits: count }, { quote, counted }) => [
      `in the file ${quote(file)}, ${counted(count, visits)} ${count === 1 ? 'has' : 'have'} the name of a visit on another day, so that each name counts as one visit`,
      'Give each visit a name of its own.',
    ],
    'scorecard/no-folders': () => 'no files can be read here, so nobody can see what was assessed',
  },
  trend: {
    score: 'Score',
  },
  remedy: todo,
  remedyOf: ({ id }) =>
    id === 'scorecard/no-visits' || id === 'scorecard/outdated' || id === 'scorecard/too-few-answers'
      ? 'Assess a visit and put the answers where Touchlight reads them.'
      : null,
  trouble: {
    title: 'Customers are not served as agreed',
    has: (at) => `customers${at} have not been served as agreed`,
    was: (at) => `customers${at} were not served as agreed`,
    todo,
    gain: 'Customers who are greeted, heard and helped come back.',
  },
};
