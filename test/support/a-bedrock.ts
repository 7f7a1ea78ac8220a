import http2, { type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** As Converse's request is documented, as far as it is used. */
const requestSchema = z.strictObject({
  system: z.tuple([z.strictObject({ text: z.string() })]),
  messages: z.tuple([
    z.strictObject({ role: z.literal('user'), content: z.tuple([z.strictObject({ text: z.string() })]) }),
  ]),
  inferenceConfig: z.strictObject({ maxTokens: z.number(), temperature: z.literal(0) }),
});

interface AskedOfBedrock {
  readonly path: string;
  readonly signature: string;
  readonly system: string;
  readonly text: string;
}

export interface BedrockReply {
  readonly status?: number;
  readonly type?: string;
  /** Sent as it is, where it is a text. */
  readonly body: unknown;
}

export interface BedrockStub {
  readonly url: string;
  readonly asked: readonly AskedOfBedrock[];
  /** Null: no answer ever comes. */
  reply: (asked: AskedOfBedrock) => BedrockReply | null;
  close(): Promise<void>;
}

/** What a model answers, in the shape that Converse is documented to have. */
export function converseAnswer(
  text: string,
  { inputTokens = 700, outputTokens = 20, stopReason = 'end_turn' } = {},
): BedrockReply {
  return {
    body: {
      metrics: { latencyMs: 321 },
      output: { message: { content: [{ text }], role: 'assistant' } },
      stopReason,
      usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    },
  };
}

/** As restJson1 services name an error. */
export function bedrockFault(status: number, type: string): BedrockReply {
  return { status, type, body: { message: `${type} of this customer's text` } };
}

export function labels(...themes: readonly (readonly [theme: string, side: string])[]): string {
  return JSON.stringify({ themes: themes.map(([theme, side]) => ({ theme, side })) });
}

/** A real server on loopback that speaks Bedrock's Converse, over HTTP/2 as the SDK does. */
export async function aBedrock(reply: BedrockStub['reply'] = () => converseAnswer(labels())): Promise<BedrockStub> {
  const asked: AskedOfBedrock[] = [];
  const sessions = new Set<ServerHttp2Session>();
  const server = http2.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { system, messages } = requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const one: AskedOfBedrock = {
        path: `${request.method} ${request.url}`,
        signature: request.headers.authorization ?? '',
        system: system[0].text,
        text: messages[0].content[0].text,
      };
      asked.push(one);
      const said = stub.reply(one);
      if (said === null) return;
      const type = said.type === undefined ? {} : { 'x-amzn-errortype': said.type };
      response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...type });
      response.end(typeof said.body === 'string' ? said.body : JSON.stringify(said.body));
    });
  });
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const stub: BedrockStub = {
    url: `http://127.0.0.1:${port}`,
    asked,
    reply,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
      }),
  };
  return stub;
}
