import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Annotations, CfnResource, Duration, Stack, type StackProps, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { ContextError, readContext } from './context.ts';
import { readDeployment } from './deployment.ts';
import { setFeatureFlags } from './feature-flags.ts';
import { assembleBuiltStep, eachOnce } from './packaging/assemble-step.ts';
import { addRegions } from './region-stack.ts';
import { addTouchlight, stackDescription } from './touchlight-stack.ts';

/** What is left out can be given on the command line as well, as in `cdk deploy -c dashboard=true`. */
export interface TouchlightOptions {
  /** Path of the configuration, from the folder in which cdk runs. Default: `touchpoints.yaml`. */
  readonly config?: string;
  /** A CloudWatch dashboard; the fourth in an account, and each further one, costs $3 a month. Default: false. */
  readonly dashboard?: boolean;
}

/** A stack that holds Touchlight and nothing else. */
export class TouchlightStack extends Stack {
  constructor(scope: Construct, id: string, props: TouchlightOptions & StackProps = {}) {
    super(scope, id, { description: stackDescription, ...props });
    addConfigured(this, props);
  }
}

/** Touchlight within a stack of your own. At most one in a stack: its functions and outputs are named after the stack. */
export class Touchlight extends Construct {
  constructor(scope: Construct, id: string, options: TouchlightOptions = {}) {
    super(scope, id);
    addConfigured(this, options);
    leaveOutOwnName(this);
  }
}

/** A fault in the configuration is an error of the synthesis, which cdk prints; the stack stays empty and is not deployed. */
function addConfigured(scope: Construct, options: TouchlightOptions): void {
  setFeatureFlags(scope.node);
  const bundles = mkdtempSync(path.join(tmpdir(), 'touchlight-bundles-'));
  try {
    const context = { ...readContext(scope.node), ...options };
    const { stackName } = Stack.of(scope);
    const homeRegion = regionOf(scope);
    const { configuration, fleet, bundled, origin, notes } = readDeployment(
      { ...context, stack: stackName },
      homeRegion,
    );
    const bundle = eachOnce((step) => assembleBuiltStep(step, bundled, bundles));
    for (const note of notes) Annotations.of(scope).addInfo(note);
    addTouchlight(scope, {
      configuration,
      fleet,
      origin,
      bundle,
      network: context.network,
      confirmationDelay: Duration.seconds(context.confirmationDelaySeconds),
      dashboard: context.dashboard,
      receiptRules: context.receiptRules,
    });
    if (homeRegion !== null)
      addRegions(Stack.of(scope), configuration, { homeRegion, bundle, network: context.network });
  } catch (error) {
    if (!(error instanceof ContextError)) throw error;
    Annotations.of(scope).addError(error.message);
  } finally {
    // CDK has staged its own copies.
    rmSync(bundles, { recursive: true });
  }
}

function regionOf(scope: Construct): string | null {
  const { region } = Stack.of(scope);
  return Token.isUnresolved(region) ? (process.env['CDK_DEFAULT_REGION'] ?? null) : region;
}

/** `touchlight doctor --stack` knows resources by how their logical ids begin, so the name of the construct around them is left out. */
function leaveOutOwnName(construct: Construct): void {
  const stack = Stack.of(construct);
  const scopes = construct.node.scopes.slice(stack.node.scopes.length);
  const prefix = scopes.map(({ node }) => node.id.replace(/[^A-Za-z0-9]/g, '')).join('');
  for (const resource of construct.node.findAll().filter(CfnResource.isCfnResource)) {
    const id = stack.getLogicalId(resource);
    if (id.startsWith(prefix)) resource.overrideLogicalId(id.slice(prefix.length));
  }
}
