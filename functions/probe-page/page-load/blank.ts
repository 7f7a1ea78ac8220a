import type { Page } from 'playwright-core';

/** A page that fades in has begun by then. */
const patienceMs = 4_000;
const pollMs = 500;

/** Does the page stay without anything to be seen: no visible text, no picture, no film? What is wholly transparent is not seen. */
export async function staysBlank(page: Page): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
    if (!(await page.evaluate(isBlank))) return false;
    await page.waitForTimeout(pollMs);
  }
  return page.evaluate(isBlank);
}

/** Runs in the page. */
function isBlank(): boolean {
  const mostTexts = 2_000;
  const { body } = document;
  if (body === null) return true;
  const isSeen = (element: Element | null): boolean =>
    element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;
  const media = 'img, svg, canvas, video, iframe, frame, object, embed';
  if ([...document.querySelectorAll(media)].some((element) => isSeen(element))) return false;
  if ([...document.querySelectorAll('*')].some((element) => element.shadowRoot !== null)) return false;
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let n = 0; n < mostTexts && texts.nextNode() !== null; n += 1) {
    const { data, parentElement } = texts.currentNode as Text;
    if (data.trim() !== '' && isSeen(parentElement)) return false;
  }
  return true;
}
