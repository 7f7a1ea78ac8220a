import { z } from 'zod';
import type { Resource, SynthesizedTemplate } from './a-template.ts';

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

export function policiesOf({ ofType }: SynthesizedTemplate, construct: string): Resource[] {
  return ofType('AWS::IAM::Policy').filter(({ id }) => id.startsWith(`${construct}StepRole`));
}

/** Actions of a step's role, each with the resources it is granted on, by construct. */
export function permissionsOf(stack: SynthesizedTemplate, construct: string): Record<string, string[]> {
  const granted: Record<string, string[]> = {};
  for (const { Properties } of policiesOf(stack, construct)) {
    for (const { Action, Resource } of statementsOf(Properties)) {
      for (const action of Action) granted[action] = [...(granted[action] ?? []), ...Resource.map(named)];
    }
  }
  return Object.fromEntries(Object.entries(granted).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function roleNames({ ofType }: SynthesizedTemplate): string[] {
  return ofType('AWS::IAM::Policy').flatMap(({ id }) => /^(.*)StepRoleDefaultPolicy/.exec(id)?.[1] ?? []);
}

/** A resource of a statement in short: the construct's id without CDK's hash, and what follows it. */
export function named(resource: unknown): string {
  const joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.json())]) }).safeParse(resource);
  if (joined.success) return joined.data['Fn::Join'][1].map(named).join('');
  const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }).safeParse(resource);
  if (attribute.success) return attribute.data['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, '');
  return typeof resource === 'string' ? resource : JSON.stringify(resource);
}
