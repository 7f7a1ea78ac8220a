import { setTimeout as sleep } from 'node:timers/promises';
import { ListEventSourceMappingsCommand } from '@aws-sdk/client-lambda';
import type { Account } from '../account.ts';
import { openInvocations } from '../invocations.ts';
import type { MiniStack } from '../ministack.ts';
import { peek } from '../peek.ts';

/** Longer than the emulator waits before it tries a failed invocation again. */
const quietMs = 500;
const lookEveryMs = 100;
const deadlineMs = 120_000;

/**
 * Waits until the stack has done all that this minute brought: no invocation is open, no visit is under way or waits for a
 * probe that takes visits, and for a moment nothing changes any more.
 * @throws Error that says what was still going on
 */
export type Rest = (minute: {
  /** Whether the minute has begun anything; otherwise only what goes on is waited for. */
  readonly begun: boolean;
}) => Promise<void>;

export async function restOf(ministack: MiniStack, account: Account, stack: string): Promise<Rest> {
  const open = await openInvocations(account, stack);
  const activity = async () => {
    const [queues, connected, invocations] = await Promise.all([
      peek(ministack),
      connectedQueues(account),
      open.count(),
    ]);
    const lying = [...queues].filter(([name]) => name.startsWith(`${stack}-`));
    const visits = lying.flatMap(([name, messages]) => (connected.has(name) ? messages : []));
    const state = JSON.stringify(
      lying.map(([name, messages]) => [name, messages.map(({ id, received }) => [id, received])]),
    );
    return { busy: visits.length + invocations, state };
  };
  return async ({ begun }) => {
    const startedAt = performance.now();
    let last = await activity();
    if (!begun && last.busy === 0) return;
    let quietSince = performance.now();
    while (last.busy > 0 || performance.now() - quietSince < quietMs) {
      if (performance.now() - startedAt > deadlineMs) throw new Error(`No rest: ${last.busy} under way; ${last.state}`);
      await sleep(lookEveryMs);
      const now = await activity();
      if (now.busy > 0 || now.state !== last.state) quietSince = performance.now();
      last = now;
    }
    await open.begin();
  };
}

/** The names of the queues whose messages start a function. */
async function connectedQueues({ lambda }: Account): Promise<ReadonlySet<string>> {
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({}));
  return new Set(
    EventSourceMappings.flatMap(({ State, EventSourceArn = '' }) =>
      State === 'Enabled' && EventSourceArn.includes(':sqs:') ? (EventSourceArn.split(':').at(-1) ?? []) : [],
    ),
  );
}
