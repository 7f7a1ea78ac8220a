import http from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createS3EvidenceStore } from '../../shared/aws/evidence-bucket/s3-evidence-store.ts';
import { createSecretReader } from '../../shared/aws/secrets/secrets-manager-reader.ts';
import { createSnsNotifier } from '../../shared/aws/topics/sns-notifier.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { runId } from '../../shared/model/check-id.ts';
import { SecretFault } from '../../shared/model/secret-fault.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';

let server: http.Server;
let requests: { method: string; path: string; body: string }[];
let answer: { status: number; body: string };
let connection: {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
};

beforeEach(async () => {
  requests = [];
  answer = { status: 200, body: '' };
  const reply = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    requests.push({ method: request.method ?? '', path: request.url ?? '', body });
    response.statusCode = answer.status;
    response.end(answer.body);
  };
  server = http.createServer((request, response) => void reply(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  connection = { endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', credentials, maxAttempts: 1 };
});
afterEach(() => server.close().closeAllConnections());

test('evidence lies under its run, whatever the page is called', async () => {
  const store = createS3EvidenceStore('bucket', new S3Client({ ...connection, forcePathStyle: true }));
  const run = runId('website/page-load:/a/b#c?d@mobile', '2026-11-23T09:00:00.000Z');
  const evidence = await store.put(run, { name: 'screen shot.png', contentType: 'image/png', bytes: Buffer.from('x') });
  const reference =
    'evidence/website/page-load%3A%2Fa%2Fb%23c%3Fd%40mobile/2026-11-23T09%3A00%3A00.000Z/screen%20shot.png';
  expect(evidence).toEqual({ name: 'screen shot.png', contentType: 'image/png', reference });
  expect(requests).toMatchObject([{ method: 'PUT' }]);
  expect(decodeURIComponent(requests[0]?.path ?? '')).toContain(`/bucket/${reference}`);
});

test('an alert gives people words and machines JSON, and says what to filter by', async () => {
  answer.body = '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>';
  const rendered = { subject: 'RED website', text: 'The website is down.', sms: 'website down', json: '{"version":1}' };
  let turns = 0;
  const pace = async () => {
    turns++;
  };
  const client = new SNSClient(connection);
  await createSnsNotifier({ topicArn: 'arn:topic', render: () => rendered, pace, client }).send(
    aNotification({ notices: [aNotice(), aNotice({ checkId: 'website/page-load@mobile' })] }),
  );
  expect(turns).toBe(1);
  const sent = new URLSearchParams(requests[0]?.body);
  expect(sent.get('Subject')).toBe('RED website');
  expect(JSON.parse(sent.get('Message') ?? '')).toEqual({
    default: '{"version":1}',
    email: 'The website is down.',
    sms: 'website down',
    application: 'website down',
  });
  expect([...sent.values()]).toEqual(
    expect.arrayContaining([
      ...['touchpoint', 'website', 'light', 'red', 'reason', 'opened'],
      ...['check', 'String.Array', '["website/form","website/page-load@mobile"]'],
    ]),
  );
});

test('an SNS that refuses is an error: notify is tried again', async () => {
  answer = { status: 500, body: '<ErrorResponse><Error><Code>InternalError</Code></Error></ErrorResponse>' };
  const notifier = createSnsNotifier({
    topicArn: 'arn:topic',
    render: () => ({ subject: 's', text: 't', sms: 's', json: '{}' }),
    pace: () => Promise.resolve(),
    client: new SNSClient(connection),
  });
  await expect(notifier.send(aNotification())).rejects.toThrow();
});

test('a secret is asked for below touchlight/ and the stack’s name, and a missing one is told with the line that makes it; a renewed one is stored there', async () => {
  const secrets = createSecretReader('Bakery', new SecretsManagerClient(connection));
  answer.body = JSON.stringify({ SecretString: 'the token' });
  await expect(secrets.read('facebook-page-token')).resolves.toBe('the token');
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ SecretId: 'touchlight/Bakery/facebook-page-token' });
  await secrets.keeper?.('x-grant')?.('the next token');
  expect(JSON.parse(requests[1]?.body ?? '')).toMatchObject({
    SecretId: 'touchlight/Bakery/x-grant',
    SecretString: 'the next token',
  });
  answer = { status: 400, body: JSON.stringify({ __type: 'AccessDeniedException', message: 'not allowed' }) };
  expect(await faultOf(secrets.keeper?.('x-grant')?.('the next token'))).toBe(
    'The renewed token could not be stored in the secret "touchlight/Bakery/x-grant": "not allowed".',
  );
  answer = { status: 400, body: JSON.stringify({ __type: 'ResourceNotFoundException', message: 'no such secret' }) };
  expect(await faultOf(secrets.read('facebook-page-token'))).toContain(
    'The secret "touchlight/Bakery/facebook-page-token" could not be read: "no such secret"; create it with: aws secretsmanager create-secret',
  );
  answer = { status: 200, body: JSON.stringify({ SecretBinary: 'AAECAw==' }) };
  expect(await faultOf(secrets.read('facebook-page-token'))).toBe(
    'The secret "touchlight/Bakery/facebook-page-token" is not text.',
  );
});

/** As a person reads it; empty where nothing is wrong. */
async function faultOf(asked: Promise<unknown> | undefined): Promise<string> {
  try {
    await asked;
    return '';
  } catch (error) {
    if (error instanceof SecretFault) return wordStatement(error.says, 'en');
    throw error;
  }
}
