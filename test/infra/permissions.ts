import { z } from 'zod';
import type { Resource, SynthesizedTemplate } from './a-template.ts';

type Resources = Pick<SynthesizedTemplate, 'ofType'>;

const list = z.union([z.array(z.json()), z.json().transform((one) => [one])]);
const policySchema = z.object({
  PolicyDocument: z.object({
    Statement: z.array(z.object({ Action: list.transform((all) => all.map(String)), Resource: list })),
  }),
});

export function statementsOf(
  properties: Resource['Properties'],
): { Action: string[]; Resource: z.core.util.JSONType[] }[] {
  return policySchema.parse(properties).PolicyDocument.Statement;
}

/** Of all roles, or of those whose policies' ids begin so. */
export function policiesOf({ ofType }: Resources, beginning = ''): (Resource & { readonly id: string })[] {
  return [...ofType('AWS::IAM::Policy'), ...ofType('AWS::IAM::ManagedPolicy')].filter(({ id }) =>
    id.startsWith(beginning),
  );
}

/** Actions of a step's role, each with the resources it is granted on, by construct. */
export function permissionsOf(stack: Resources, construct: string): Record<string, string[]> {
  const granted: Record<string, string[]> = {};
  for (const { Properties } of policiesOf(stack, `${construct}StepRole`)) {
    for (const { Action, Resource } of statementsOf(Properties)) {
      for (const action of Action)
        granted[action] = [...new Set([...(granted[action] ?? []), ...Resource.map(named)])].sort();
    }
  }
  return Object.fromEntries(Object.entries(granted).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function roleNames(stack: Resources): string[] {
  return policiesOf(stack).flatMap(({ id }) => /^(.*)StepRoleDefaultPolicy/.exec(id)?.[1] ?? []);
}

/** A resource of a statement in short: the construct's id without CDK's hash, and what follows it; of an ARN what is not the account's. */
export function named(resource: unknown): string {
  const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.json())]) }).safeParse(resource);
  if (joined.success)
    return joined.data['Fn::Join'][1]
      .map(named)
      .join('')
      .replace(/^arn:(\w*):(\w+):\w*:\w*:/, '$2:');
  const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).safeParse(resource);
  if (attribute.success) {
    const [id, name] = attribute.data['Fn::GetAtt'];
    return name === 'Arn' ? withoutHash(id) : `${withoutHash(id)}.${name}`;
  }
  const reference = z.object({ Ref: z.string() }).safeParse(resource);
  if (reference.success) return withoutHash(reference.data.Ref.replace('AWS::', ''));
  return typeof resource === 'string' ? resource : JSON.stringify(resource);
}

function withoutHash(id: string): string {
  return id.replace(/[0-9A-F]{8}$/, '');
}
