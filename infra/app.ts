import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { App, Duration, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ContextError, readContext } from './context.ts';
import { readDeployment } from './deployment.ts';
import { eachOnce, repository } from './packaging/assemble-step.ts';
import { bundleStep } from './packaging/bundle-code.ts';
import { addRegions } from './region-stack.ts';
import { TouchlightStack } from './touchlight-stack.ts';

/** The app of a clone, which bundles its own sources; infra/index.ts is what an installed package offers to apps of its users. */
// Only what was checked is synthesized: by itself the app would write an assembly after a fault, too.
const app = new App({ autoSynth: false });
const cache = path.join(repository, '.cache');
mkdirSync(cache, { recursive: true });
const bundles = mkdtempSync(path.join(cache, 'bundles-'));
try {
  const context = readContext(app.node);
  const region = process.env['CDK_DEFAULT_REGION'] ?? null;
  const { configuration, fleet, bundled, origin, notes } = readDeployment(context, region);
  const bundle = eachOnce((step) => bundleStep(step, bundled, bundles));
  for (const note of notes) process.stderr.write(`${note}\n`);
  // With further regions, the stack belongs to the one that they are told to be the home region.
  const env = region === null || configuration.regions.length === 0 ? {} : { env: { region } };
  const home = new TouchlightStack(app, context.stack, {
    ...env,
    configuration,
    fleet,
    bundle,
    network: context.network,
    confirmationDelay: Duration.seconds(context.confirmationDelaySeconds),
    origin,
    dashboard: context.dashboard,
    receiptRules: context.receiptRules,
  });
  if (region !== null) addRegions(home, configuration, { homeRegion: region, bundle, network: context.network });
  // Every synth is checked, so a finding cannot wait for a review.
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
} catch (error) {
  if (!(error instanceof ContextError)) throw error;
  // A person reads this: sentences, no stack trace, and nothing is created.
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  // The synthesized assembly holds its own copies.
  rmSync(bundles, { recursive: true });
}
