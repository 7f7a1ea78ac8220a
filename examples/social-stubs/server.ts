import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { open, shut, urlOn } from '../demo-business/listener.ts';
import { type CoffeeLabPages, coffeeLabSecrets, openCoffeeLabPages } from './coffee-lab.ts';

/**
 * Coffee Lab's social pages, mailbox and phone as a process: prints one line of JSON with their addresses, files and secrets, and takes
 * `POST /answer` and `POST /mail` (what the form received) on its control port. Ends with SIGTERM, or when the process that started it closes its stdin.
 */
async function main(): Promise<void> {
  const pages = await openCoffeeLabPages(Date.now);
  const control = createServer((request, response) => {
    const answer = (status: number) => void response.writeHead(status).end();
    if (request.method === 'POST' && request.url === '/mail') return void takeMail(pages, request).then(answer);
    const isAnswer = request.method === 'POST' && request.url === '/answer';
    if (isAnswer) pages.answerOnFacebook();
    answer(isAnswer ? 204 : 404);
  });
  const controlUrl = urlOn(await open(control, 0));
  const end = () => void Promise.all([pages.close(), shut(control)]).finally(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.stdin.once('close', end).resume();
  console.log(
    JSON.stringify({
      facebook: pages.facebook.url,
      youtube: pages.youtube.url,
      reviews: pages.reviews.url,
      crux: pages.crux.url,
      mailServer: pages.mailServer,
      shopperServer: pages.shopperServer,
      calls: pages.calls,
      survey: pages.survey,
      orders: pages.orders,
      control: controlUrl,
      secrets: coffeeLabSecrets,
    }),
  );
}

const messageSchema = z.object({ name: z.string(), email: z.string(), message: z.string() });

async function takeMail(pages: CoffeeLabPages, request: IncomingMessage): Promise<number> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const message = messageSchema.safeParse(JSON.parse(text));
  if (!message.success) return 400;
  pages.receive(message.data);
  return 204;
}

await main();
