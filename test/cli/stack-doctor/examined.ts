import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Finding } from '../../../cli/doctor/finding.ts';
import type { Examination } from '../../../cli/doctor/stack/examination.ts';
import { examineStack } from '../../../cli/doctor/stack/examine-stack.ts';
import type { Patience } from '../../../cli/doctor/stack/test-alarm.ts';
import { createStackInspector } from '../../../shared/aws/inspection/stack-inspector.ts';
import { parseConfiguration } from '../../../shared/config/read-configuration.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import type { StackInspector } from '../../../shared/ports/stack-inspector.ts';
import {
  type AccountWorld,
  aDeployedAccount,
  type DeployedAccount,
  stackName,
} from '../../support/deployed-account.ts';
import { aHealthyWorld, deployedYaml, origin } from '../../support/healthy-account.ts';

export const now = Date.parse('2026-11-25T12:00:00.000Z');

export function configured(yaml = deployedYaml): Configuration {
  const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-25');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}

/** What the tests of one file look at: an account that is healthy again before each of them. */
export interface Bench {
  readonly account: DeployedAccount;
  readonly inspector: StackInspector;
  world: AccountWorld;
  configuration: Configuration | null;
}

export function aBench(): Bench {
  const bench = {} as { -readonly [key in keyof Bench]: Bench[key] };
  beforeAll(async () => {
    bench.account = await aDeployedAccount();
    bench.inspector = createStackInspector(stackName, () => now, bench.account.connection);
  });
  beforeEach(() => {
    bench.configuration = configured();
    bench.world = aHealthyWorld(bench.configuration, now);
    bench.account.become(bench.world);
  });
  afterAll(async () => {
    bench.inspector.close();
    await bench.account.close();
  });
  return bench;
}

export interface Asked {
  readonly testAlarm?: Patience;
  readonly fingerprint?: string | null;
  readonly signal?: AbortSignal;
}

export function examine(
  { inspector, configuration }: Bench,
  { testAlarm, fingerprint = origin.fingerprint, signal = new AbortController().signal }: Asked = {},
): Promise<Finding[]> {
  const local = { version: origin.version, file: 'touchpoints.yaml', fingerprint };
  return examineStack(
    { ...{ stack: stackName, inspector, configuration, local, now }, testAlarm: testAlarm ?? null },
    signal,
  );
}

/** One group of questions, such as `examineQueues`. */
export type Group = (examination: Examination) => Promise<readonly Finding[]>;

/** One finding, out of its own group of questions or out of all. */
export async function find(bench: Bench, name: string, group?: Group): Promise<Finding> {
  const findings = group === undefined ? await examine(bench) : await group(await anExamination(bench));
  const finding = findings.find((each) => each.name === name);
  if (finding === undefined) throw new Error(`No "${name}" among ${findings.map((each) => each.name).join(', ')}`);
  return finding;
}

async function anExamination({ inspector, configuration }: Bench): Promise<Examination> {
  const [state, resources] = await Promise.all([inspector.stack(), inspector.resources()]);
  return {
    ...{ stack: stackName, inspector, configuration, now },
    local: { ...origin, file: 'touchpoints.yaml' },
    state: state.known ? state.value : null,
    resources: resources.known ? resources.value : [],
  };
}

/**
 * One test: after a change of the account, the finding of that name reads so.
 * @param group asks what the findings need, and nothing else
 * @param reads its light and its words: `red: The function is gone`
 */
export function sees(bench: Bench, group?: Group) {
  return (title: string, name: string, reads: RegExp, change: (world: AccountWorld) => unknown): void => {
    it(title, async () => {
      change(bench.world);
      const { light, sentence, remedy } = await find(bench, name, group);
      expect(`${light}: ${sentence}`).toMatch(reads);
      expect(remedy === null).toBe(light === 'green');
    });
  };
}
