import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { queueUrl, topicArns } from '../../support/deployed-account.ts';
import { receivingYaml } from '../../support/healthy-account.ts';
import { aBench, configured, examine, find } from './examined.ts';

const bench = aBench();

/** Each right that is asked for, and the findings that depend on it. */
const dependents: readonly (readonly [string, RegExp])[] = [
  ['cloudformation:DescribeStacks', /^(stack|version|configuration|topics|checks)$/],
  ['cloudformation:ListStackResources', /^resources$/],
  ['lambda:GetFunctionConfiguration', /^function /],
  ['lambda:GetFunctionConcurrency', /^function /],
  ['lambda:GetEventSourceMapping', /^trigger /],
  ['scheduler:GetSchedule', /^schedule /],
  ['sqs:GetQueueAttributes', /^(queue|dead letters) /],
  ['cloudwatch:DescribeAlarms', /^alarms$/],
  ['cloudwatch:DescribeAlarmHistory', /^alarm /],
  ['cloudwatch:GetMetricData', /^(function|queue|topic) /],
  ['sns:ListSubscriptionsByTopic', /^topic /],
  ['ses:GetAccount', /^mail$/],
  ['ses:GetEmailIdentity', /^mail$/],
  ['secretsmanager:DescribeSecret', /^secret /],
  ['dynamodb:Query', /^check /],
];

describe('what AWS does not answer', () => {
  it.each(dependents)('is grey where %s is refused, and nothing else is', async (action, names) => {
    bench.account.fail(action, 'denied');
    const findings = await examine(bench);
    const grey = findings.filter(({ light }) => light === 'unknown');
    expect(grey.length).toBeGreaterThan(0);
    expect(grey.map(({ name }) => name)).toEqual(findings.map(({ name }) => name).filter((name) => names.test(name)));
    for (const { sentence, remedy } of grey) {
      expect(sentence).toBe(`Cannot tell: access denied, needs ${action}.`);
      expect(remedy).toContain(`Grant ${action} to these credentials`);
    }
    expect(findings.filter(({ light }) => light === 'red' || light === 'yellow')).toEqual([]);
  });

  it.each(dependents)('is grey while AWS throttles %s', async (action) => {
    bench.account.fail(action, 'throttled');
    const grey = (await examine(bench)).filter(({ light }) => light === 'unknown');
    expect(new Set(grey.map(({ sentence }) => sentence))).toEqual(new Set([`Cannot tell: AWS throttled ${action}.`]));
  });

  it('is grey where CloudWatch fails at one of the metrics: nothing may be read into its absence', async () => {
    bench.world.unreadable = ['Errors Bakery-notify'];
    const notify = await find(bench, 'function notify');
    expect(`${notify.light}: ${notify.sentence}`).toMatch(
      /^unknown: Cannot tell: cloudwatch:GetMetricData failed \(CloudWatch could not fetch the metric notify errors/,
    );
  });

  it('does not hide what is surely broken', async () => {
    bench.account.fail('cloudwatch:GetMetricData', 'denied');
    bench.account.fail('lambda:GetFunctionConcurrency', 'denied');
    Object.assign(bench.world.functions['Bakery-notify'] ?? {}, { State: 'Failed' });
    bench.world.subscriptions[topicArns.alerts] = [];
    const lights = new Map((await examine(bench)).map(({ name, light }) => [name, light]));
    expect(lights.get('function notify')).toBe('red');
    expect(lights.get('topic alerts')).toBe('red');
    expect(lights.get('function evaluate')).toBe('unknown');
  });

  it('does not stop the other questions when all are refused', async () => {
    for (const [action] of dependents) bench.account.fail(action, 'denied');
    const findings = await examine(bench);
    expect(new Set(findings.map(({ light }) => light))).toEqual(new Set(['unknown']));
  });
});

describe('the policy of docs/doctor.md', () => {
  const policySchema = z.object({
    Statement: z.array(z.object({ Sid: z.string(), Effect: z.literal('Allow'), Action: z.array(z.string()) })),
  });
  const page = readFileSync(new URL('../../../docs/doctor.md', import.meta.url), 'utf8');
  const { Statement } = policySchema.parse(JSON.parse(/```json\n(\{\s+"Version"[\s\S]*?)```/.exec(page)?.[1] ?? ''));

  it('allows exactly what is asked', async () => {
    bench.world.queues[queueUrl('work')] = { visible: 1, hidden: 0, messages: [{ body: '{}' }] };
    await find(bench, 'dead letters work');
    bench.configuration = configured(receivingYaml);
    await examine(bench, { testAlarm: { tries: 1, pauseMs: 1 } });
    // Of a fleet, whose senders are many.
    await bench.inspector.verifiedIdentities();
    const asked = new Set(bench.account.asked.map(({ action }) => action));
    expect(Statement.flatMap(({ Action }) => Action).toSorted()).toEqual([...asked].toSorted());
    expect(Statement.find(({ Sid }) => Sid === 'OnlyForTheTestAlarm')?.Action).toEqual(['cloudwatch:SetAlarmState']);
  });
});
