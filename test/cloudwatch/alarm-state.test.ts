import { describe, expect, test } from 'vitest';
import { type AlarmRule, type AlarmState, evaluationRange, nextState, type Point } from './alarm-state.ts';

const treatments = ['missing', 'ignore', 'breaching', 'notBreaching'] as const;

/** X breaches, 0 does not, - is missing; the oldest first. */
function points(drawn: string): Point[] {
  return drawn.split(' ').map((point) => (point === '-' ? null : point === 'X' ? 10 : 0));
}

const threeOfThree: AlarmRule = {
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 5,
  evaluationPeriods: 3,
  datapointsToAlarm: 3,
  missing: 'missing',
};
const twoOfThree: AlarmRule = { ...threeOfThree, datapointsToAlarm: 2 };

/** Each treatment's outcome in the order of `treatments`; "retain" keeps what was. */
type Outcome = AlarmState | 'retain';
type Row = readonly [drawn: string, Outcome, Outcome, Outcome, Outcome];

function holds(rule: AlarmRule, drawn: string, outcomes: readonly Outcome[]): void {
  treatments.forEach((missing, column) => {
    for (const current of ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const) {
      const expected = outcomes[column] === 'retain' ? current : outcomes[column];
      expect(nextState(points(drawn), { ...rule, missing }, current), `${drawn} ${missing} ${current}`).toBe(expected);
    }
  });
}

describe('the tables of the CloudWatch User Guide', () => {
  test('five periods are fetched for three that decide', () => {
    expect(evaluationRange(threeOfThree)).toBe(5);
  });

  test.each<Row>([
    ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
    ['0 - - - -', 'OK', 'OK', 'OK', 'OK'],
    ['- - - - -', 'INSUFFICIENT_DATA', 'retain', 'ALARM', 'OK'],
    ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['- - X - -', 'ALARM', 'retain', 'ALARM', 'OK'],
  ])('three of three: %s', (drawn, ...outcomes) => holds(threeOfThree, drawn, outcomes));

  test.each<Row>([
    ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
    ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
    ['- - - X -', 'ALARM', 'retain', 'ALARM', 'OK'],
  ])('two of three: %s', (drawn, ...outcomes) => holds(twoOfThree, drawn, outcomes));

  test.each(['- - - - X', '- - - X -'])('not prematurely: %s', (drawn) => {
    expect(nextState(points(drawn), threeOfThree, 'OK')).toBe('INSUFFICIENT_DATA');
  });
});

describe('what follows from them for an alarm on silence', () => {
  const silent: AlarmRule = { ...threeOfThree, comparison: 'LessThanThreshold', threshold: 1, missing: 'breaching' };
  const oneOfOne: AlarmRule = { ...silent, evaluationPeriods: 1, datapointsToAlarm: 1 };

  test('it rings only when the last sign of life has left the evaluation range', () => {
    expect(nextState([7, null, null], oneOfOne, 'OK')).toBe('OK');
    expect(nextState([null, null, null], oneOfOne, 'OK')).toBe('ALARM');
  });

  test('a reported zero rings at once', () => {
    expect(nextState([7, 7, 0], oneOfOne, 'OK')).toBe('ALARM');
  });

  test('the first sign of life ends it', () => {
    expect(nextState([null, null, 1], oneOfOne, 'ALARM')).toBe('OK');
  });
});

describe('comparisons', () => {
  test.each([
    ['GreaterThanOrEqualToThreshold', 5, 'ALARM'],
    ['GreaterThanThreshold', 5, 'OK'],
    ['LessThanThreshold', 5, 'OK'],
    ['LessThanOrEqualToThreshold', 5, 'ALARM'],
    ['GreaterThanThreshold', 5.1, 'ALARM'],
    ['LessThanThreshold', 4.9, 'ALARM'],
  ] as const)('%s 5, at %s: %s', (comparison, value, state) => {
    const rule: AlarmRule = { ...threeOfThree, comparison, evaluationPeriods: 1, datapointsToAlarm: 1 };
    expect(nextState([value], rule, 'OK')).toBe(state);
  });

  test('only the newest N points decide where none is missing', () => {
    expect(nextState(points('X X X X 0'), threeOfThree, 'ALARM')).toBe('OK');
    expect(nextState(points('0 0 X X X'), threeOfThree, 'OK')).toBe('ALARM');
  });
});
