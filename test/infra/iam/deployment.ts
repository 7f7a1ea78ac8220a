import type { Template } from 'aws-cdk-lib/assertions';
import { z } from 'zod';
import { type Decision, decide, type Request } from './decide.ts';
import { parsePolicy, type Statement } from './policy.ts';

/** Where the template is taken to be deployed. */
export const account = '111122223333';
const region = 'eu-central-1';

/** A resource as it would stand in the account, its properties without any of CloudFormation's functions. */
export interface Deployed {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly arn: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
}

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.json()).default({}),
  DependsOn: z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]),
});
type Resource = z.infer<typeof resourceSchema>;

/** A synthesized template as CloudFormation would make it real, and IAM's answers about it. */
export class Deployment {
  readonly stack: string;
  readonly resources: readonly Deployed[];
  private readonly templates: Readonly<Record<string, Resource>>;
  private readonly ofRoles = new Map<string, Statement[]>();
  private readonly onResources = new Map<string, Statement[]>();

  constructor(template: Template, stack = 'Touchlight') {
    this.stack = stack;
    this.templates = z.object({ Resources: z.record(z.string(), resourceSchema) }).parse(template.toJSON()).Resources;
    this.resources = Object.entries(this.templates).map(([id, { Type, Properties, DependsOn }]) => ({
      id,
      type: Type,
      ...this.identify(id),
      properties: z.record(z.string(), z.unknown()).parse(this.resolve(Properties)),
      dependsOn: DependsOn,
    }));
  }

  ofType(type: string): readonly Deployed[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The one resource of a type whose logical id begins so: the path of its construct. */
  the(type: string, path: string): Deployed {
    const [found, ...more] = this.ofType(type).filter(({ id }) => id.startsWith(path));
    if (found === undefined || more.length > 0)
      throw new Error(`${type} ${path}: ${more.length + (found ? 1 : 0)} found.`);
    return found;
  }

  byArn(arn: string): Deployed {
    const found = this.resources.find((resource) => resource.arn === arn);
    if (found === undefined) throw new Error(`The template has nothing with the ARN ${arn}.`);
    return found;
  }

  /** What IAM says, over TLS unless the context says otherwise. */
  decide(request: Pick<Request, 'caller' | 'action' | 'resource'> & Partial<Request>): Decision {
    const { caller, resource } = request;
    const context = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3', ...request.context };
    return decide(
      { owner: account, ...request, context },
      {
        identity: 'role' in caller ? remembered(this.ofRoles, caller.role, (role) => this.policiesOf(role)) : [],
        resource: remembered(this.onResources, resource, (arn) => this.policiesOn(arn)),
      },
    );
  }

  /** What a role may do. */
  policiesOf(role: string): Statement[] {
    const { name } = this.byArn(role);
    const attached = [...this.ofType('AWS::IAM::Policy'), ...this.ofType('AWS::IAM::ManagedPolicy')];
    return attached
      .filter(({ properties }) => z.array(z.string()).parse(properties['Roles']).includes(name))
      .flatMap(({ properties }) => parsePolicy(properties['PolicyDocument']));
  }

  /** Whom a resource lets in: by the policy that is attached to it, or by the trust policy it carries. */
  policiesOn(arn: string): Statement[] {
    const attached = this.resources.flatMap(({ type, properties }): Statement[] => {
      const to = attachment[type];
      if (to === undefined) return [];
      const targets = [properties[to]].flat().map((target) => this.arnBehind(String(target)));
      return targets.some((target) => arn === target || arn.startsWith(`${target}/`))
        ? parsePolicy(properties['PolicyDocument'])
        : [];
    });
    const role = this.ofType('AWS::IAM::Role').find((each) => each.arn === arn);
    return role === undefined ? attached : parsePolicy(role.properties['AssumeRolePolicyDocument']);
  }

  /** A policy is attached to a queue's URL, a bucket's name or a topic's ARN. */
  private arnBehind(reference: string): string {
    const found = this.resources.find(({ id }) => this.refOf(id) === reference);
    if (found === undefined) throw new Error(`A policy is attached to ${reference}, which the template does not have.`);
    return found.arn;
  }

  private identify(id: string): { readonly name: string; readonly arn: string } {
    const { Type, Properties } = this.resource(id);
    const [nameProperty, arnOf] = kinds[Type] ?? [undefined, undefined];
    const own = nameProperty === undefined ? undefined : Properties[nameProperty];
    const suffix = Properties['FifoQueue'] === true ? '.fifo' : '';
    const name = own === undefined ? `${this.stack}-${id}${suffix}` : String(this.resolve(own));
    return { name, arn: arnOf?.(name) ?? `no ARN of ${Type} ${id}` };
  }

  /** What `Ref` stands for. */
  private refOf(id: string): string {
    const { name, arn } = this.identify(id);
    const { Type } = this.resource(id);
    if (Type === 'AWS::SNS::Topic') return arn;
    return Type === 'AWS::SQS::Queue' ? `https://sqs.${region}.amazonaws.com/${account}/${name}` : name;
  }

  private attributeOf(id: string, attribute: string): string {
    const { name, arn } = this.identify(id);
    if (attribute === 'Arn' || attribute === 'TopicArn') return arn;
    if (attribute === 'StreamArn') return `${arn}/stream/2026-11-22T00:00:00.000`;
    if (attribute === 'FunctionUrl') return `https://${id.toLowerCase()}.lambda-url.${region}.on.aws/`;
    if (attribute === 'QueueName' || attribute === 'TopicName') return name;
    throw new Error(`The attribute ${attribute} of ${id} is not known here. Add it.`);
  }

  private resource(id: string): Resource {
    const found = this.templates[id];
    if (found === undefined) throw new Error(`The template has no resource ${id}.`);
    return found;
  }

  private resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolve(each));
    if (typeof value !== 'object' || value === null) return value;
    const [[key, argument] = ['', null], ...more] = Object.entries(value);
    if (more.length === 0 && (key === 'Ref' || key.startsWith('Fn::'))) return this.call(key, argument);
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.resolve(each)]));
  }

  private call(key: string, argument: unknown): string {
    if (key === 'Ref') return this.pseudo[String(argument)] ?? this.refOf(String(argument));
    if (key === 'Fn::GetAtt') {
      const [id, attribute] = z.tuple([z.string(), z.string()]).parse(argument);
      return this.attributeOf(id, attribute);
    }
    if (key === 'Fn::Join') {
      const [separator, parts] = z.tuple([z.string(), z.array(z.json())]).parse(argument);
      return parts.map((part) => String(this.resolve(part))).join(separator);
    }
    // Where the code of a function lies; no policy is made of it.
    if (key === 'Fn::Sub') return String(argument);
    throw new Error(`${key} is not known here. Add it.`);
  }

  private get pseudo(): Readonly<Record<string, string>> {
    return {
      'AWS::Partition': 'aws',
      'AWS::Region': region,
      'AWS::AccountId': account,
      'AWS::StackName': this.stack,
      'AWS::URLSuffix': 'amazonaws.com',
    };
  }
}

/** Tests ask thousands of times; reading a policy takes longer than deciding by it. */
function remembered<T>(known: Map<string, T>, key: string, find: (key: string) => T): T {
  const value = known.get(key) ?? find(key);
  known.set(key, value);
  return value;
}

/** Which property of a policy says what it is attached to. */
const attachment: Readonly<Record<string, string>> = {
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SNS::TopicPolicy': 'Topics',
  'AWS::S3::BucketPolicy': 'Bucket',
};

export function arnIn(service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** Of each kind of resource that something may call: the property with its name, and its ARN. */
const kinds: Readonly<Record<string, readonly [property: string, arnOf: (name: string) => string]>> = {
  'AWS::SQS::Queue': ['QueueName', (name) => arnIn('sqs', name)],
  'AWS::SNS::Topic': ['TopicName', (name) => arnIn('sns', name)],
  'AWS::Lambda::Function': ['FunctionName', (name) => arnIn('lambda', `function:${name}`)],
  'AWS::DynamoDB::GlobalTable': ['TableName', (name) => arnIn('dynamodb', `table/${name}`)],
  'AWS::S3::Bucket': ['BucketName', (name) => `arn:aws:s3:::${name.toLowerCase()}`],
  'AWS::IAM::Role': ['RoleName', (name) => `arn:aws:iam::${account}:role/${name}`],
  'AWS::Logs::LogGroup': ['LogGroupName', (name) => arnIn('logs', `log-group:${name}:*`)],
  'AWS::SES::ConfigurationSet': ['Name', (name) => arnIn('ses', `configuration-set/${name}`)],
  'AWS::CloudWatch::Alarm': ['AlarmName', (name) => arnIn('cloudwatch', `alarm:${name}`)],
  'AWS::Scheduler::Schedule': ['Name', (name) => arnIn('scheduler', `schedule/default/${name}`)],
};
