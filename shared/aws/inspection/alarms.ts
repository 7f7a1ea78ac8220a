import {
  type CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  type MetricAlarm,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { toInstant } from '../../model/instant.ts';
import type { AlarmState, StackInspector } from '../../ports/stack-inspector.ts';
import { ask } from '../ask.ts';

/** CloudWatch takes so many names in one request. */
const namesAtOnce = 100;
const actionsAtMost = 10;

export function inspectAlarms(client: CloudWatchClient): Pick<StackInspector, 'alarms' | 'alarmActions' | 'setAlarm'> {
  return {
    alarms: (names) =>
      ask('cloudwatch:DescribeAlarms', async () => {
        const found: AlarmState[] = [];
        for (let from = 0; from < names.length; from += namesAtOnce) {
          const AlarmNames = names.slice(from, from + namesAtOnce);
          const page = await client.send(new DescribeAlarmsCommand({ AlarmNames, MaxRecords: namesAtOnce }));
          found.push(...(page.MetricAlarms ?? []).map(alarmState));
        }
        return found;
      }),

    alarmActions: (AlarmName, since) =>
      ask('cloudwatch:DescribeAlarmHistory', async () => {
        const { AlarmHistoryItems = [] } = await client.send(
          new DescribeAlarmHistoryCommand({
            AlarmName,
            HistoryItemType: 'Action',
            StartDate: new Date(since),
            ScanBy: 'TimestampDescending',
            MaxRecords: actionsAtMost,
          }),
        );
        return AlarmHistoryItems.flatMap(({ Timestamp, HistorySummary = '' }) => {
          // CloudWatch writes one or the other; what is neither says nothing.
          const succeeded = HistorySummary.startsWith('Successfully executed action');
          if (Timestamp === undefined || (!succeeded && !HistorySummary.startsWith('Failed to execute action')))
            return [];
          return [{ at: toInstant(Timestamp.getTime()), succeeded, summary: HistorySummary }];
        });
      }),

    setAlarm: (AlarmName, StateValue, StateReason) =>
      ask('cloudwatch:SetAlarmState', async () => {
        await client.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason }));
        return null;
      }),
  };
}

function alarmState(alarm: MetricAlarm): AlarmState {
  return {
    name: alarm.AlarmName ?? '',
    state: alarm.StateValue ?? 'INSUFFICIENT_DATA',
    stateReason: alarm.StateReason ?? '',
    since: toInstant((alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp ?? new Date(0)).getTime()),
    description: alarm.AlarmDescription ?? '',
    actionsEnabled: alarm.ActionsEnabled ?? false,
    whenRinging: alarm.AlarmActions ?? [],
    whenOver: alarm.OKActions ?? [],
  };
}
