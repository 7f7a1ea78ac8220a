import { expect, test } from 'vitest';
import { type AlarmRule, nextState } from './alarm-state.ts';
import { evaluateExpression } from './metric-math.ts';

test.each([
  ['lying', [1, null, 3], [1, null, 3]],
  ['FILL(lying, 0)', [1, null, 3], [1, 0, 3]],
  ['FILL(m1,-1.5)', [null], [-1.5]],
  ['FILL(lying, REPEAT)', [null, 1, null, null, 3, null], [null, 1, 1, 1, 3, 3]],
  ['FILL(FILL(lying, REPEAT), 0)', [null, 0, null, 2], [0, 0, 0, 2]],
  ['DIFF(lying)', [1, 4, 2], [null, 3, -2]],
  ['DIFF(lying)', [1, null, 2], [null, null, null]],
  ['DIFF(FILL(lying, 0))', [null, 2, 2, 3], [null, 2, 0, 1]],
] as const)('%s of %j is %j', (expression, series, expected) => {
  expect(evaluateExpression(expression, series)).toEqual(expected);
});

test.each(['m1 + m2', 'RATE(m1)', 'FILL(m1)', 'FILL(m1, LINEAR)', 'IF(m1 > 0, m1, 0)', ''])(
  '%s is refused, not guessed',
  (expression) => {
    expect(() => evaluateExpression(expression, [1])).toThrow();
  },
);

/** As the alarms on dead-letter queues have it. */
const moreThanBefore = 'DIFF(FILL(FILL(lying, REPEAT), 0))';
const oneOfFour: AlarmRule = {
  comparison: 'GreaterThanOrEqualToThreshold',
  threshold: 1,
  evaluationPeriods: 4,
  datapointsToAlarm: 1,
  missing: 'notBreaching',
};

test.each([
  [[null, null, null, null, null, null], 'OK'],
  [[null, null, null, null, null, 1], 'ALARM'],
  [[null, null, 1, 1, 1, 1], 'ALARM'],
  [[null, 1, 1, 1, 1, 1], 'OK'],
  [[1, 1, 1, 1, 1, 2], 'ALARM'],
  [[1, 1, 1, null, null, null], 'OK'],
  [[2, 2, 0, 0, 0, 0], 'OK'],
  // What is written late is found in a period that was looked at before.
  [[0, 0, null, 1, 1, 1], 'ALARM'],
] as const)('an alarm on more messages than before, %j: %s', (series, state) => {
  expect(nextState(evaluateExpression(moreThanBefore, series), oneOfFour, 'OK')).toBe(state);
});
