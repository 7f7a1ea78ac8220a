import { once } from 'node:events';
import { createServer } from 'node:http';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSnsNotifier } from '../../shared/aws/topics/sns-notifier.ts';
import type { Notification } from '../../shared/model/notification.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';

/** What SNS would get, as name and value. */
let published: Record<string, string>[];
const sns = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    published.push(attributesOf(Buffer.concat(chunks).toString()));
    response.end(
      '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
    );
  });
});

/** `MessageAttributes.entry.1.Name=touchpoint&MessageAttributes.entry.1.Value.StringValue=website` */
function attributesOf(body: string): Record<string, string> {
  const fields = new URLSearchParams(body);
  const names = [...fields].filter(([key]) => /^MessageAttributes\.entry\.\d+\.Name$/.test(key));
  return Object.fromEntries(
    names.map(([key, name]) => [name, fields.get(key.replace(/Name$/, 'Value.StringValue')) ?? '']),
  );
}

beforeEach(async () => {
  published = [];
  sns.listen(0, '127.0.0.1');
  await once(sns, 'listening');
});
afterEach(async () => {
  sns.close();
  sns.closeAllConnections();
  await once(sns, 'close');
});

async function publish(notification: Notification): Promise<Record<string, string> | undefined> {
  const address = sns.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const client = new SNSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const render = () => ({ subject: 's', text: 't', sms: 's', json: '{}' });
  const notifier = createSnsNotifier({ topicArn: 'arn:alerts', render, pace: async () => {}, client });
  await notifier.send(notification);
  client.destroy();
  return published.at(-1);
}

describe('what subscriptions are filtered by', () => {
  it('is the touchpoint, its checks, the light, the reason, and that nothing was escalated', async () => {
    expect(await publish(aNotification())).toEqual({
      ...{ touchpoint: 'website', check: '["website/form"]', light: 'red', reason: 'opened', escalated: 'no' },
    });
  });

  it('is the business too, where there are many', async () => {
    expect(await publish(aNotification({ touchpointId: 'coffee-lab.website' }))).toMatchObject({
      ...{ touchpoint: 'coffee-lab.website', business: 'coffee-lab' },
    });
  });

  it('says that something was escalated, also behind what opened just now', async () => {
    const opened = aNotice({ checkId: 'website/availability' });
    const escalated = aNotice({ reason: 'escalated', overdue: { minutes: 30, inBusinessHours: false } });
    const sent = await publish(aNotification({ notices: [opened, escalated] }));
    expect(sent).toMatchObject({ reason: 'opened', escalated: 'yes' });
  });

  it('reaches with the end those who heard that it was escalated, and nobody with the end of anything else', async () => {
    const over = aNotice({ reason: 'resolved', light: 'green', escalatedAt: '2026-11-23T09:45:00.000Z' });
    expect(await publish(aNotification({ notices: [over] }))).toMatchObject({ reason: 'resolved', escalated: 'yes' });
    const { escalatedAt: _, ...never } = over;
    expect(await publish(aNotification({ notices: [never] }))).toMatchObject({ escalated: 'no' });
  });
});
