import { describe, expect, it } from 'vitest';
import { examineFunctions } from '../../../cli/doctor/stack/functions.ts';
import { examineStarters } from '../../../cli/doctor/stack/starters.ts';
import type { AccountWorld } from '../../support/deployed-account.ts';
import { hourMs, minuteMs } from '../../support/healthy-account.ts';
import { aBench, examine, now, sees } from './examined.ts';

const bench = aBench();
type Change = (world: AccountWorld) => unknown;

describe('a function', () => {
  const itSees = sees(bench, examineFunctions);
  const fn =
    (step: string, change: Record<string, string>): Change =>
    ({ functions }) =>
      Object.assign(functions[`Bakery-${step}`] ?? {}, change);
  const counted =
    (metric: string, step: string, value: number, at = now - 5 * minuteMs): Change =>
    ({ metrics }) => {
      metrics[`${metric} Bakery-${step}`] = [{ at, value }];
    };
  const notify = 'function notify';

  itSees('that is missing is broken', notify, /^red: .*deleted it by hand/, ({ functions }) => {
    delete functions['Bakery-notify'];
  });
  itSees(
    'whose update failed is broken',
    notify,
    /^red: Its last update failed \(no space\)/,
    fn('notify', { LastUpdateStatus: 'Failed', LastUpdateStatusReason: 'no space' }),
  );
  itSees(
    'that failed is broken',
    notify,
    /^red: .*its state is Failed \(KMS\)/,
    fn('notify', { State: 'Failed', StateReason: 'KMS' }),
  );
  itSees(
    'that is being set up is waited for',
    notify,
    /^yellow: .*creating or updating it/,
    fn('notify', { State: 'Pending' }),
  );
  itSees('with no concurrency is switched off', notify, /^red: .*reserved concurrency is 0/, ({ reserved }) => {
    reserved['Bakery-notify'] = 0;
  });
  itSees('with some concurrency is well', notify, /^green: Ran 55 times/, ({ reserved }) => {
    reserved['Bakery-notify'] = 5;
  });
  itSees(
    'that rests too long is broken',
    'function dispatch',
    /^red: Has not run since 2026-11-25T11:20.*at least every 5 min/,
    counted('Invocations', 'dispatch', 1, now - 40 * minuteMs),
  );
  itSees('that never runs is broken', 'function dispatch', /^red: Has not run for more than 60 min/, ({ metrics }) => {
    metrics['Invocations Bakery-dispatch'] = [];
  });
  itSees(
    'that may rest is well',
    'function digest',
    /^green: Not due in the last hour/,
    counted('Invocations', 'digest', 1, now - 6.9 * 24 * hourMs),
  );
  itSees(
    'that has rested for too many days is broken',
    'function digest',
    /^red: Has not run/,
    counted('Invocations', 'digest', 1, now - 9 * 24 * hourMs),
  );
  itSees(
    'of a fresh deployment is waited for',
    'function digest',
    /^yellow: Has not run since the deployment 2 hours ago/,
    ({ metrics, stack }) => {
      metrics['Invocations Bakery-digest'] = [];
      Object.assign(stack ?? {}, { deployedAt: now - 2 * hourMs });
    },
  );
  itSees('that always fails is broken', notify, /^red: 55 of 55 runs in/, counted('Errors', 'notify', 55));
  itSees('that fails now and then is impaired', notify, /^yellow: 2 of 55 runs in/, counted('Errors', 'notify', 2));
  itSees('that is throttled is impaired', notify, /^yellow: .*throttled 3 times/, counted('Throttles', 'notify', 3));
  itSees('that is always throttled is broken', notify, /^red: Lambda throttled all 9 invocations/, (world) => {
    world.metrics['Invocations Bakery-notify'] = [];
    counted('Throttles', 'notify', 9)(world);
  });
  /** The live page's, which nothing but people starts. */
  const page =
    (runs: number, throttles: number): Change =>
    (world) => {
      world.resources.push({
        ...{ logicalId: 'PageStepFunction01234567', physicalId: 'Bakery-page' },
        type: 'AWS::Lambda::Function',
      });
      world.functions['Bakery-page'] = { Runtime: 'nodejs24.x', State: 'Active', LastUpdateStatus: 'Successful' };
      counted('Invocations', 'page', runs)(world);
      counted('Throttles', 'page', throttles)(world);
    };
  itSees('that nobody has asked for anything is well', 'function page', /^green: Nobody has opened it/, page(0, 0));
  itSees(
    'that strangers ask for more than it may serve turns them away',
    'function page',
    /^yellow: Turned away 40 requests in the last hour: more came at once than page\.atOnce allows\./,
    page(90, 40),
  );
  itSees(
    'on a runtime that AWS has deprecated is told',
    'runtime nodejs20.x',
    /^red: Used by 1 function; AWS deprecated it on 2026-04-30/,
    fn('notify', { Runtime: 'nodejs20.x' }),
  );

  it('on a runtime whose end is not known here is not judged', async () => {
    for (const lambda of Object.values(bench.world.functions)) lambda.Runtime = 'nodejs30.x';
    expect((await examine(bench)).filter(({ name }) => name.startsWith('runtime'))).toEqual([]);
  });
});

describe('what starts a step', () => {
  const itSees = sees(bench, examineStarters);
  const trigger =
    (uuid: string, change: Partial<AccountWorld['triggers'][string]>): Change =>
    ({ triggers }) =>
      Object.assign(triggers[uuid] ?? {}, change);
  const stream = 'trigger notify';

  itSees('is a schedule that is on', 'schedule dispatch', /^red: .*off \(DISABLED\)/, ({ schedules }) => {
    schedules['minute'] = 'DISABLED';
  });
  itSees('is a schedule that is there', 'schedule digest', /^red: .*deleted it by hand/, ({ schedules }) => {
    delete schedules['weekly'];
  });
  itSees(
    'is a trigger that is on',
    stream,
    /^red: The trigger is off \(Disabled, USER_INITIATED\)/,
    trigger('stream-uuid', { State: 'Disabled', StateTransitionReason: 'USER_INITIATED' }),
  );
  itSees(
    'is a trigger that gets through',
    stream,
    /^red: .*the last batch failed: PROBLEM: Function call failed/,
    trigger('stream-uuid', { LastProcessingResult: 'PROBLEM: Function call failed' }),
  );
  itSees(
    'may have had nothing to do',
    stream,
    /^green: .*No records processed/,
    trigger('stream-uuid', { LastProcessingResult: 'No records processed' }),
  );
  itSees('may be on its way', stream, /^yellow: .*Enabling/, trigger('stream-uuid', { State: 'Enabling' }));
  itSees('must be there', 'trigger probe-page', /^red: .*deleted it by hand/, ({ triggers }) => {
    delete triggers['page-uuid'];
  });
});
