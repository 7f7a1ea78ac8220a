import path from 'node:path';
import { App, Duration, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { formatFaults, readConfigurationFile } from '../shared/config/read-configuration.ts';
import { ContextError, readContext } from './context.ts';
import { bundleStep, repository } from './packaging/bundle-step.ts';
import { TouchlightStack } from './touchlight-stack.ts';

const app = new App();
try {
  const context = readContext(app.node);
  const today = new Date().toISOString().slice(0, 10);
  const reading = readConfigurationFile(context.config, today);
  if (!reading.ok) throw new ContextError(formatFaults(reading.faults, reading.text));
  const { configuration } = reading;
  new TouchlightStack(app, context.stack, {
    configuration,
    bundle: (step) => bundleStep(step, configuration, path.join(repository, '.cache', 'bundles')),
    network: context.network,
    confirmationDelay: Duration.seconds(context.confirmationDelaySeconds),
  });
  // Every synth is checked, so a finding cannot wait for a review.
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  app.synth();
} catch (error) {
  if (!(error instanceof ContextError)) throw error;
  // A person reads this: sentences, no stack trace, and nothing is created.
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
