import { createServer } from 'node:http';
import { open, shut, urlOn } from '../demo-business/listener.ts';
import { coffeeLabSecrets, openCoffeeLabPages } from './coffee-lab.ts';

/**
 * Coffee Lab's social pages, mailbox and phone as a process: prints one line of JSON with their addresses, calls and secrets, and takes
 * `POST /answer` on its control port. Ends with SIGTERM, or when the process that started it closes its stdin.
 */
async function main(): Promise<void> {
  const pages = await openCoffeeLabPages(Date.now);
  const control = createServer((request, response) => {
    const isAnswer = request.method === 'POST' && request.url === '/answer';
    if (isAnswer) pages.answerOnFacebook();
    response.writeHead(isAnswer ? 204 : 404).end();
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
      mailServer: pages.mailServer,
      calls: pages.calls,
      control: controlUrl,
      secrets: coffeeLabSecrets,
    }),
  );
}

await main();
