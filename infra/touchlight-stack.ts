import { Annotations, CfnOutput, type Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { probesElsewhere, stackShape } from '../shared/evaluation/schedule/stack-shape.ts';
import { visitsAtOnce } from '../shared/evaluation/schedule/visits-at-once.ts';
import { type Configuration, isReceived, scheduledChecks, secretNamesOf } from '../shared/model/business.ts';
import { digestSender } from '../shared/model/digest-sender.ts';
import { socialKinds, socialPlatforms } from '../shared/model/social-platform.ts';
import { type Bundle, channelStep, outputs, variables } from '../shared/model/stack-names.ts';
import { channelConstructId, constructIds, deadLettersId } from '../shared/model/stack-resources.ts';
import { ChannelStep } from './constructs/channel-step.ts';
import { DigestStep, type DigestStepProps } from './constructs/digest-step.ts';
import { DispatchStep } from './constructs/dispatch-step.ts';
import { formsOfShoppers, quietPartitions } from './constructs/enquiry-needs.ts';
import { EvaluateStep } from './constructs/evaluate-step.ts';
import type { FleetChannels } from './constructs/fleet-channels.ts';
import { InboundMail } from './constructs/inbound-mail.ts';
import { importsOf, LandedFiles } from './constructs/landed-files.ts';
import { NotifyStep } from './constructs/notify-step.ts';
import { PageStep } from './constructs/page-step.ts';
import { followedForms, incoming, sendingChecks, socialPartitions } from './constructs/probe-needs.ts';
import { ProbeStep } from './constructs/probe-step.ts';
import { secretArns } from './constructs/secret-arns.ts';
import { SelfWatch } from './constructs/self-watch.ts';
import type { StepFunction } from './constructs/step-function.ts';
import { createEvidenceBucket, createTable } from './constructs/storage.ts';
import { letAskModels } from './constructs/theme-models.ts';
import type { Topics } from './constructs/topics.ts';
import { DeadLetters } from './constructs/work-queue.ts';
import {
  createFleetChannels,
  createTopics,
  digestsOfFleet,
  type FleetProps,
  fleetNeeds,
  letReadFleet,
  pageNeeds,
} from './fleet.ts';

export interface TouchlightProps {
  /** Of a fleet: what its businesses need together (`configurationOfFleet`). */
  readonly configuration: Configuration;
  /** Null: one business. */
  readonly fleet?: FleetProps | null;
  /** The folder with a step's bundled handler. */
  readonly bundle: (step: Bundle) => string;
  /** `any` lets pages under test reach private addresses: for tests on one machine only. */
  readonly network: 'public' | 'any';
  /** How long a suspected check waits until it is run again. */
  readonly confirmationDelay: Duration;
  /** What it was deployed from, for `touchlight doctor --stack`. */
  readonly origin: Origin;
  /** CloudWatch's fourth dashboard in an account, and each further one, costs $3 a month. */
  readonly dashboard: boolean;
  /** Without them, other rules put received mail into the bucket. */
  readonly receiptRules: boolean;
}

export type TouchlightStackProps = TouchlightProps & StackProps;

interface Origin {
  readonly version: string;
  /** The fingerprint of touchpoints.yaml. */
  readonly configuration: string;
}

interface SharedResources {
  readonly table: TableV2;
  readonly evidence: Bucket;
  readonly topics: Topics;
  readonly deadLetters: DeadLetters;
}

/** A stack that holds Touchlight and nothing else. */
export class TouchlightStack extends Stack {
  constructor(scope: Construct, id: string, props: TouchlightStackProps) {
    super(scope, id, { description: stackDescription, ...props });
    addTouchlight(this, props);
  }
}

export const stackDescription = 'Touchlight watches where customers meet a business';

/** Touchlight in flow order: read it from the top. */
export function addTouchlight(scope: Construct, props: TouchlightProps): void {
  const { configuration, bundle, fleet = null } = props;
  const { memoryMb, ofFleet } = fleetNeeds(props);
  if (props.network === 'any') warnOfPrivateAddresses(scope);

  // Where things are kept, where they are sent, and where what failed ends up.
  const table = createTable(scope);
  const evidence = createReceivingBucket(scope, props);
  const topics = createTopics(scope, props);
  const deadLetters = new DeadLetters(scope, deadLettersId);

  // The probes visit; only those that some check needs are built.
  const probes = createProbes(scope, props, { table, evidence, deadLetters });

  // What they saw is stored and judged. A suspicion waits in the table for its confirmation.
  const evaluate = new EvaluateStep(scope, constructIds.evaluate, { bundle, table, ...memoryMb });
  for (const probe of probes) evaluate.take(probe);
  // What fails here is looked at from other regions at once: by probes in stacks of their own (region-stack.ts).
  if (configuration.regions.length > 0) evaluate.letAsk(configuration.regions, probesElsewhere(configuration));

  // What may call for an alert wakes notify through the table's stream; chats get alerts by functions of their own.
  const shared = { table, evidence, topics, deadLetters };
  const chats = createChannels(scope, props, { ...shared, ...memoryMb });
  // Once all dead letters are known: it counts them.
  const notify = new NotifyStep(scope, constructIds.notify, { ...props, ...shared, ofFleet, ...memoryMb });

  // Every minute dispatch sends the visits that are due, and those that confirm; now and then it wakes the two above.
  const dispatch = new DispatchStep(scope, constructIds.dispatch, {
    ...{ bundle, table, probes, evaluate, notify, ...memoryMb },
    confirmationDelay: props.confirmationDelay,
    deadLetters: deadLetters.work,
  });
  // It also has read at once what people put into the bucket.
  const imports = importsOf(configuration.touchpoints);
  if (imports.length > 0) new LandedFiles(scope, 'LandedFiles', { bucket: evidence, imports, dispatch: dispatch.step });

  // Once a week the owner reads how it went.
  const digest = createDigest(scope, props, shared);

  // Between those, the live page shows how it is; alerts and the digest lead there.
  const page = createLivePage(scope, props, { table, evidence, probes, notify, digest });

  // The steps read a fleet's configuration from S3.
  if (fleet !== null) letReadFleet(scope, fleet, [dispatch, evaluate, notify, digest, page, chats]);

  // Touchlight watches itself.
  const steps = { dispatch, probes, evaluate, notify, digest, page, chats };
  new SelfWatch(scope, 'SelfWatch', { configuration, dashboard: props.dashboard, topics, deadLetters, ...steps });
  outputLocations(scope, { table, evidence, topics, page, origin: props.origin });
}

/** The bucket into which SES puts copies of mail, where the file asks for it; probe-social reads them there. */
function createReceivingBucket(scope: Construct, { configuration, receiptRules }: TouchlightProps): Bucket {
  const evidence = createEvidenceBucket(scope);
  const { inbound, touchpoints } = configuration;
  const mailboxes = touchpoints.filter(isReceived).map(({ id }) => id);
  if (inbound !== null && mailboxes.length > 0 && receiptRules)
    new InboundMail(scope, 'InboundMail', { inbound, mailboxes, evidence, stackName: Stack.of(scope).stackName });
  return evidence;
}

function warnOfPrivateAddresses(scope: Construct): void {
  const risk = 'Pages under test may reach loopback and private addresses. That is for tests on one machine only.';
  Annotations.of(scope).addWarningV2('touchlight:any-address', risk);
}

/** Each may do what its own checks need, and no more. */
function createProbes(
  scope: Construct,
  { configuration, fleet = null, bundle, network }: TouchlightProps,
  { table, evidence, deadLetters }: Omit<SharedResources, 'topics'>,
): ProbeStep[] {
  const imports = importsOf(configuration.touchpoints);
  const elsewhere = probesElsewhere(configuration);
  const probes = stackShape(configuration).probes.map((step) => {
    const readsFiles = step === 'probe-social' && imports.length > 0;
    const isConfirmedElsewhere = elsewhere.includes(step);
    const atLeastAtOnce = fleet === null ? 0 : visitsAtOnce(scheduledChecks(configuration), step);
    const props = { step, bundle, network, evidence, deadLetters, readsFiles, isConfirmedElsewhere, atLeastAtOnce };
    return new ProbeStep(scope, constructIds[step], props);
  });
  for (const probe of probes) {
    if (probe.probe === 'probe-page')
      probe.letSend([...sendingChecks(configuration), ...formsOfShoppers(configuration)], evidence);
    if (probe.probe === 'probe-social') {
      letAskPlatforms(Stack.of(scope), probe.step, table, configuration);
      letAskModels(Stack.of(scope), probe.step, table, configuration);
      probe.letRead(incoming(configuration), evidence);
      probe.letFollow([...followedForms(configuration), ...formsOfShoppers(configuration)], evidence);
      const page = probes.find((each) => each.probe === 'probe-page');
      if (page !== undefined && formsOfShoppers(configuration).length > 0) probe.letAsk(page);
    }
  }
  return probes;
}

/**
 * The social probe reads the secrets that the configuration names, and no others. It stores a token that it has renewed, where
 * the platform's tokens change by that. It keeps the conversations it reads, which no queue's message could carry: in the
 * partitions of its own checks only.
 */
function letAskPlatforms(stack: Stack, step: StepFunction, table: TableV2, configuration: Configuration): void {
  const { touchpoints } = configuration;
  const renewing = touchpoints.filter(({ kind }) =>
    socialKinds.some((each) => each === kind && socialPlatforms[each].renewsSecret),
  );
  step.function.addEnvironment(variables.stack, stack.stackName);
  step.grant(['secretsmanager:GetSecretValue'], secretArns(stack, touchpoints.flatMap(secretNamesOf)));
  step.grant(['secretsmanager:PutSecretValue'], secretArns(stack, renewing.flatMap(secretNamesOf)));
  step.function.addEnvironment(variables.table, table.tableName);
  step.grantItems(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], table, socialPartitions(configuration));
  step.grantItems(['dynamodb:Query'], table, quietPartitions(configuration));
}

/** One function for each channel, all of the same code; for a fleet, one for all of them, which is returned. */
function createChannels(
  scope: Construct,
  { configuration, fleet = null, bundle, network }: TouchlightProps,
  resources: SharedResources & { readonly memoryMb?: number },
): FleetChannels | null {
  if (fleet !== null) return createFleetChannels(scope, fleet, { bundle, network, ...resources });
  const { channels } = configuration.alerts;
  const code = channels.length === 0 ? '' : bundle(channelStep);
  for (const target of channels)
    new ChannelStep(scope, channelConstructId(target.id), { target, code, network, ...resources });
  return null;
}

/** Nothing is built when nobody is to read it. */
function createDigest(
  scope: Construct,
  { configuration, bundle, fleet = null }: TouchlightProps,
  { table, evidence, topics, deadLetters }: SharedResources,
): DigestStep | null {
  const mails = fleet === null ? digestOf(configuration) : digestsOfFleet(fleet);
  if (mails === null) return null;
  return new DigestStep(scope, constructIds.digest, {
    bundle,
    table,
    evidence,
    alerts: topics.alerts,
    ...{ ...mails, ...fleetNeeds({ configuration, fleet }).memoryMb, ofFleet: fleet !== null },
    deadLetters: deadLetters.work,
  });
}

function digestOf({ digest, timeZone }: Configuration): Pick<DigestStepProps, 'digests' | 'addresses'> | null {
  if (digest === null) return null;
  return { digests: [{ timeZone, digest, slot: null }], addresses: [digestSender(digest), ...digest.to] };
}

interface BesidePage extends Pick<SharedResources, 'table' | 'evidence'> {
  readonly probes: readonly ProbeStep[];
  readonly notify: NotifyStep;
  readonly digest: DigestStep | null;
}

/** Nothing of it is built where the file does not ask for it. */
function createLivePage(
  scope: Construct,
  { configuration, bundle, fleet = null }: TouchlightProps,
  { notify, digest, ...resources }: BesidePage,
): PageStep | null {
  if (configuration.page === null) return null;
  const page = new PageStep(scope, constructIds.page, {
    ...{ bundle, page: configuration.page, ...resources },
    ...pageNeeds({ configuration, fleet }),
  });
  page.letLink(notify.step);
  if (digest !== null) page.letLink(digest.step);
  return page;
}

/** What a person, or the command line with --stack, needs after a deployment. */
function outputLocations(
  scope: Construct,
  {
    table,
    evidence,
    topics,
    page,
    origin,
  }: Omit<SharedResources, 'deadLetters'> & Pick<TouchlightProps, 'origin'> & { readonly page: PageStep | null },
): void {
  const output = (name: string, value: string, description: string): void => {
    // By this name the command line finds it, whatever the construct around it is called.
    new CfnOutput(scope, name, { value, description }).overrideLogicalId(name);
  };
  output(outputs.table, table.tableName, 'The history');
  output(outputs.evidenceBucket, evidence.bucketName, 'Screenshots and reports');
  output(outputs.alertsTopic, topics.alerts.topicArn, 'What happens to the business: subscribe mail, SMS, HTTPS, chat');
  output(outputs.operationsTopic, topics.operations.topicArn, 'What happens to Touchlight itself');
  if (page !== null) output(outputs.page, page.url, 'The live page: open it with the link in an alert or the digest');
  output(outputs.version, origin.version, 'The Touchlight that deployed this stack');
  output(outputs.configuration, origin.configuration, 'Fingerprint of the touchpoints.yaml that it was deployed from');
  output(
    outputs.keptOnDestroy,
    `${table.tableName} ${evidence.bucketName}`,
    'cdk destroy keeps this table and this bucket: they hold the history. Delete them by hand.',
  );
}
