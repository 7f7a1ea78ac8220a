import { type Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, type PolicyStatementProps, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type Bundle, functionName, type Step, type Variable } from '../../shared/model/stack-names.ts';

type Conditions = NonNullable<PolicyStatementProps['conditions']>;

export interface StepFunctionProps<Name extends Bundle = Step> {
  readonly step: Name;
  /** What its function is called where a step has several. */
  readonly functionName?: string;
  /** The folder with the bundled handler. */
  readonly bundle: string;
  readonly timeout: Duration;
  readonly environment?: Readonly<Record<string, string>>;
  /** Runs Chromium: x64 (as the browser's package is), more memory and room to unpack it. */
  readonly browser?: boolean;
  readonly memoryMb?: number;
  /** At most so many run side by side, and so many of the account's are kept for it. */
  readonly atOnce?: number;
}

interface Retrying {
  readonly retryAttempts: number;
  readonly worthRetrying: Duration;
  readonly deadLetters?: Queue;
}

/** One step of the flow: its function, its log group and its role, all by the step's name. */
export class StepFunction<Name extends Bundle = Step> extends Construct {
  readonly name: Name;
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: StepFunctionProps<Name>) {
    super(scope, id);
    this.name = props.step;
    const name = props.functionName ?? functionName(Stack.of(this).stackName, props.step);
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${name}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Instead of AWS's managed basic policy, which lets every function write every log group of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.function = new LambdaFunction(this, 'Function', {
      functionName: name,
      description: `Touchlight: ${props.step}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: props.browser ? Architecture.X86_64 : Architecture.ARM_64,
      handler: 'handler.handler',
      code: Code.fromAsset(props.bundle),
      timeout: props.timeout,
      memorySize: props.memoryMb ?? (props.browser ? 2048 : 256),
      ...(props.atOnce !== undefined && { reservedConcurrentExecutions: props.atOnce }),
      ...(props.browser && { ephemeralStorageSize: Size.gibibytes(1) }),
      role,
      logGroup,
      // Powertools writes JSON lines itself; the text format leaves them as they are.
      loggingFormat: LoggingFormat.TEXT,
      ...(props.environment && { environment: { ...props.environment } }),
    });
  }

  /**
   * For a step that is invoked without waiting.
   * @param worthRetrying an event older than this is not tried any more
   * @param deadLetters takes what is given up; without it, nothing does: for events that carry nothing
   */
  retry({ retryAttempts, worthRetrying, deadLetters }: Retrying): void {
    this.function.configureAsyncInvoke({
      retryAttempts,
      maxEventAge: worthRetrying,
      ...(deadLetters && { onFailure: new SqsDestination(deadLetters) }),
    });
  }

  /** Lets this step wake another one. */
  letWake(other: StepFunction, variable: Variable): void {
    this.function.addEnvironment(variable, other.function.functionName);
    this.grant(['lambda:InvokeFunction'], [other.function.functionArn]);
  }

  /** @param conditions further limits, as IAM writes them */
  grant(actions: readonly string[], resources: readonly string[], conditions: Conditions = {}): void {
    for (const some of inChunks(resources)) {
      this.function.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: some, conditions }));
    }
  }

  /** Lets the step touch the items of these partitions and no others; `*` stands for any text. */
  grantItems(actions: readonly string[], table: TableV2, partitions: readonly string[]): void {
    for (const some of inChunks(partitions)) {
      this.grant(actions, [table.tableArn], {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': some },
        // Without this, "for all values" also holds for a request that names no key.
        Null: { 'dynamodb:LeadingKeys': 'false' },
      });
    }
  }
}

/**
 * A managed policy has at most 6144 characters. CDK spreads a role's statements over several policies, but each statement must fit
 * into one, however many touchpoints there are.
 */
export function inChunks<T>(all: readonly T[]): T[][] {
  const statementHolds = 25;
  return Array.from({ length: Math.ceil(all.length / statementHolds) }, (_, n) =>
    all.slice(n * statementHolds, (n + 1) * statementHolds),
  );
}
