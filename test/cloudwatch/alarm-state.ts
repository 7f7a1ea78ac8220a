export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A period's value; null when nothing was reported in it. */
export type Point = number | null;

export interface AlarmRule {
  readonly comparison:
    | 'GreaterThanOrEqualToThreshold'
    | 'GreaterThanThreshold'
    | 'LessThanThreshold'
    | 'LessThanOrEqualToThreshold';
  readonly threshold: number;
  /** N: how many points decide. */
  readonly evaluationPeriods: number;
  /** M: how many of them must breach. */
  readonly datapointsToAlarm: number;
  readonly missing: 'missing' | 'ignore' | 'breaching' | 'notBreaching';
}

/**
 * How many periods CloudWatch fetches to have N points also when some are missing. AWS gives one example, 5 for N = 3, and
 * leaves the rest open. What follows from it: an alarm on missing data rings only when the last real point is out of here.
 */
export function evaluationRange({ evaluationPeriods }: Pick<AlarmRule, 'evaluationPeriods'>): number {
  return evaluationPeriods + 2;
}

/**
 * What an alarm's state becomes, as the CloudWatch User Guide has it under "Configuring how CloudWatch alarms treat missing
 * data": real points first, however old, and the treatment of missing data only for what they leave open.
 * @param points of the evaluation range, the oldest first
 */
export function nextState(points: readonly Point[], rule: AlarmRule, current: AlarmState): AlarmState {
  const { evaluationPeriods, datapointsToAlarm, missing } = rule;
  const real = points.filter((point) => point !== null);
  const decide = (breaching: number): AlarmState => (breaching >= datapointsToAlarm ? 'ALARM' : 'OK');
  const judged = real.slice(-evaluationPeriods);
  const breaching = judged.filter((point) => breaches(point, rule)).length;
  const open = evaluationPeriods - judged.length;
  if (open === 0 || missing === 'notBreaching') return decide(breaching);
  if (missing === 'breaching') return decide(breaching + open);
  if (breaching < judged.length) return decide(breaching);
  if (missing === 'ignore') return current;
  return isOldEnough(points, datapointsToAlarm) ? 'ALARM' : 'INSUFFICIENT_DATA';
}

/** Where missing data says nothing, points that all breach are believed once the oldest is M periods old: not prematurely. */
function isOldEnough(points: readonly Point[], datapointsToAlarm: number): boolean {
  const oldest = points.findIndex((point) => point !== null);
  return oldest !== -1 && points.length - oldest >= datapointsToAlarm;
}

function breaches(value: number, { comparison, threshold }: AlarmRule): boolean {
  switch (comparison) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'LessThanThreshold':
      return value < threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= threshold;
  }
}
