import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createStores } from '../../../shared/aws/stores.ts';
import { wordFinding } from '../../../shared/i18n/wording.ts';
import { parseCheckId } from '../../../shared/model/check-id.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import type { Status } from '../../../shared/model/status.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { type Account, anAccount } from './account.ts';
import { aCdk } from './cdk.ts';
import { aCommandLine, type CommandLine } from './command-line.ts';
import { allowForQuirks } from './emulator-quirks.ts';
import { eventually } from './eventually.ts';
import { type MiniStack, runFolder, startMiniStack } from './ministack.ts';
import { aVisitor } from './visitor.ts';

export interface DeployedStack {
  readonly ministack: MiniStack;
  readonly account: Account;
  /** The path of its touchpoints.yaml. */
  readonly config: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly stores: Stores;
  readonly s3: S3Client;
  /** The bucket of evidence, which also takes mails and files of calls. */
  readonly bucket: string;
  put(key: string, body: string | Buffer): Promise<void>;
  /** Runs checks now, instead of at their cadence. Lights from before are then not those that a test asks for. */
  visit(...checkIds: readonly string[]): Promise<void>;
  statusOf(checkId: string): Promise<Status | undefined>;
  /** Waits for a light that is no older than the last visit. */
  lightOf(checkId: string, light: string, cause?: string): Promise<Status | undefined>;
  /** When the last visit was asked for. */
  lastVisitAt(): string;
  log(): string;
  readonly touchlight: CommandLine;
  close(): Promise<void>;
}

export interface StackToDeploy {
  readonly stack: string;
  /** The text of touchpoints.yaml. */
  readonly configuration: string;
  /** Texts of files beside it, by their names. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly context?: Readonly<Record<`testsOnly${string}`, string>>;
  /** Beside its own, as its configuration names them. */
  readonly furtherRegions?: readonly string[];
  /** What its account must have before it is deployed. */
  readonly prepare?: (account: Account) => Promise<unknown>;
}

/** An account of its own with one stack in it, from which no mail is sent. */
export async function aDeployedStack({
  stack,
  configuration,
  beside = {},
  context = {},
  furtherRegions = [],
  prepare,
}: StackToDeploy): Promise<DeployedStack> {
  const ministack = await startMiniStack({ smtpPort: 9 });
  const account = anAccount(ministack);
  const s3 = new S3Client({ ...account.connection, forcePathStyle: true });
  const close = async (): Promise<void> => {
    s3.destroy();
    await ministack.stop();
  };
  const config = writeFiles(configuration, beside);
  try {
    const cdk = aCdk(ministack, { stack, config, ...context }, furtherRegions);
    await cdk.bootstrap();
    await prepare?.(account);
    await cdk.deploy();
    await allowForQuirks(account);
  } catch (error) {
    console.log(ministack.log().slice(-4000));
    await close();
    throw error;
  }
  const values = await account.outputs(stack);
  const bucket = values[outputs.evidenceBucket] ?? '';
  const stores = createStores({ client: account.dynamo, tableName: values[outputs.table] ?? '' });
  const { visit, lastVisitAt } = aVisitor(account, stack, config);
  const statusOf = async (checkId: string): Promise<Status | undefined> => {
    const { touchpointId } = parseCheckId(checkId);
    return (await stores.statuses.list(touchpointId)).find((each) => each.checkId === checkId);
  };
  return {
    ...{ ministack, account, config, outputs: values, stores, s3, bucket, visit, statusOf, lastVisitAt, close },
    ...{ log: ministack.log, touchlight: aCommandLine(ministack, stack, config) },
    put: async (Key, Body) => void (await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }))),
    lightOf: (checkId, light, cause) => {
      const isNew = (status: Status | undefined): boolean =>
        status?.light === light &&
        status.lastRunAt >= lastVisitAt() &&
        (cause === undefined || status.lastCause === cause);
      return eventually(`${checkId} ${light}`, 240, () => statusOf(checkId), isNew);
    },
  };
}

/** @returns the path of touchpoints.yaml */
function writeFiles(configuration: string, beside: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries({ ...beside, 'touchpoints.yaml': configuration })) {
    mkdirSync(path.dirname(path.join(runFolder, name)), { recursive: true });
    writeFileSync(path.join(runFolder, name), text);
  }
  return path.join(runFolder, 'touchpoints.yaml');
}

/** What a report says of a status, in English. */
export function sentenceOf(status: Status | undefined): string | undefined {
  return status && wordFinding(status.lastFinding, parseCheckId(status.checkId).probe, 'en').sentence;
}
