import { describe, expect, it } from 'vitest';
import { examineDeadLetters } from '../../../cli/doctor/stack/dead-letters.ts';
import { examineQueues } from '../../../cli/doctor/stack/queues.ts';
import { type AccountWorld, queueUrl } from '../../support/deployed-account.ts';
import { minuteMs } from '../../support/healthy-account.ts';
import { aBench, find, now, sees } from './examined.ts';

const bench = aBench();

describe('a queue', () => {
  const itSees = sees(bench, examineQueues);
  const visits = queueUrl('page-visits.fifo');
  const oldest = ({ metrics }: AccountWorld, queue: string, seconds: number): void => {
    metrics[`ApproximateAgeOfOldestMessage ${queue}`] = [{ at: now - 5 * minuteMs, value: seconds }];
  };
  const waiting = ({ queues }: AccountWorld, url: string, visible: number): void => {
    Object.assign(queues[url] ?? {}, { visible });
  };

  itSees(
    'in which work gets old is stuck',
    'queue probe-page visits',
    /^red: 7 waiting, the oldest for 45 minutes: probe-page is not processing them/,
    (world) => {
      waiting(world, visits, 7);
      oldest(world, 'page-visits.fifo', 45 * 60);
    },
  );
  itSees(
    'in which results get old is stuck earlier',
    'queue probe-page results',
    /^red: 1 waiting, the oldest for 15 minutes: evaluate/,
    (world) => {
      waiting(world, queueUrl('page-results'), 1);
      oldest(world, 'page-results', 15 * 60);
    },
  );
  itSees(
    'with work of a few minutes is well',
    'queue probe-page visits',
    /^green: 7 waiting, the oldest for 2 min/,
    (world) => {
      waiting(world, visits, 7);
      oldest(world, 'page-visits.fifo', 120);
    },
  );
  itSees(
    'from which old work has been taken since is well',
    'queue probe-page visits',
    /^green: Nothing waiting/,
    (world) => oldest(world, 'page-visits.fifo', 45 * 60),
  );
  itSees('that is gone is broken', 'queue probe-page visits', /^red: .*deleted it by hand/, ({ queues }) => {
    delete queues[visits];
  });
});

describe('dead letters', () => {
  const itSees = sees(bench, examineDeadLetters);
  const lie =
    (url: string, ...messages: { body: string; targetArn?: string }[]) =>
    ({ queues }: AccountWorld): void => {
      queues[url] = { visible: messages.length, hidden: 0, messages };
    };
  const work = queueUrl('work');
  const givenUp = (name: string) => ({
    body: JSON.stringify({ requestContext: { functionArn: `arn:aws:lambda:eu-central-1:1:function:${name}:$LATEST` } }),
  });

  itSees(
    'name the step that Lambda gave up',
    'dead letters work',
    /^red: 3 failed messages: 2 from dispatch, 1 from probe-lighthouse\./,
    lie(work, givenUp('Bakery-dispatch'), givenUp('Bakery-probe-lighthouse'), givenUp('Bakery-dispatch')),
  );
  itSees(
    'name the step that its schedule could not start',
    'dead letters work',
    /^red: 1 failed message: 1 from digest\./,
    lie(work, { body: '{"scheduledAt":"x"}', targetArn: 'arn:aws:lambda:eu-central-1:1:function:Bakery-digest' }),
  );
  itSees(
    'name the check of a result that evaluate could not store',
    'dead letters work',
    /^red: .*1 from evaluate \(website\/form\)/,
    lie(work, { body: '{"checkId":"website/form"}' }),
  );
  itSees(
    'name the checks of a visit',
    'dead letters visits',
    /^red: .*1 from probe-page \(website\/page-load@mobile, website\/contacts\)/,
    lie(queueUrl('visits.fifo'), { body: '{"checks":[{"id":"website/page-load@mobile"},{"id":"website/contacts"}]}' }),
  );
  itSees(
    'of strangers are not quoted',
    'dead letters work',
    /^red: 2 failed messages: 2 from an unknown sender\.$/,
    lie(work, { body: '\u001b]0;pwned' }, givenUp('Other-dispatch')),
  );

  it('are counted also where nobody may look into them', async () => {
    lie(work, givenUp('Bakery-dispatch'))(bench.world);
    bench.account.fail('sqs:ReceiveMessage', 'denied');
    expect(await find(bench, 'dead letters work', examineDeadLetters)).toMatchObject({
      light: 'red',
      sentence: '1 failed message, from unknown steps (sqs:ReceiveMessage: denied).',
    });
  });

  it('are left where they are, visible to the alarm', async () => {
    lie(work, givenUp('Bakery-dispatch'))(bench.world);
    await find(bench, 'dead letters work', examineDeadLetters);
    const peeks = bench.account.asked.filter(({ action }) => action === 'sqs:ReceiveMessage');
    expect(peeks).toMatchObject([{ input: { QueueUrl: work, VisibilityTimeout: 0 } }]);
  });
});
