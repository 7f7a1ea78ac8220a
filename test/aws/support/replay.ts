import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { Check } from '../../../shared/model/check.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { functionName, resultQueueVariable, type Step } from '../../../shared/model/stack-names.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { stepOf } from '../../../shared/probes/index.ts';
import type { Account } from './account.ts';
import { environmentOf } from './environment.ts';
import { recordedEvents } from './recorded-events.ts';
import { shuffle } from './shuffle.ts';

/** The steps that get something to work on; evaluate is only woken, and fetches its results itself. */
export const recordedSteps = [
  'dispatch',
  'probe-availability',
  'probe-page',
  'notify',
] as const satisfies readonly Step[];

export const poison = '{"poison":true}';

const always = { from: '2000', to: '3000' };

/**
 * Gives every step twice, in any order, all it ever got: each minute to dispatch, each visit to its probe, each record and
 * sweep to notify, and each result to its queue.
 * @returns how many things that were
 */
export async function replayTwice(
  account: Account,
  stack: string,
  stores: Pick<Stores, 'results'>,
  checks: readonly Pick<Check, 'id' | 'probe'>[],
): Promise<number> {
  const once = [
    ...(await Promise.all(recordedSteps.map((step) => eventsAgain(account, stack, step)))).flat(),
    ...(await resultsAgain(account, stack, stores, checks)),
  ];
  for (const again of shuffle([...once, ...once])) await again();
  await account.invoke(functionName(stack, 'evaluate'), {});
  return once.length;
}

type Again = () => Promise<unknown>;

async function eventsAgain(account: Account, stack: string, step: (typeof recordedSteps)[number]): Promise<Again[]> {
  const recorded = await recordedEvents(account, stack, step);
  if (recorded.length === 0) throw new Error(`${step} has recorded no event.`);
  return recorded
    .filter(({ event }) => !JSON.stringify(event).includes(JSON.stringify(poison)))
    .map(({ at, event }) => {
      // The emulator does not say which minute a tick stands for; AWS does.
      const minute = toInstant(Math.floor(at / 60_000) * 60_000);
      const payload = step === 'dispatch' ? { scheduledAt: minute } : event;
      return () => account.invoke(functionName(stack, step), payload);
    });
}

async function resultsAgain(
  account: Account,
  stack: string,
  { results }: Pick<Stores, 'results'>,
  checks: readonly Pick<Check, 'id' | 'probe'>[],
): Promise<Again[]> {
  const environment = await environmentOf(account, stack, 'evaluate');
  const perCheck = checks.map(async ({ id, probe }) => {
    const step = stepOf(probe);
    const QueueUrl = step && environment[resultQueueVariable[step]];
    const stored = await results.list(id, always);
    if (stored.length === 0) throw new Error(`${id} has no result.`);
    return stored.map(
      (result) => () => account.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(result) })),
    );
  });
  return (await Promise.all(perCheck)).flat();
}
