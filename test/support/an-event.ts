import type { SQSEvent, SQSRecord } from 'aws-lambda';

/** An SQS event as Lambda hands it over; texts are sent as they are, anything else as JSON. */
export function anSqsEvent(...bodies: readonly unknown[]): SQSEvent {
  return {
    Records: bodies.map((body, n) => aRecord(`m${n + 1}`, typeof body === 'string' ? body : JSON.stringify(body))),
  };
}

function aRecord(messageId: string, body: string): SQSRecord {
  return {
    messageId,
    receiptHandle: `handle of ${messageId}`,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'test',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:test',
    awsRegion: 'us-east-1',
  };
}
