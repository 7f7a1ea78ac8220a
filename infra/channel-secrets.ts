import { type ChannelTarget, secretsOfChannel } from '../shared/model/channel.ts';
import { secretId } from '../shared/model/stack-names.ts';

/** IAM counts 6,144 characters of a managed policy; CDK counts 6,000, and 153 for an ARN that it does not know yet. */
const policyHolds = { characters: 5800, arns: 38 } as const;

/** A role has ten managed policies, unless its quota was raised. */
export const mostSecretPolicies = 10;

/** What stands around a secret's id in its ARN, with the longest name of a region, and in the policy. */
const around = 'arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:-??????","'.length;

/** The secrets that the channels name, as many together as one policy holds. */
export function channelSecrets(channels: readonly ChannelTarget[], stackName: string): string[][] {
  const policies: string[][] = [];
  let characters = 0;
  for (const name of new Set(channels.flatMap(secretsOfChannel))) {
    const length = around + secretId(stackName, name).length;
    const last = policies.at(-1);
    const isFull = last === undefined || last.length === policyHolds.arns;
    if (isFull || characters + length > policyHolds.characters) {
      policies.push([name]);
      characters = length;
    } else {
      last.push(name);
      characters += length;
    }
  }
  return policies;
}
