import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface DynamoClientOptions {
  /** Where the table listens when it is not AWS; absent means AWS, with the environment's region and credentials. */
  readonly endpoint?: string;
  readonly region?: string;
  /** The access key that a table outside AWS is to see; AWS finds its own. */
  readonly accessKeyId?: string;
}

export function createDynamoClient({
  endpoint,
  region,
  accessKeyId = 'local',
}: DynamoClientOptions = {}): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: 6,
    // Without these a connection that went silent holds its step until the function's own deadline.
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined
      ? {}
      : { endpoint, region: region ?? 'us-east-1', credentials: { accessKeyId, secretAccessKey: 'local' } }),
  });
}
