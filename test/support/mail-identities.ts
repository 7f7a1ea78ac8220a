import { type AwsReply, jsonReply } from './aws-requests.ts';

/** What SES knows as verified, in two pages, so that code that reads only one of them fails. */
export function identitiesReply(verified: readonly string[], isFirst: boolean): AwsReply {
  const EmailIdentities = verified
    .filter((_, index) => (index === 0) === isFirst)
    .map((IdentityName) => ({ IdentityName, SendingEnabled: true, VerificationStatus: 'SUCCESS' }));
  return jsonReply({ EmailIdentities, ...(isFirst && { NextToken: 'second' }) });
}
