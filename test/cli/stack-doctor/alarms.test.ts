import { describe, expect, it } from 'vitest';
import { examineAlarms } from '../../../cli/doctor/stack/alarms.ts';
import { type AccountWorld, topicArns } from '../../support/deployed-account.ts';
import { hourMs, minuteMs } from '../../support/healthy-account.ts';
import { aBench, examine, now, sees } from './examined.ts';

const bench = aBench();
const itSees = sees(bench, examineAlarms);
const published = `Successfully executed action ${topicArns.operations}`;
const refused = `Failed to execute action ${topicArns.operations}. Received error: "not authorized"`;

describe('an alarm', () => {
  const name = 'alarm no-results';
  const alarm =
    (change: Partial<AccountWorld['alarms'][string]>) =>
    ({ alarms }: AccountWorld): unknown =>
      Object.assign(alarms['Bakery-no-results'] ?? {}, change);

  itSees('that rings is told', name, /^red: Firing since/, alarm({ state: 'ALARM' }));
  itSees('that is gone is broken', name, /^red: .*deleted it by hand/, ({ alarms }) => {
    delete alarms['Bakery-no-results'];
  });
  itSees('whose actions are off is mute', name, /^red: .*notifies nobody/, alarm({ actionsEnabled: false }));
  itSees(
    'that tells another topic is mute',
    name,
    /^red: It does not notify the topic operations/,
    alarm({ whenRinging: [topicArns.alerts] }),
  );
  itSees(
    'that could not be published is mute',
    name,
    /^red: CloudWatch could not publish its last change .*: Failed to execute action/,
    alarm({ history: [{ at: now - hourMs, summary: refused }] }),
  );
  itSees(
    'that could be published since is well',
    name,
    /^green: OK for/,
    alarm({
      history: [
        { at: now - 2 * hourMs, summary: refused },
        { at: now - hourMs, summary: published },
      ],
    }),
  );
  itSees(
    'that is new is waited for',
    name,
    /^yellow: .*not evaluated it yet/,
    alarm({ state: 'INSUFFICIENT_DATA', since: now - minuteMs }),
  );
  itSees(
    'that cannot be judged is unknown',
    name,
    /^unknown: .*no data to evaluate it/,
    alarm({ state: 'INSUFFICIENT_DATA', since: now - 5 * hourMs }),
  );
});

describe('the test alarm', () => {
  const testAlarm = { tries: 3, pauseMs: 5 };
  /** CloudWatch as it is when somebody rings: the history tells of it. */
  function whenRung(summary: string | null): void {
    const alarm = bench.world.alarms['Bakery-no-results'];
    if (alarm === undefined) return;
    bench.world.alarms['Bakery-no-results'] = {
      ...alarm,
      get state() {
        return alarm.state;
      },
      set state(state) {
        alarm.state = state;
        if (state === 'ALARM' && summary !== null) alarm.history.push({ at: now, summary });
      },
    };
  }
  const calls = () => {
    const set = bench.account.asked.filter(({ action }) => action === 'cloudwatch:SetAlarmState');
    return set.map(({ input }) => input);
  };
  const ring = async (signal?: AbortSignal) => (await examine(bench, { testAlarm, ...(signal && { signal }) })).at(-1);

  it('rings one quiet alarm, sees it published, ends it, and says in whose mailbox to look', async () => {
    whenRung(published);
    const finding = await ring();
    expect(finding).toMatchObject({ name: 'test alarm', light: 'green', remedy: null });
    expect(finding?.sentence).toContain(
      'Set off no-results, and CloudWatch published it at 2026-11-25T12:00:00.000Z. Now check the inbox of ops@bakery.example',
    );
    expect(calls()).toMatchObject([
      { AlarmName: 'Bakery-no-results', StateValue: 'ALARM', StateReason: expect.stringContaining('Test by') },
      { AlarmName: 'Bakery-no-results', StateValue: 'OK' },
    ]);
  });

  it('that could not be published is broken', async () => {
    whenRung(refused);
    const finding = await ring();
    expect(`${finding?.light}: ${finding?.sentence}`).toMatch(/^red: .*could not publish it: Failed to execute action/);
    expect(calls()).toHaveLength(2);
  });

  it('of which the history says nothing is unknown, and ended nevertheless', async () => {
    whenRung(null);
    expect(await ring()).toMatchObject({ name: 'test alarm', light: 'unknown' });
    expect(calls().map(({ StateValue }) => StateValue)).toEqual(['ALARM', 'OK']);
  });

  it('that nobody hears is broken', async () => {
    whenRung(published);
    bench.world.subscriptions[topicArns.operations] = [
      { protocol: 'email', endpoint: 'ops@bakery.example', arn: 'PendingConfirmation' },
    ];
    const finding = await ring();
    expect(`${finding?.light}: ${finding?.sentence}`).toMatch(/^red: .*nobody receives it/);
  });

  it('prefers an alarm that has been judged to one that is new', async () => {
    Object.assign(bench.world.alarms['Bakery-no-results'] ?? {}, { state: 'INSUFFICIENT_DATA' });
    await ring();
    expect(calls()).toMatchObject([{ AlarmName: 'Bakery-results-waiting' }, {}]);
  });

  it('never touches an alarm that rings, or one whose end nobody would hear', async () => {
    for (const name of ['Bakery-no-results', 'Bakery-results-waiting']) {
      Object.assign(bench.world.alarms[name] ?? {}, { state: 'ALARM' });
    }
    expect(await ring()).toMatchObject({ name: 'test alarm', light: 'unknown' });
    expect(calls()).toEqual([]);
  });

  it('that may not be rung is unknown', async () => {
    bench.account.fail('cloudwatch:SetAlarmState', 'denied');
    expect(await ring()).toMatchObject({
      light: 'unknown',
      sentence: 'Cannot tell: access denied, needs cloudwatch:SetAlarmState.',
    });
  });

  it('is ended also when the person stops the command', async () => {
    const stopped = new AbortController();
    const examined = examine(bench, { testAlarm: { tries: 100_000, pauseMs: 10 }, signal: stopped.signal });
    const settled = expect(examined).rejects.toThrow();
    await expect.poll(() => calls().length, { timeout: 30_000 }).toBe(1);
    stopped.abort();
    await settled;
    expect(calls().map(({ StateValue }) => StateValue)).toEqual(['ALARM', 'OK']);
  });
});
