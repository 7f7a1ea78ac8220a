import type { Configuration } from '../shared/model/business.ts';

/**
 * Where SES receives mail: AWS's table of 2024-01, and two regions whose endpoints have been seen in use since. It receives in fewer
 * regions than it sends.
 */
const receiving = [
  ...['us-east-1', 'us-east-2', 'us-west-2', 'ca-central-1', 'sa-east-1'],
  ...['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-2'],
  ...['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3'],
];

/**
 * What is wrong with receiving mail there; null where nothing is.
 * @param region null where it is not known yet
 */
export function receivingProblem({ inbound }: Configuration, region: string | null): string | null {
  if (inbound === null || region === null || receiving.includes(region)) return null;
  return `touchpoints.yaml has "inbound", but SES is not known to receive mail in ${region}. Deploy to one of ${receiving.join(', ')}, or read the mailbox by IMAP. If AWS lists ${region} by now, add -c receivesMail=true.`;
}
