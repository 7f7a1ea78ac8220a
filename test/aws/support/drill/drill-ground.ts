import path from 'node:path';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { createDemoBusiness, type DemoBusiness } from '../../../../examples/demo-business/demo-business.ts';
import { coffeeLabSecrets, openCoffeeLabPages } from '../../../../examples/social-stubs/coffee-lab.ts';
import { createStores } from '../../../../shared/aws/stores.ts';
import { readConfigurationFile } from '../../../../shared/config/read-configuration.ts';
import type { Check } from '../../../../shared/model/check.ts';
import type { DigestPlan } from '../../../../shared/model/digest-plan.ts';
import { toInstant } from '../../../../shared/model/instant.ts';
import { outputs, probeSteps, secretId, steps } from '../../../../shared/model/stack-names.ts';
import type { Stores } from '../../../../shared/ports/stores.ts';
import { type Account, anAccount } from '../account.ts';
import { aCdk } from '../cdk.ts';
import { allowForQuirks } from '../emulator-quirks.ts';
import { aMailbox, type Mailbox } from '../mailbox.ts';
import { type MiniStack, runFolder, startMiniStack } from '../ministack.ts';
import { bouncing, reader, sender, timeZone, writeDrillConfiguration } from './configuration.ts';
import { aDrillStack, type DrillStack } from './drill-stack.ts';
import { aDrillTime, type DrillTime, nextMonday } from './drill-time.ts';

const stack = 'Drills';

/** A business, its stack in an account, and everything that can be broken of it. */
export interface DrillGround {
  readonly demo: DemoBusiness;
  readonly mailbox: Mailbox;
  readonly ministack: MiniStack;
  readonly account: Account;
  readonly stack: string;
  readonly time: DrillTime;
  readonly stores: Stores;
  readonly checks: readonly Check[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly drills: DrillStack;
  close(): Promise<void>;
}

/** Early on a Monday: at eight the weekly mail is due. */
const beginsAt = '05:00';

export async function aDrillGround(): Promise<DrillGround> {
  const [demo, mailbox] = await Promise.all([createDemoBusiness(), aMailbox()]);
  const ministack = await startMiniStack({ smtpPort: mailbox.port, retryAfterSeconds: 0.1 });
  const time = aDrillTime(nextMonday(beginsAt));
  const pages = await openCoffeeLabPages(time.now);
  const close = async (): Promise<void> => {
    await ministack.stop();
    await Promise.all([demo.close(), mailbox.close(), pages.close()]);
  };
  try {
    const account = anAccount(ministack);
    const config = path.join(runFolder, 'drills.yaml');
    writeDrillConfiguration(config, { website: demo.url, facebook: pages.facebook.url });
    const deployment = await deploy(ministack, account, config);
    const values = await account.outputs(stack);
    const stores = createStores({ client: account.dynamo, tableName: values[outputs.table] ?? '' });
    await stores.operations.saveDigestPlan(planOfLastWeek(time));
    const bounced = (): number => mailbox.mails.filter((mail) => mail.includes(`To: ${bouncing}`)).length;
    const drills = await aDrillStack({
      ministack,
      account,
      stack,
      deployment,
      time,
      // The drill's file asks for no live page.
      steps: steps.filter((step) => step !== 'page'),
      probes: probeSteps,
      bounced,
    });
    const reading = readConfigurationFile(config, time.instant().slice(0, 10));
    const checks = reading.ok ? reading.configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks) : [];
    return { demo, mailbox, ministack, account, stack, time, stores, checks, outputs: values, drills, close };
  } catch (error) {
    console.log(ministack.log().slice(-4000));
    await close();
    throw error;
  }
}

/** The stack has been there for longer than the drills, and expected its weekly mail last Monday, too. */
function planOfLastWeek(time: DrillTime): DigestPlan {
  const since = toInstant(time.now() - 14 * 24 * 3_600_000);
  const readers = Object.fromEntries([reader, bouncing].map((each) => [each, since]));
  return { weekday: 'mon', atMinute: 8 * 60, timeZone, since, readers };
}

async function deploy(ministack: MiniStack, account: Account, config: string) {
  const cdk = aCdk(ministack, { stack, config, testsOnlyLetPagesReachPrivateAddresses: 'yes' });
  await cdk.bootstrap();
  const secrets = new SecretsManagerClient(account.connection);
  for (const [name, SecretString] of Object.entries(coffeeLabSecrets)) {
    await secrets.send(new CreateSecretCommand({ Name: secretId(stack, name), SecretString }));
  }
  await account.verifyAddress(sender);
  const deployment = await cdk.deploy();
  await allowForQuirks(account);
  return deployment;
}
