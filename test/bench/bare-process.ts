import { deviceProfile } from '../../shared/browser/device-profiles.ts';
import { launchBrowser } from '../../shared/browser/launch.ts';
import { throttle } from '../../shared/browser/throttle.ts';

/**
 * What every visit of a phone takes at least, in a process of its own (`<url> <browser folder> <processor slowdown>`): the same
 * browser with the same arguments starts, loads the page under the same throttling, and closes. Nothing is measured.
 */
const [url = '', folder = '', cpuSlowdown = ''] = process.argv.slice(2);
const { context: options, throttling } = deviceProfile('mobile');
const browser = await launchBrowser({ folder, context: options });
try {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const session = await browser.context.newCDPSession(page);
  await session.send('Network.enable'); // without it, the limits of the network hold for nothing
  await throttle(session, { ...throttling, cpuSlowdown: Number(cpuSlowdown) });
  await page.goto(url, { waitUntil: 'load' });
} finally {
  await browser.close();
}
