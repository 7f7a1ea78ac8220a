import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FunctionUrlAuthType } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Configuration } from '../../shared/model/business.ts';
import { importPrefix } from '../../shared/model/import-kind.ts';
import {
  evidencePrefix,
  functionName,
  pageKeySecret,
  reportsPrefix,
  type Step,
  secretId,
  variables,
  visitRoute,
} from '../../shared/model/stack-names.ts';
import {
  boardPartition,
  checkPartition,
  planPartition,
  registryPartition,
  touchpointPartition,
} from '../../shared/model/table-keys.ts';
import { acknowledge, acknowledgeObjects } from './acknowledge.ts';
import type { ProbeStep } from './probe-step.ts';
import { StepFunction } from './step-function.ts';

export interface PageStepProps {
  readonly bundle: (step: Step) => string;
  readonly page: NonNullable<Configuration['page']>;
  readonly table: TableV2;
  readonly evidence: Bucket;
  readonly probes: readonly ProbeStep[];
  /** Touchpoints that people assess: operators fill in their scorecards on the page. */
  readonly scored: readonly string[];
  /** Names of the secrets with which people sign in. */
  readonly signInSecrets: readonly string[];
  /** Of a fleet: its businesses have pages, plans and reports of their own. */
  readonly ofFleet: boolean;
  readonly memoryMb?: number;
}

/**
 * The live page behind an address that everybody may call: who may see what is decided by signed links, in the function.
 * What strangers can cost is held by the requests that it serves at once.
 */
export class PageStep extends Construct {
  readonly step: StepFunction;
  /** Its own address in front of the function, or the function's. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: PageStepProps) {
    super(scope, id);
    const { bundle, page, table, evidence, probes, scored, signInSecrets, ofFleet } = props;
    const { stackName } = Stack.of(this);
    makeSigningKey(this);
    this.step = new StepFunction(this, 'Step', {
      step: 'page',
      bundle: bundle('page'),
      // A thousand touchpoints are drawn in 300 ms; more memory brings more CPU.
      memoryMb: props.memoryMb ?? 512,
      timeout: Duration.seconds(15),
      ...(page.atOnce !== null && { atOnce: page.atOnce }),
      environment: {
        [variables.stack]: stackName,
        [variables.table]: table.tableName,
        [variables.evidenceBucket]: evidence.bucketName,
        // By its name: notify depends on the page, whose address it writes into alerts.
        [variables.notifyFunction]: functionName(stackName, 'notify'),
        ...Object.fromEntries(probes.map(({ probe, target }) => [visitRoute[probe].variable, target])),
      },
    });
    const own = this.step.function.addFunctionUrl({ authType: FunctionUrlAuthType.NONE });
    this.url = page.url ?? own.url;
    letReadHistory(this.step, table, ofFleet);
    letReadEvidence(this.step, evidence, ofFleet);
    letRunChecks(this.step, probes);
    for (const id of scored) letKeepScorecards(this.step, evidence, id);
    this.step.grant(
      ['secretsmanager:GetSecretValue'],
      [pageKeySecret, ...new Set(signInSecrets)].map((name) => secretArn(this, name)),
    );
    this.step.grant(['lambda:InvokeFunction'], [functionArn(this, 'notify')]);
  }

  /** Lets a step make links to the page. */
  letLink(step: StepFunction): void {
    step.function.addEnvironment(variables.stack, Stack.of(this).stackName);
    step.function.addEnvironment(variables.page, this.url);
    step.grant(['secretsmanager:GetSecretValue'], [secretArn(this, pageKeySecret)]);
  }
}

/** Made by Secrets Manager, so that no template holds it. */
function makeSigningKey(scope: Construct): void {
  const key = new Secret(scope, 'Links', {
    secretName: secretId(Stack.of(scope).stackName, pageKeySecret),
    description: 'Touchlight: with it, links to the live page are signed. A new value ends all links.',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy: RemovalPolicy.DESTROY,
  });
  acknowledge(
    key,
    'AwsSolutions-SMG4',
    'A new value ends every link in every mail, so a person decides when: touchlight secrets rotate.',
  );
}

/**
 * What is kept of touchpoints, checks, the board and the plan. It writes acknowledgements, maintenance and who takes what; IAM sees only the partition
 * of an item, so that it could write what else lies there, but not delete it. It writes nothing about checks.
 */
function letReadHistory(step: StepFunction, table: TableV2, ofFleet: boolean): void {
  const [checks, touchpoints] = [checkPartition('*'), touchpointPartition('*')];
  const plans = ofFleet ? [planPartition, `${planPartition}#*`] : [planPartition];
  step.grantItems(['dynamodb:Query'], table, [checks, touchpoints, boardPartition, ...plans]);
  step.grantItems(['dynamodb:GetItem'], table, [checks, touchpoints, boardPartition, registryPartition]);
  step.grantItems(['dynamodb:PutItem'], table, [touchpoints, ...plans]);
}

function letReadEvidence(step: StepFunction, evidence: Bucket, ofFleet: boolean): void {
  const [pictures, reports] = [`${evidencePrefix}*`, `${reportsPrefix}*`];
  step.grant(['s3:GetObject'], [evidence.arnForObjects(pictures), evidence.arnForObjects(reports)]);
  const listed = ofFleet
    ? { StringLike: { 's3:prefix': `${reportsPrefix}*/` } }
    : { StringEquals: { 's3:prefix': reportsPrefix } };
  step.grant(['s3:ListBucket'], [evidence.bucketArn], listed);
  acknowledgeObjects(
    step,
    evidence,
    pictures,
    'Each run has evidence of its own; the page opens that of known results.',
  );
  acknowledgeObjects(step, evidence, reports, 'One report a week; the weeks are not known beforehand.');
}

/** It puts files, and reads none: what was assessed is read by the check. */
function letKeepScorecards(step: StepFunction, evidence: Bucket, touchpointId: string): void {
  const files = `${importPrefix('scorecards', touchpointId)}*`;
  step.grant(['s3:PutObject'], [evidence.arnForObjects(files)]);
  acknowledgeObjects(step, evidence, files, 'Each visit that is assessed has a file of its own.');
}

/** As dispatch sends visits. */
function letRunChecks(step: StepFunction, probes: readonly ProbeStep[]): void {
  step.grant(
    ['sqs:SendMessage'],
    probes.flatMap(({ visits }) => visits?.queueArn ?? []),
  );
  step.grant(
    ['lambda:InvokeFunction'],
    probes.flatMap((probe) => (probe.visits === null ? [probe.step.function.functionArn] : [])),
  );
}

function functionArn(scope: Construct, step: Step): string {
  const stack = Stack.of(scope);
  return stack.formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: functionName(stack.stackName, step),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** Secrets Manager adds six random characters to a secret's name. */
function secretArn(scope: Construct, name: string): string {
  const stack = Stack.of(scope);
  return stack.formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${secretId(stack.stackName, name)}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
