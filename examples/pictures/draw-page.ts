import { type ChildProcess, spawn } from 'node:child_process';
import { userInfo } from 'node:os';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../shared/browser/launch.ts';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** The live page of a folder as it is now, in the words of a business: its own address and a person instead of this machine's. */
export async function drawPage(folder: string, siteUrl: string, frames: readonly Frame[]): Promise<Buffer[]> {
  const served = spawn(process.execPath, [main, 'page', '--json'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(served);
    const pictures: Buffer[] = [];
    for (const frame of frames) pictures.push(await draw(address, new URL(siteUrl).host, frame));
    return pictures;
  } finally {
    served.kill('SIGINT');
  }
}

function addressOf(served: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    served.stdout?.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString().split('\n')[0] ?? '').url));
    served.once('exit', () => reject(new Error('touchlight page has ended.')));
  });
}

async function draw(address: string, host: string, { width, height, scale }: Frame): Promise<Buffer> {
  const browser = await launchBrowser({ context: { viewport: { width, height } } });
  try {
    const page = await browser.context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => [...document.images].some(({ naturalWidth }) => naturalWidth > 0));
    await page.evaluate(
      ([seen, shown, user]) => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const { nodeValue } = texts.currentNode;
          texts.currentNode.nodeValue =
            nodeValue === user ? 'Olena' : (nodeValue ?? '').replaceAll(seen ?? '', shown ?? '');
        }
      },
      [host, 'coffeelab.example', userInfo().username],
    );
    const devtools = await browser.context.newCDPSession(page);
    const clip = { x: 0, y: 0, width, height, scale };
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 70, clip });
    return Buffer.from(data, 'base64');
  } finally {
    await browser.close();
  }
}
