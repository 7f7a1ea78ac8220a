import { beforeEach, describe, expect, it } from 'vitest';
import { examineChannels } from '../../../cli/doctor/stack/channels.ts';
import { examineDeadLetters } from '../../../cli/doctor/stack/dead-letters.ts';
import { examineDeployedSecrets } from '../../../cli/doctor/stack/surroundings.ts';
import { deployedYaml, minuteMs } from '../../support/healthy-account.ts';
import { aBench, configured, find, now } from './examined.ts';

const bench = aBench();
const called = 'Bakery-channel-telegram';

beforeEach(() => {
  bench.configuration = configured(
    deployedYaml.replace('email: [ops@bakery.example]', 'telegram: { chat: "@bakery", secret: telegram-bot }'),
  );
  const { resources, functions } = bench.world;
  const type = 'AWS::Lambda::Function';
  resources.push({ logicalId: 'ChannelTelegramStepFunction01234567', physicalId: called, type });
  functions[called] = { Runtime: 'nodejs24.x', State: 'Active', LastUpdateStatus: 'Successful' };
});

const counted = (metric: string, value: number): void => {
  bench.world.metrics[`${metric} ${called}`] = [{ at: now - 5 * minuteMs, value }];
};
const seen = async (): Promise<string> => {
  const { light, sentence } = await find(bench, 'channel telegram', examineChannels);
  return `${light}: ${sentence}`;
};

describe('a channel', () => {
  it('rests as long as nothing breaks', async () => {
    expect(await seen()).toBe('green: Nothing to deliver in the last day.');
  });

  it('that delivers is well', async () => {
    counted('Invocations', 3);
    expect(await seen()).toBe('green: Delivered 3 alerts in the last day.');
  });

  it('that fails now and then is yellow, and one that always fails is broken', async () => {
    counted('Invocations', 3);
    counted('Errors', 1);
    expect(await seen()).toBe('yellow: 1 of 3 deliveries in the last day failed. Failed ones are repeated.');
    counted('Errors', 3);
    expect(await seen()).toBe('red: 3 of 3 deliveries in the last day failed.');
  });

  it('that was not deployed is broken', async () => {
    bench.world.resources = bench.world.resources.filter(({ physicalId }) => physicalId !== called);
    expect(await seen()).toBe('red: touchpoints.yaml names it, but the stack has no function for it.');
  });

  it('whose secret is missing gets no alerts', async () => {
    const finding = await find(bench, 'secret telegram-bot', examineDeployedSecrets);
    expect(finding.sentence).toBe('touchlight/Bakery/telegram-bot does not exist, so its channel gets no alerts.');
  });

  it('is named by its dead letters', async () => {
    const functionArn = `arn:aws:lambda:eu-central-1:123456789012:function:${called}:$LATEST`;
    const body = JSON.stringify({ requestContext: { functionArn } });
    const [url] = Object.keys(bench.world.queues).filter((each) => each.endsWith('/work'));
    Object.assign(bench.world.queues[url ?? ''] ?? {}, { visible: 1, hidden: 0, messages: [{ body }] });
    const finding = await find(bench, 'dead letters work', examineDeadLetters);
    expect(finding.sentence).toBe('1 failed message: 1 from channel telegram.');
  });
});

describe('the chats of a fleet', () => {
  const shared = 'Bakery-channel';

  it('have one function, and no channel is missed', async () => {
    const { resources, functions } = bench.world;
    bench.world.resources = resources.filter(({ physicalId }) => physicalId !== called);
    bench.world.resources.push({
      logicalId: 'ChannelsStepFunction01234567',
      physicalId: shared,
      type: 'AWS::Lambda::Function',
    });
    functions[shared] = { Runtime: 'nodejs24.x', State: 'Active', LastUpdateStatus: 'Successful' };
    bench.world.metrics[`Invocations ${shared}`] = [{ at: now - 5 * minuteMs, value: 4 }];
    const finding = await find(bench, 'channels', examineChannels);
    expect(`${finding.light}: ${finding.sentence}`).toBe('green: Ran 4 times in the last day, and nothing failed.');
  });

  it('are named by their dead letters', async () => {
    const body = JSON.stringify({ id: 'x', channel: 'cafe.telegram', alert: { touchpointId: 'cafe.website' } });
    const [url] = Object.keys(bench.world.queues).filter((each) => each.includes('/visits'));
    Object.assign(bench.world.queues[url ?? ''] ?? {}, { visible: 1, hidden: 0, messages: [{ body }] });
    const finding = await find(bench, 'dead letters visits', examineDeadLetters);
    expect(finding.sentence).toBe('1 failed message: 1 from channel cafe.telegram.');
  });
});
