import { ArnFormat, Duration, Stack, Stage, Token } from 'aws-cdk-lib';
import { probesElsewhere } from '../shared/evaluation/schedule/stack-shape.ts';
import type { Configuration } from '../shared/model/business.ts';
import {
  functionName,
  type ProbeStep as Probe,
  regionStackName,
  resultQueueName,
  type Step,
  variables,
} from '../shared/model/stack-names.ts';
import { constructIds } from '../shared/model/stack-resources.ts';
import { probeShapes } from './constructs/probe-step.ts';
import { StepFunction } from './constructs/step-function.ts';
import { setFeatureFlags } from './feature-flags.ts';

interface RegionStackProps {
  readonly region: string;
  readonly homeRegion: string;
  readonly probes: readonly Probe[];
  /** The folder with a step's bundled handler. */
  readonly bundle: (step: Step) => string;
  readonly network: 'public' | 'any';
}

/** What comes later than this is not waited for. */
const worthRetrying = Duration.minutes(3);

/**
 * The probes in a further region, and nothing else: no queue, no table, no schedule. Evaluate invokes them when something fails at
 * home; they send what they saw to the home region's queue of results and wake evaluate there. All know each other by name, because
 * references between regions would tie the stacks together. While nothing fails, nothing runs here.
 */
class RegionStack extends Stack {
  constructor(home: Stack, props: RegionStackProps) {
    const { region, homeRegion, probes } = props;
    const { account } = home;
    super(Stage.of(home) ?? home, regionStackName(home.stackName, region), {
      env: { region, ...(!Token.isUnresolved(account) && { account }) },
      description: `Touchlight looks from here at what fails in ${homeRegion}`,
      tags: home.tags.tagValues(),
    });
    // It stands beside the stack at home, and so does not get the flags that were set there.
    setFeatureFlags(this.node);
    for (const probe of probes) this.#add(probe, home.stackName, props);
    // The queue to which they send is there first.
    this.addStackDependency(home);
  }

  #add(probe: Probe, homeStack: string, { region, homeRegion, bundle, network }: RegionStackProps): void {
    const queueName = resultQueueName(homeStack, probe);
    const evaluate = functionName(homeStack, 'evaluate');
    const { timeout, browser } = probeShapes[probe];
    const step = new StepFunction(this, constructIds[probe], {
      step: probe,
      functionName: functionName(regionStackName(homeStack, region), probe),
      bundle: bundle(probe),
      timeout,
      browser,
      environment: {
        [variables.region]: region,
        [variables.homeRegion]: homeRegion,
        [variables.resultQueue]: `https://sqs.${homeRegion}.${this.urlSuffix}/${this.account}/${queueName}`,
        [variables.evaluateFunction]: evaluate,
        [variables.network]: network,
      },
    });
    const atHome = { region: homeRegion, arnFormat: ArnFormat.COLON_RESOURCE_NAME };
    step.grant(
      ['sqs:SendMessage'],
      [
        this.formatArn({
          service: 'sqs',
          region: homeRegion,
          resource: queueName,
          arnFormat: ArnFormat.NO_RESOURCE_NAME,
        }),
      ],
    );
    step.grant(
      ['lambda:InvokeFunction'],
      [this.formatArn({ service: 'lambda', resource: 'function', resourceName: evaluate, ...atHome })],
    );
    // Nobody waits for an answer that could not be had: the region then counts for neither side.
    step.retry({ retryAttempts: 1, worthRetrying });
  }
}

/**
 * One stack for each further region that the configuration names.
 * @param homeRegion where the stack itself runs
 */
export function addRegions(
  home: Stack,
  configuration: Configuration,
  { homeRegion, bundle, network }: Pick<RegionStackProps, 'homeRegion' | 'bundle' | 'network'>,
): Stack[] {
  const probes = probesElsewhere(configuration);
  // Nothing of the file can be looked at from elsewhere.
  if (probes.length === 0) return [];
  return configuration.regions.map((region) => new RegionStack(home, { region, homeRegion, probes, bundle, network }));
}
