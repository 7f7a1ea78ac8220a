import path from 'node:path';
import { createStores } from '../../../shared/aws/stores.ts';
import type { Alert } from '../../../shared/model/alert.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import type { Stores } from '../../../shared/ports/stores.ts';
import { type Account, anAccount } from '../../aws/support/account.ts';
import { allowForQuirks } from '../../aws/support/emulator-quirks.ts';
import { eventually } from '../../aws/support/eventually.ts';
import { takeAlerts } from '../../aws/support/heard-alerts.ts';
import type { MiniStack } from '../../aws/support/ministack.ts';
import { aVisitor, type Visitor } from '../../aws/support/visitor.ts';
import { withoutMetricMath } from '../../aws/support/without-metric-math.ts';
import type { Folder } from './installation.ts';

export interface Deployment extends Pick<Visitor, 'visit'> {
  readonly account: Account;
  readonly stores: Stores;
  /** Waits for the alert about a check; others may come before it. */
  noticeOf(checkId: string): Promise<Alert['notices'][number] | undefined>;
  /** Runs a command in the folder, for the account that it was deployed to. */
  call: Folder['call'];
  destroy(): Promise<void>;
}

/**
 * What the README of a user's folder says: `cdk bootstrap` and `cdk deploy`, with the CDK that is installed there and an app of
 * the user's. Between synthesis and deployment, the template is made fit for the emulator.
 */
export async function deployFrom(
  folder: Folder,
  ministack: MiniStack,
  /** Without an app, the one that cdk.json names. */
  { stack, app }: { readonly stack: string; readonly app?: string },
): Promise<Deployment> {
  const { call } = folder.withEnvironment({
    ...ministack.env,
    NODE_EXTRA_CA_CERTS: ministack.env['AWS_CA_BUNDLE'] ?? '',
  });
  const cdk = (...args: string[]) => call('npx', ['cdk', ...args, '--no-notices']);
  const forTests = ['testsOnlyLetPagesReachPrivateAddresses=yes', 'testsOnlyConfirmationDelaySeconds=5'];
  const ofTheUser = app === undefined ? [] : ['--app', app];
  const assembly = ['--app', `${stack}.out`];
  await cdk('bootstrap', ...ofTheUser);
  await cdk('synth', '--quiet', ...ofTheUser, '--output', `${stack}.out`, ...forTests.flatMap((each) => ['-c', each]));
  withoutMetricMath(path.join(folder.path, `${stack}.out`, `${stack}.template.json`));
  await cdk('deploy', ...assembly, '--require-approval', 'never', '--progress', 'events');
  const account = anAccount(ministack);
  await allowForQuirks(account);
  const values = await account.outputs(stack);
  const alerts = await account.listenTo(values[outputs.alertsTopic] ?? '');
  const heard: Alert[] = [];
  return {
    ...{ account, call, visit: aVisitor(account, stack, path.join(folder.path, 'touchpoints.yaml')).visit },
    stores: createStores({ client: account.dynamo, tableName: values[outputs.table] ?? '' }),
    noticeOf: (checkId) =>
      eventually(
        `An alert about ${checkId}`,
        120,
        async () => {
          heard.push(...(await takeAlerts(account, alerts)));
          return heard.flatMap(({ notices }) => notices).find((notice) => notice.checkId === checkId);
        },
        (notice) => notice !== undefined,
      ),
    destroy: async () => void (await cdk('destroy', ...assembly, '--force', '--progress', 'events')),
  };
}
