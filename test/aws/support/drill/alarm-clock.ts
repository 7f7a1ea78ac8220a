import { DescribeAlarmsCommand, type MetricAlarm, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { z } from 'zod';
import {
  type AlarmRule,
  type AlarmState,
  evaluationRange,
  nextState,
  type Point,
} from '../../../cloudwatch/alarm-state.ts';
import { evaluateExpression } from '../../../cloudwatch/metric-math.ts';
import type { MetricName, MetricSeries } from '../../../cloudwatch/metric-series.ts';
import type { Account } from '../account.ts';

const alarmSchema = z.object({
  AlarmName: z.string(),
  StateValue: z.enum(['OK', 'ALARM', 'INSUFFICIENT_DATA']),
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })),
  Statistic: z.string(),
  Period: z.number().multipleOf(60),
  EvaluationPeriods: z.number(),
  DatapointsToAlarm: z.number().optional(),
  Threshold: z.number(),
  ComparisonOperator: z.enum([
    'GreaterThanOrEqualToThreshold',
    'GreaterThanThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  TreatMissingData: z.enum(['missing', 'ignore', 'breaching', 'notBreaching']),
  OKActions: z.array(z.string()),
});

interface DeployedAlarm {
  /** Without the stack's name. */
  readonly name: string;
  readonly notifiesItsEnd: boolean;
}

interface AlarmChange {
  readonly name: string;
  readonly minute: number;
  readonly from: AlarmState;
  readonly to: AlarmState;
}

/** Looks at the alarms once a minute, as CloudWatch does; the emulator then carries out their actions. */
export interface AlarmClock {
  readonly alarms: readonly DeployedAlarm[];
  readonly changes: readonly AlarmChange[];
  stateOf(name: string): AlarmState;
  look(minute: number): Promise<void>;
}

interface Watched extends DeployedAlarm {
  readonly fullName: string;
  readonly rule: AlarmRule;
  readonly points: (minute: number) => Point[];
}

export async function anAlarmClock(
  { cloudWatch }: Account,
  stack: string,
  series: MetricSeries,
  expressions: ReadonlyMap<string, string>,
): Promise<AlarmClock> {
  const { MetricAlarms = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNamePrefix: `${stack}-` }));
  const watched = MetricAlarms.map((alarm) => watch(alarm, stack, series, expressions));
  const states = new Map<string, AlarmState>(watched.map(({ name }) => [name, 'INSUFFICIENT_DATA']));
  const stateOf = (name: string): AlarmState => {
    const state = states.get(name);
    if (state === undefined) throw new Error(`There is no alarm ${name}, only ${[...states.keys()].join(', ')}.`);
    return state;
  };
  const changes: AlarmChange[] = [];
  return {
    alarms: watched,
    changes,
    stateOf,
    async look(minute) {
      for (const { name, fullName, rule, points } of watched) {
        const [from, seen] = [stateOf(name), points(minute)];
        const to = nextState(seen, rule, from);
        if (to === from) continue;
        states.set(name, to);
        changes.push({ name, minute, from, to });
        const StateReason = `Minute ${minute}: ${JSON.stringify(seen)}`;
        await cloudWatch.send(new SetAlarmStateCommand({ AlarmName: fullName, StateValue: to, StateReason }));
      }
    },
  };
}

function watch(
  described: MetricAlarm,
  stack: string,
  series: MetricSeries,
  expressions: ReadonlyMap<string, string>,
): Watched {
  const alarm = alarmSchema.parse(described);
  const metric: MetricName = {
    namespace: alarm.Namespace,
    name: alarm.MetricName,
    dimensions: Object.fromEntries(alarm.Dimensions.map(({ Name, Value }) => [Name, Value])),
  };
  const rule: AlarmRule = {
    comparison: alarm.ComparisonOperator,
    threshold: alarm.Threshold,
    evaluationPeriods: alarm.EvaluationPeriods,
    datapointsToAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
    missing: alarm.TreatMissingData,
  };
  const expression = expressions.get(alarm.AlarmName) ?? 'metric';
  return {
    name: alarm.AlarmName.slice(stack.length + 1),
    fullName: alarm.AlarmName,
    notifiesItsEnd: alarm.OKActions.length > 0,
    rule,
    points: (minute) =>
      evaluateExpression(
        expression,
        series.points(metric, alarm.Statistic, alarm.Period / 60, evaluationRange(rule), minute),
      ),
  };
}
