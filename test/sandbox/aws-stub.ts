import { createHash } from 'node:crypto';
import http from 'node:http';
import { type Result, resultSchema } from '../../shared/model/result.ts';

export interface AwsStub {
  readonly url: string;
  /** What was sent to the results queue. */
  readonly results: readonly Result[];
  /** Keys of the objects that were put. */
  readonly objects: readonly string[];
  /** The functions that were woken. */
  readonly invoked: readonly string[];
  close(): void;
}

/** As much of SQS, S3 and Lambda as a probe uses. */
export async function anAwsStub(): Promise<AwsStub> {
  const results: Result[] = [];
  const objects: string[] = [];
  const invoked: string[] = [];
  const reply = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<unknown> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.method === 'PUT') {
      objects.push(new URL(request.url ?? '', 'http://s3').pathname);
      return response.setHeader('etag', '"1"').end();
    }
    if (request.url?.endsWith('/invocations') === true) {
      invoked.push(request.url.split('/').at(-2) ?? '');
      return response.writeHead(202).end();
    }
    const { Entries } = JSON.parse(Buffer.concat(chunks).toString()) as {
      Entries: { Id: string; MessageBody: string }[];
    };
    for (const { MessageBody } of Entries) results.push(resultSchema.parse(JSON.parse(MessageBody)));
    const answer = {
      Successful: Entries.map(({ Id, MessageBody }) => ({
        Id,
        MessageId: Id,
        MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
      })),
      Failed: [],
    };
    return response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify(answer));
  };
  const server = http.createServer((request, response) => void reply(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stub has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    results,
    objects,
    invoked,
    close: () => server.close().closeAllConnections(),
  };
}
