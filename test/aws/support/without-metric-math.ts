import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const alarmSchema = z.looseObject({ AlarmName: z.string(), Metrics: z.array(z.looseObject({})) });
const expressionSchema = z.object({ Expression: z.string() });
const metricSchema = z.object({
  MetricStat: z.object({
    Metric: z.object({ Namespace: z.string(), MetricName: z.string(), Dimensions: z.json() }),
    Period: z.number(),
    Stat: z.string(),
  }),
});
const templateSchema = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.looseObject({}).optional() })),
});

/**
 * The emulator's CloudFormation refuses alarms on metric math. Such an alarm is deployed on the one metric of its expression;
 * who evaluates it takes the expression from here.
 * @returns the expressions by the alarm's name
 */
export function withoutMetricMath(templateFile: string): ReadonlyMap<string, string> {
  const template = templateSchema.parse(JSON.parse(readFileSync(templateFile, 'utf8')));
  const expressions = new Map<string, string>();
  for (const resource of Object.values(template.Resources)) {
    if (resource.Type !== 'AWS::CloudWatch::Alarm') continue;
    const alarm = alarmSchema.safeParse(resource.Properties);
    if (!alarm.success) continue;
    const { Metrics, ...rest } = alarm.data;
    const [expression, ...moreExpressions] = Metrics.flatMap((metric) => expressionSchema.safeParse(metric).data ?? []);
    const [stat, ...moreStats] = Metrics.flatMap((metric) => metricSchema.safeParse(metric).data?.MetricStat ?? []);
    if (expression === undefined || stat === undefined || moreExpressions.length + moreStats.length > 0) {
      throw new Error(
        `${rest.AlarmName} is about more than one expression of one metric; teach it to withoutMetricMath.`,
      );
    }
    expressions.set(rest.AlarmName, expression.Expression);
    resource.Properties = { ...rest, ...stat.Metric, Period: stat.Period, Statistic: stat.Stat };
  }
  writeFileSync(templateFile, JSON.stringify(template));
  return expressions;
}
