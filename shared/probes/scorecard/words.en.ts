import type { ProbeWords } from '../probe-words.ts';
import type { scorecard } from './spec.ts';
import type { ScorecardStatements } from './statements.ts';

const visits = { one: 'visit', other: 'visits' };
const days = { one: 'day', other: 'days' };
const leftOut = { one: 'row or answer', other: 'rows or answers' };
const otherQuestions = { one: 'other critical question', other: 'other critical questions' };
const todo =
  'Read the notes of the latest visits, discuss the weakest part with the people concerned, and assess another visit.';

export const en: ProbeWords<typeof scorecard, ScorecardStatements> = {
  name: 'Scorecard',
  good: 'service meets your standard',
  bad: 'service falls short of your standard',
  measurement: {
    criticalFailures: (value) => `critical questions that failed: ${value}`,
    score: (value) => `score: ${value}`,
  },
  says: {
    'scorecard/summary': (
      { title, score, n, newestAt, timeZone, agreement, unread },
      { quote, measured, counted, moment, whole },
    ) => [
      `the scorecard ${quote(title)} is at ${measured(score, 'ratio')} (${counted(n, visits)}, the latest ${moment(newestAt, timeZone)})`,
      ...(agreement === null
        ? []
        : [`People who assessed the same visit agree on ${measured(agreement, 'ratio')} of the answers.`]),
      ...unread.map(whole),
    ],
    'scorecard/visits': ({ n, newestAt, timeZone, weakest, unread }, { quote, measured, counted, moment, whole }) => [
      `from ${counted(n, visits)}, the latest ${moment(newestAt, timeZone)}${weakest === null ? '' : `; weakest section: ${quote(weakest.title)} (${measured(weakest.score, 'ratio')})`}`,
      ...unread.map(whole),
    ],
    'scorecard/critical': (
      { asked, at, others, score, n, newestAt, timeZone, unread },
      { quote, measured, counted, moment, whole },
    ) => {
      const more = others === 0 ? '' : `, as did ${counted(others, otherQuestions)}`;
      const scored = score === null ? '' : `, score ${measured(score, 'ratio')}`;
      const when = moment(at, timeZone);
      const seen =
        at === newestAt
          ? `failed at the latest visit${more} (${when}; ${counted(n, visits)}${scored})`
          : `failed at the visit ${when}${more} (${counted(n, visits)}, the latest ${moment(newestAt, timeZone)}${scored})`;
      return [`${quote(asked)} ${seen}`, ...unread.map(whole)];
    },
    'scorecard/no-visits': ({ template, where, unread }, { whole }) => [
      'nobody has assessed it yet',
      `"touchlight score new ${template}" makes a form that takes ten minutes to fill in; put the answers into ${where}.`,
      ...unread.map(whole),
    ],
    'scorecard/outdated': (
      { n, newestAt, timeZone, validForDays, score, unread },
      { measured, counted, moment, whole },
    ) => [
      `the last visit was ${moment(newestAt, timeZone)}, and a visit only counts for ${counted(validForDays, days)}`,
      ...(score === null ? [] : [`The score was ${measured(score, 'ratio')} (${counted(n, visits)}).`]),
      'Assess another visit.',
      ...unread.map(whole),
    ],
    'scorecard/too-few-answers': (
      { answeredShare, n, newestAt, timeZone, unread },
      { measured, counted, moment, whole },
    ) => [
      `only ${measured(answeredShare, 'ratio')} of the scorecard was answered (${counted(n, visits)}, the latest ${moment(newestAt, timeZone)}), too little for a score`,
      `Assess another visit and answer more of the questions: at least ${measured(0.6, 'ratio')} by weight.`,
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
    'scorecard/no-folders': () => 'Touchlight cannot read files here, so nothing is known of the visits',
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
    title: 'Service falls short of your standard',
    has: (at) => `service${at} has fallen short of your standard`,
    was: (at) => `service${at} fell short of your standard`,
    todo,
    gain: 'Customers who are greeted, heard and helped come back.',
  },
};
