import { get } from 'node:https';
import { z } from 'zod';
import type { MiniStack } from './ministack.ts';

const messageSchema = z.object({
  MessageId: z.string(),
  Body: z.string(),
  ReceiveCount: z.number(),
  IsVisible: z.boolean(),
  Attributes: z.object({ DeadLetterQueueSourceArn: z.string().optional() }),
});
const queuesSchema = z.record(z.string(), z.array(messageSchema));
const answerSchema = z.object({ messages: z.record(z.string(), z.record(z.string(), queuesSchema)) });

export interface PeekedMessage {
  readonly id: string;
  readonly body: string;
  readonly received: number;
  readonly isVisible: boolean;
  /** It was received in vain in another queue until it was put aside. */
  readonly wasMovedHere: boolean;
}

/** What lies in every queue, by the queue's name, the oldest first. Looking changes nothing, unlike receiving. */
export async function peek(ministack: MiniStack): Promise<ReadonlyMap<string, readonly PeekedMessage[]>> {
  const { messages } = answerSchema.parse(JSON.parse(await read(ministack, '/_ministack/sqs/messages')));
  const queues = Object.values(messages).flatMap((regions) => Object.values(regions).flatMap(Object.entries));
  return new Map(
    queues.map(([url, peeked]) => [
      url.slice(url.lastIndexOf('/') + 1),
      queuesSchema.valueType.parse(peeked).map(({ MessageId, Body, ReceiveCount, IsVisible, Attributes }) => ({
        id: MessageId,
        body: Body,
        received: ReceiveCount,
        isVisible: IsVisible,
        wasMovedHere: Attributes.DeadLetterQueueSourceArn !== undefined,
      })),
    ]),
  );
}

function read({ endpoint, certificate }: MiniStack, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(`${endpoint}${path}`, { ca: certificate }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve(Buffer.concat(chunks).toString()));
      response.once('error', reject);
    });
    request.once('error', reject);
  });
}
