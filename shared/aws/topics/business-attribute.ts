import type { MessageAttributeValue } from '@aws-sdk/client-sns';

/** By which the filter policy of a fleet's reader chooses; nothing outside a fleet. */
export function businessAttribute(business: string | null): Record<string, MessageAttributeValue> {
  return business === null ? {} : { business: { DataType: 'String', StringValue: business } };
}
