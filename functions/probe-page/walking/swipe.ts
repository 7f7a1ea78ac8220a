import type { Page } from 'playwright-core';

/** A finger that moves the page up. */
export async function swipeUp(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const [x, from, to] = [195, 640, 180];
  try {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y: from }] });
    for (let y = from; y >= to; y -= 46) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y }] });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  } finally {
    await session.detach();
  }
}
