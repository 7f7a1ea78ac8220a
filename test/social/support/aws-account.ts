import http from 'node:http';
import { open, shut, urlOn } from '../../../examples/demo-business/listener.ts';

/** An account in which one stack is deployed and these secrets lie, as far as `--stack` asks for them. */
export async function anAwsAccount(stack: string, secrets: Readonly<Record<string, string>>) {
  const answer = (body: string): { readonly status: number; readonly text: string } => {
    if (!body.startsWith('{')) {
      const isThere = new URLSearchParams(body).get('StackName') === stack;
      return isThere ? { status: 200, text: described(stack) } : { status: 400, text: noStack };
    }
    const { SecretId } = JSON.parse(body);
    const SecretString = secrets[String(SecretId)];
    if (SecretString !== undefined) return { status: 200, text: JSON.stringify({ SecretString }) };
    return { status: 400, text: JSON.stringify({ __type: 'ResourceNotFoundException', message: 'no such secret' }) };
  };
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { status, text } = answer(body);
      response.writeHead(status).end(text);
    });
  });
  const url = urlOn(await open(server, 0));
  return {
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    close: () => shut(server),
  };
}

const noStack =
  '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack does not exist</Message></Error></ErrorResponse>';

function described(stack: string): string {
  const outputs = ['TableName', 'EvidenceBucketName', 'AlertsTopicArn'].map(
    (key) => `<member><OutputKey>${key}</OutputKey><OutputValue>${key}-1</OutputValue></member>`,
  );
  return `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>${stack}</StackName><CreationTime>2026-11-22T16:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${outputs.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
}
