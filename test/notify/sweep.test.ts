import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/notify/handler.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { expectedFrom } from '../../shared/evaluation/notifications/watched-touchpoint.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aStack, at, closeTable, configured, illness, of } from './a-swept-stack.ts';

afterAll(closeTable);

describe('a sweep', () => {
  it('sends a yellow that opened at night in the first business minute, though the check runs in the evenings only', async () => {
    const stack = await aStack('website');
    stack.configuration = {
      ...stack.configuration,
      touchpoints: stack.configuration.touchpoints.map((each) => ({
        ...each,
        checks: each.checks.map((check) => ({ ...check, everyMinutes: 720 })),
      })),
    };
    await stack.save(of('website', at('05:00'), illness('website', 'yellow', at('05:00'))));
    expect(await stack.sweep(at('06:45'))).toEqual([]);
    expect(await stack.sweep(at('07:00'))).toEqual(['website opened yellow']);
    expect(await stack.sweep(at('07:15'))).toEqual([]);
    expect(stack.operations, 'it had to wait, so nothing was missed').toEqual([]);
  });

  it('closes a touchpoint that was removed or renamed, once, and forgets it then', async () => {
    const stack = await aStack('website', 'facebook');
    await stack.save(of('website', at('09:00'), illness('website', 'red', at('09:00'))));
    expect(await stack.sweep(at('09:05'))).toEqual(['website opened red']);
    stack.configuration = configured('shop', 'facebook');
    expect(await stack.sweep(at('09:15'))).toEqual(['website resolved unknown']);
    expect(await stack.sweep(at('09:30'))).toEqual([]);
    const remembered = await stack.stores.touchpoints.list();
    expect(remembered.map(({ touchpointId }) => touchpointId)).toEqual(['facebook', 'shop']);
  });

  it('remembers a removed touchpoint until its maintenance is over and its end could be sent', async () => {
    const stack = await aStack('website');
    await stack.save(of('website', at('09:00'), illness('website', 'red', at('09:00'))));
    await stack.sweep(at('09:05'));
    await stack.stores.maintenance.start({
      touchpointId: 'website',
      from: at('09:10'),
      to: at('10:00'),
      why: 'moving',
    });
    stack.configuration = configured('shop');
    expect(await stack.sweep(at('09:15'))).toEqual([]);
    stack.sendFailsFor = 'website';
    await expect(stack.sweep(at('10:00'))).rejects.toThrow('SNS is away.');
    stack.sendFailsFor = '';
    expect(await stack.sweep(at('10:15'))).toEqual(['website resolved unknown']);
  });

  it('says once that a check has gone silent or was never measured, and once that it is measured', async () => {
    const stack = await aStack('dead', 'new', 'well');
    await stack.save(of('dead', at('09:00')));
    await stack.save(of('well', at('09:00')));
    expect(await stack.sweep(at('09:05'))).toEqual([]);
    await stack.save(of('well', at('12:00')), at('09:00'));
    expect((await stack.sweep(at('12:15'))).toSorted()).toEqual(['dead blind unknown', 'new blind unknown']);
    expect(await stack.sweep(at('12:30'))).toEqual([]);
    await stack.save(of('dead', at('12:40')), at('09:00'));
    await stack.save(of('new', at('12:40')));
    expect((await stack.sweep(at('12:45'))).toSorted()).toEqual(['dead sighted green', 'new sighted green']);
    expect(await stack.sweep(at('13:00'))).toEqual([]);
  });

  it('goes on past a touchpoint that fails, and then fails itself, by its name', async () => {
    const stack = await aStack('alpha', 'broken', 'omega');
    for (const name of ['alpha', 'broken', 'omega'])
      await stack.save(of(name, at('09:00'), illness(name, 'red', at('09:00'))));
    stack.sendFailsFor = 'broken';
    await expect(stack.sweep(at('09:05'))).rejects.toThrow(
      'The sweep could not look at 1 of its touchpoints: broken (SNS is away.).',
    );
    expect(stack.sends.map(({ touchpointId }) => touchpointId)).toEqual(['alpha', 'omega']);
    stack.sendFailsFor = '';
    expect(await stack.sweep(at('09:06'))).toEqual(['broken opened red']);
  });

  it('reads five key ranges for each touchpoint and one for all, and writes nothing when nothing has changed', async () => {
    const stack = await aStack('one', 'two', 'three', 'four');
    for (const name of ['one', 'two', 'three', 'four']) await stack.save(of(name, at('09:00')));
    await stack.sweep(at('09:05'));
    const calls: string[] = [];
    const { endpoint, accessKeyId } = stack.table;
    const client = createDynamoClient({ endpoint, accessKeyId });
    client.middlewareStack.add(
      (next, context) => async (request) => {
        calls.push(String(context.commandName));
        return next(request);
      },
      { step: 'initialize' },
    );
    await stack.sweep(at('09:20'), { stores: createStores({ client, tableName: localTableName }) });
    client.destroy();
    expect(calls).toEqual(Array.from({ length: 1 + 4 * 5 }, () => 'QueryCommand'));
  });

  it('is refused with a sentence when the event is neither a sweep nor a batch of records', async () => {
    const stack = await aStack('website');
    const handle = createHandler({
      ...{ stores: stack.stores, configuration: stack.configuration, logger: aQuietLogger(), now: () => 0 },
      ...{ notifier: { send: async () => {} }, operations: { notify: async () => {} } },
      checkItself: async () => null,
    });
    await expect(handle({ sweepAt: 'soon' })).rejects.toThrow('sweepAt');
  });
});

describe('an alert that only a sweep has found', () => {
  it('is reported to operations once a day: nothing wakes notify any more', async () => {
    const stack = await aStack('website', 'shop');
    await stack.save(of('website', at('09:00'), illness('website', 'red', at('09:00'))));
    await stack.save(of('shop', at('09:00'), illness('shop', 'red', at('09:00'))));
    await stack.sweep(at('09:15'));
    expect(stack.operations).toEqual([
      'notify: An alert was late: website/page-load@mobile (opened) and 1 more. No run has woken notify for it; a sweep found it and sent it now. Either the stream of the table does not reach notify, or notify failed each time. Until that is repaired, alerts come up to 15 minutes late. What to do: docs/runbook.md#operations-notify',
    ]);
    expect(readFileSync('docs/runbook.md', 'utf8')).toContain('\n## Operations notify\n');
    await stack.save(of('shop', at('09:30'), { incident: null }), at('09:00'));
    const again = illness('website', 'red', at('09:00')).incident;
    const resolved = again == null ? null : { ...again, state: 'resolved' as const, resolvedAt: at('09:30') };
    await stack.save(of('website', at('09:30'), { incident: resolved }), at('09:00'));
    expect(await stack.sweep(at('09:45'))).toContain('website resolved green');
    expect(stack.operations).toHaveLength(1);
  });

  it('is reported of a check that runs every few minutes, too: none of its later runs has woken notify either', async () => {
    const stack = await aStack('website');
    const news = { ...illness('website', 'red', at('09:00')), newsAt: at('09:00') };
    await stack.save(of('website', at('09:00'), news));
    await stack.save(of('website', at('09:10'), news), at('09:00'));
    expect(await stack.sweep(at('09:14'))).toEqual(['website opened red']);
    expect(stack.operations).toEqual([
      expect.stringContaining('An alert was late: website/page-load@mobile (opened).'),
    ]);
  });

  it('is not reported while the stream may still be about to wake notify, or the visit waited for its turn', async () => {
    const stack = await aStack('website', 'slow');
    await stack.save(of('website', at('09:00'), illness('website', 'red', at('09:00'))));
    await stack.save(of('slow', at('08:30'), { ...illness('slow', 'red', at('08:30')), newsAt: at('09:00') }));
    expect(await stack.sweep(at('09:09'))).toHaveLength(2);
    expect(stack.operations).toEqual([]);
  });

  it('is not reported where it opened just before a pause: only the first sweep after it could send it', async () => {
    const stack = await aStack('website');
    await stack.sweep(at('08:45'));
    const [entry] = await stack.stores.touchpoints.list();
    if (entry === undefined) throw new Error('The website is not remembered.');
    await stack.save(of('website', at('08:59'), illness('website', 'red', at('08:59'))));
    await stack.stores.touchpoints.save(expectedFrom(at('09:15'), entry));
    expect(await stack.sweep(at('09:30'))).toEqual(['website opened red']);
    expect(stack.operations).toEqual([]);
  });

  it('is not reported where it was not due when the run ended: in maintenance', async () => {
    const stack = await aStack('website');
    await stack.stores.maintenance.start({
      touchpointId: 'website',
      from: at('08:00'),
      to: at('09:10'),
      why: 'moving',
    });
    await stack.save(of('website', at('09:00'), illness('website', 'red', at('09:00'))));
    expect(await stack.sweep(at('09:15'))).toEqual(['website opened red']);
    expect(stack.operations).toEqual([]);
  });

  it('is not reported for what no run brings about: silence, a reminder, a removal', async () => {
    const stack = await aStack('website', 'dead');
    await stack.save(of('website', at('09:00'), illness('website', 'red', at('09:00'))));
    await stack.save(of('dead', at('09:00')));
    await stack.sweep(at('09:05'));
    expect((await stack.sweep(at('09:00', 25))).toSorted()).toEqual([
      'dead blind unknown',
      'website blind unknown',
      'website reminder unknown',
    ]);
    stack.configuration = configured('dead');
    await stack.sweep(at('09:15', 25));
    expect(stack.operations).toEqual([]);
  });
});
