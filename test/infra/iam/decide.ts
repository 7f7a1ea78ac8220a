import { type Context, conditionsHold } from './conditions.ts';
import { matches, matchesArn } from './pattern.ts';
import type { Statement } from './policy.ts';

export interface Request {
  /** Who calls: a role's ARN, or an AWS service by its own name. */
  readonly caller: { readonly role: string } | { readonly service: string };
  /** As IAM names it, such as `sqs:SendMessage`. */
  readonly action: string;
  /** The ARN of what is called. */
  readonly resource: string;
  /** The account that owns it: an S3 bucket's ARN does not say. */
  readonly owner: string;
  readonly context: Context;
}

export interface Policies {
  /** Of the calling role; a service has none. */
  readonly identity: readonly Statement[];
  /** Of the resource: a queue's, a topic's, a bucket's policy, or whom a role trusts. */
  readonly resource: readonly Statement[];
}

export type Decision = 'allowed' | 'explicitly denied' | 'not allowed';

/**
 * As IAM decides: an explicit Deny wins; within an account one Allow is enough, of the role's policy or of the resource's; from
 * another account both must allow; a service has nothing but the resource's policy. Service control policies and permission
 * boundaries, which an organization may put on top, are not known here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(request: Request, { identity, resource }: Policies): Decision {
  const { caller, owner } = request;
  const about = identity.filter((statement) => concerns(statement, request));
  const above = resource.filter(
    (statement) => concerns(statement, request) && isAbout(statement, request) !== 'nobody',
  );
  if ([...about, ...above].some(({ Effect }) => Effect === 'Deny')) return 'explicitly denied';
  const byIdentity = about.length > 0;
  if ('service' in caller) return above.length > 0 ? 'allowed' : 'not allowed';
  if (accountOf(caller.role) !== owner) return byIdentity && above.length > 0 ? 'allowed' : 'not allowed';
  // An account as principal hands the decision on to the policies of its roles.
  const byResource = above.some((statement) => isAbout(statement, request) === 'caller');
  return byIdentity || byResource ? 'allowed' : 'not allowed';
}

function concerns(statement: Statement, { action, resource, context }: Request): boolean {
  return (
    statement.Action.some((pattern) => matches(pattern.toLowerCase(), action.toLowerCase())) &&
    (statement.Resource ?? ['*']).some((pattern) => matchesArn(pattern, resource)) &&
    conditionsHold(statement, context)
  );
}

function isAbout({ Principal }: Statement, { caller }: Request): 'caller' | 'its account' | 'nobody' {
  if (Principal === undefined) throw new Error('A statement of a resource’s policy must name a principal.');
  const names =
    Principal === '*'
      ? ['*']
      : 'service' in caller
        ? everybodyOr(Principal.Service, Principal.AWS)
        : (Principal.AWS ?? []);
  if (names.includes('*')) return 'caller';
  if ('service' in caller) return names.includes(caller.service) ? 'caller' : 'nobody';
  if (names.includes(caller.role)) return 'caller';
  const account = accountOf(caller.role);
  return names.some((name) => name === account || /^arn:[^:]+:iam::(\d+):root$/.exec(name)?.[1] === account)
    ? 'its account'
    : 'nobody';
}

/** `"AWS": "*"` means everybody, services too. */
function everybodyOr(services: readonly string[] = [], aws: readonly string[] = []): string[] {
  return [...services, ...aws.filter((name) => name === '*')];
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}
