import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { type Trial, tryChannel } from '../../functions/channel/try-channel.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { channelFunctionName, channelStep, functionName } from '../../shared/model/stack-names.ts';
import { exitCodes } from '../exit.ts';
import { findStack } from '../history/open-history.ts';
import { openChannel } from '../local/channels.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { createLocalSecrets } from '../local/secrets.ts';
import type { Terminal } from '../terminal.ts';

/** What became of the test in one place; null: nothing was sent there. */
interface Tried {
  readonly channel: string;
  readonly ok: boolean | null;
  readonly sentence: string;
}

/** Sends a marked test to each place that gets alerts, from this machine or from a deployed stack, and says what became of it. */
export async function testAlerts(
  { config, stack }: { readonly config: string; readonly stack?: string },
  terminal: Terminal,
): Promise<number> {
  const configuration = readTouchpoints(config, terminal);
  const tried = stack === undefined ? await tryHere(configuration) : await tryStack(configuration, stack);
  terminal.printJson({ version: 1, channels: tried });
  if (tried.length === 0) {
    terminal.print(`${config} names nobody who gets alerts: see "alerts" in docs/configuration.md.`);
  }
  for (const { channel, ok, sentence } of tried) {
    const light = ok === null ? null : ok ? 'green' : 'red';
    terminal.print(`${terminal.light(light)}  ${terminal.bold(channel)}  ${sentence}`);
  }
  return tried.some(({ ok }) => ok === false) ? exitCodes.red : exitCodes.ok;
}

async function tryHere(configuration: Configuration): Promise<Tried[]> {
  const folder = path.resolve(localFolder);
  const reach = {
    secrets: createLocalSecrets(path.join(folder, 'secrets')),
    folder,
    now: Date.now,
  };
  const tries = configuration.alerts.channels.map(async (target) => {
    const channel = openChannel(target, reach);
    return told(
      target,
      await tryChannel({ target, channel, reader: configuration, now: Date.now, newToken: randomUUID }),
    );
  });
  const mails = configuration.alerts.email.map((address): Tried => {
    return { channel: address, ok: null, sentence: 'Only a deployed stack sends mail: use --stack.' };
  });
  return [...(await Promise.all(tries)), ...mails];
}

const trialSchema = z.object({ ok: z.boolean(), sentence: z.string().nullable() });

/** The functions of the stack try their own channels, so that their secrets and rights are tried, too. */
async function tryStack(configuration: Configuration, stack: string): Promise<Tried[]> {
  const { alertsTopicArn } = await findStack(stack);
  const { createFunctionCaller } = await import('../../shared/aws/inspection/function-caller.ts');
  const call = createFunctionCaller();
  const tries = configuration.alerts.channels.map(async (target): Promise<Tried> => {
    // A fleet's stack has one function for all of its chats.
    const isOfFleet = businessOf(target.id) !== null;
    const answer = isOfFleet
      ? await call(functionName(stack, channelStep), { test: true, channel: target.id })
      : await call(channelFunctionName(stack, target.id), { test: true });
    if (!answer.ok) return { channel: target.id, ok: false, sentence: answer.sentence };
    return told(target, trialSchema.parse(answer.value));
  });
  return [...(await Promise.all(tries)), ...(await tryMail(configuration, alertsTopicArn))];
}

async function tryMail({ alerts, business, touchpoints }: Configuration, topicArn: string): Promise<Tried[]> {
  if (alerts.email.length === 0) return [];
  const { createSnsAnnouncer } = await import('../../shared/aws/topics/sns-announcer.ts');
  // The readers of a fleet's business get what is about it only.
  const ofFleet = businessOf(touchpoints[0]?.id ?? '');
  await createSnsAnnouncer(topicArn, undefined, ofFleet).announce(
    'TEST Touchlight',
    `This is a test of Touchlight's alerts for ${business}. Nothing is broken, and there is nothing to do.`,
  );
  return alerts.email.map((channel): Tried => {
    return { channel, ok: true, sentence: 'SNS has taken the test. It arrives only if the subscription is confirmed.' };
  });
}

function told({ id }: ChannelTarget, { ok, sentence }: Trial): Tried {
  return { channel: id, ok, sentence: sentence ?? 'The test was posted.' };
}
