import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';

/** What a browser that was just started does once, beside the page, has an end by then. */
const restAtMostMs = 400;
const lookEveryMs = 40;
/** Processor time is counted in steps of this size; what keeps nobody busy takes less. */
const idleMs = 10;
const paints = 3;

/**
 * A visitor who taps a link has the browser open already. One that was just started reads its fonts and its code from the disk
 * and finds its processes; under a phone's slowdown that takes fourfold, and a different time at each visit. So the blank
 * page shows what most pages consist of, before anything is slowed down or measured.
 */
export async function warmUp(blankPage: Page): Promise<void> {
  await blankPage.evaluate(showSamples, paints);
  await untilIdle(blankPage.context().browser());
}

/** Waits until none of the browser's processes does anything to speak of; where it does not say, for as long as that may take. */
async function untilIdle(browser: Browser | null): Promise<void> {
  const session = await browser?.newBrowserCDPSession();
  const processorMs = async (): Promise<number> => {
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    return processInfo.length === 0 ? Number.NaN : processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
  let before = await processorMs();
  for (let restedMs = 0; restedMs < restAtMostMs; restedMs += lookEveryMs) {
    await setTimeout(lookEveryMs);
    const now = await processorMs();
    if (now - before <= idleMs) break;
    before = now;
  }
  await session?.detach();
}

/** Runs in the page. */
async function showSamples(times: number): Promise<void> {
  const styles = `h1 { font: 700 40px Georgia, serif } p { font: 16px/1.5 system-ui, sans-serif } b { font-weight: 600 }
    code { font: 12px monospace } div { display: grid; grid-template-columns: 1fr 1fr; border-radius: 8px; box-shadow: 0 1px 3px #0003 }`;
  const pixel = 'data:image/webp;base64,UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA';
  const { body } = document;
  for (let time = 0; time < times; time++) {
    body.innerHTML = `<style>${styles}</style><h1>Sample ${time}</h1><p>Some words, <b>some of them bold</b>, <code>code</code></p>
      <div><p>One</p><p>Two</p></div><svg width="20" height="20"><circle cx="9" cy="9" r="8"/></svg><img src="${pixel}" alt="">`;
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
  }
  body.innerHTML = '';
}
