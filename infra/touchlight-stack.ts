import { Annotations, ArnFormat, CfnOutput, type Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Configuration } from '../shared/model/business.ts';
import { kindsThatRenewTheirSecret } from '../shared/model/probes/responses.ts';
import { outputs, type Step, secretId, variables } from '../shared/model/stack-names.ts';
import { checkPartition } from '../shared/model/table-keys.ts';
import { DigestStep } from './constructs/digest-step.ts';
import { DispatchStep } from './constructs/dispatch-step.ts';
import { EvaluateStep } from './constructs/evaluate-step.ts';
import { NotifyStep } from './constructs/notify-step.ts';
import { ProbeStep } from './constructs/probe-step.ts';
import { SelfWatch } from './constructs/self-watch.ts';
import { createEvidenceBucket, createTable } from './constructs/storage.ts';
import { Topics } from './constructs/topics.ts';
import { WorkQueue } from './constructs/work-queue.ts';

export interface TouchlightStackProps extends StackProps {
  readonly configuration: Configuration;
  /** The folder with a step's bundled handler. */
  readonly bundle: (step: Step) => string;
  /** `any` lets pages under test reach private addresses: for tests on one machine only. */
  readonly network: 'public' | 'any';
  /** How long a suspected check waits until it is run again. */
  readonly confirmationDelay: Duration;
}

/** Touchlight in flow order: read it from the top. */
export class TouchlightStack extends Stack {
  constructor(scope: Construct, id: string, props: TouchlightStackProps) {
    super(scope, id, { description: 'Touchlight watches where customers meet a business', ...props });
    const { configuration, bundle, network } = props;
    if (network === 'any') {
      const risk = 'Pages under test may reach loopback and private addresses. That is for tests on one machine only.';
      Annotations.of(this).addWarningV2('touchlight:any-address', risk);
    }

    // Where things are kept and where they are told.
    const table = createTable(this);
    const evidence = createEvidenceBucket(this);
    const topics = new Topics(this, 'Topics', { emails: configuration.alerts.email });

    // The probes visit; what they saw goes to evaluate.
    const results = new WorkQueue(this, 'Results', { functionTimeout: EvaluateStep.timeout, maxReceiveCount: 5 });
    const probe = { bundle, network, results: results.queue, evidence };
    const page = new ProbeStep(this, 'ProbePage', { ...probe, step: 'probe-page', ...ProbeStep.page });
    page.letSend(sendingChecks(configuration), evidence);
    const lighthouse = new ProbeStep(this, 'ProbeLighthouse', {
      ...probe,
      step: 'probe-lighthouse',
      ...ProbeStep.lighthouse,
    });
    const social = new ProbeStep(this, 'ProbeSocial', { ...probe, step: 'probe-social', ...ProbeStep.social });
    // Only the secrets that the configuration names, and only for the step that asks with them.
    social.step.grant(['secretsmanager:GetSecretValue'], secretArns(this, configuration.touchpoints));
    // It stores a token that it has renewed, where the platform's tokens change by that, and may overwrite no other secret.
    const renewing = configuration.touchpoints.filter(({ kind }) =>
      kindsThatRenewTheirSecret.some((one) => one === kind),
    );
    social.step.grant(['secretsmanager:PutSecretValue'], secretArns(this, renewing));
    // It keeps the conversations it reads, which no queue's message could carry: in the partitions of its own checks only.
    const conversations = socialPartitions(configuration);
    if (conversations.length > 0) {
      social.step.function.addEnvironment(variables.table, table.tableName);
      social.step.grant(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'], [table.tableArn], {
        'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': conversations },
      });
    }

    // Every minute, and for each confirmation, dispatch fills their queues.
    const dispatch = new DispatchStep(this, 'Dispatch', {
      bundle: bundle('dispatch'),
      confirmationDelay: props.confirmationDelay,
      visits: { 'probe-page': page.visits, 'probe-lighthouse': lighthouse.visits, 'probe-social': social.visits },
    });

    // Results are stored and judged; a suspicion goes back to dispatch.
    const evaluate = new EvaluateStep(this, 'Evaluate', {
      bundle: bundle('evaluate'),
      table,
      results: results.queue,
      confirmations: dispatch.confirmations.queue,
    });

    // What is worth telling wakes notify through the table's stream.
    const notify = new NotifyStep(this, 'Notify', {
      bundle: bundle('notify'),
      table,
      alerts: topics.alerts,
      evidence,
    });

    // Once a week the owner hears how it went; nothing is built when nobody is to hear it.
    const digest =
      configuration.digest &&
      new DigestStep(this, 'Digest', {
        bundle: bundle('digest'),
        table,
        evidence,
        alerts: topics.alerts,
        timeZone: configuration.timeZone,
        digest: configuration.digest,
      });

    // Touchlight watches itself.
    const probes = [page, lighthouse, social];
    new SelfWatch(this, 'SelfWatch', {
      stackName: this.stackName,
      configuration,
      topics,
      dispatch,
      probes,
      results,
      evaluate,
      notify,
      digest,
    });

    tellWhereThingsAre(this, { table, evidence, topics });
  }
}

/** What a person, or the command line with --stack, needs after a deployment. */
function tellWhereThingsAre(
  stack: Stack,
  { table, evidence, topics }: { readonly table: TableV2; readonly evidence: Bucket; readonly topics: Topics },
): void {
  const output = (name: string, value: string, description: string): CfnOutput =>
    new CfnOutput(stack, name, { value, description });
  output(outputs.table, table.tableName, 'The history');
  output(outputs.evidenceBucket, evidence.bucketName, 'Screenshots and reports');
  output(outputs.alertsTopic, topics.alerts.topicArn, 'What happens to the business: subscribe mail, SMS, HTTPS, chat');
  output(outputs.operationsTopic, topics.operations.topicArn, 'What happens to Touchlight itself');
  output(
    outputs.keptOnDestroy,
    `${table.tableName} ${evidence.bucketName}`,
    'cdk destroy keeps this table and this bucket: they hold the history. Delete them by hand.',
  );
}

/** Secrets Manager adds six random characters to a secret's name. */
function secretArns(stack: Stack, touchpoints: Configuration['touchpoints']): string[] {
  const names = new Set(touchpoints.flatMap(({ secret }) => secret ?? []));
  return Array.from(names, (name) =>
    stack.formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${secretId(name)}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  );
}

function sendingChecks({ touchpoints }: Configuration): string[] {
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return checks.flatMap(({ id, options }) => (options['mode'] === 'submit' ? id : []));
}

function socialPartitions({ touchpoints }: Configuration): string[] {
  const social = touchpoints.filter(({ kind }) => kind !== 'website');
  return social.flatMap(({ checks }) => checks.map(({ id }) => checkPartition(id)));
}
