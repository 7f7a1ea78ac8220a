import type { Page } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

const openingMs = 500;

/** Opens the site's menu if there is a closed one; says whether something was pressed. */
export async function openMenu(page: Page, signal: AbortSignal): Promise<boolean> {
  const pressed = await withinDeadline(page.evaluate(pressMenuButton), signal);
  if (pressed) await withinDeadline(page.waitForTimeout(openingMs), signal);
  return pressed;
}

/**
 * Presses what promises something without leaving the page: a tab, a section, a dialog.
 * @param words what its label says
 * @param nth which of several, counted from 0
 * @returns whether there was anything to press
 */
export async function pressToggle(page: Page, words: RegExp, nth: number, signal: AbortSignal): Promise<boolean> {
  const wanted = { source: words.source, flags: words.flags, nth };
  const pressed = await withinDeadline(page.evaluate(clickToggle, wanted), signal);
  if (pressed) await withinDeadline(page.waitForTimeout(openingMs), signal);
  return pressed;
}

/** Runs in the page. */
function clickToggle({ source, flags, nth }: { source: string; flags: string; nth: number }): boolean {
  const words = new RegExp(source, flags);
  const selector =
    'a[href^="#"], a:not([href]), a[href^="javascript:"], button, [role="button"], [role="tab"], summary, [onclick]';
  const toggles = [...document.querySelectorAll(selector)].filter((toggle) => {
    const label = (toggle.textContent ?? '').trim();
    if (label.length > 40 || !words.test(label) || toggle.closest('form') !== null) return false;
    return toggle.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
  const toggle = toggles[nth];
  if (toggle instanceof HTMLElement) toggle.click();
  return toggle !== undefined;
}

/** Runs in the page: presses what looks like a burger button in the first screen. */
function pressMenuButton(): boolean {
  const words =
    /burger|hamburger|menu-?(toggle|btn|button|icon|open|trigger|link)|(toggle|open|mobile|btn|nav)-?_?menu|nav(bar|igation)?-?_?(toggle|toggler|btn|button|trigger|icon|open)|toggle-?nav|offcanvas|drawer/i;
  const said = /^(☰|≡|⋮|menu|меню|menü|menú|navigation|open menu|toggle navigation|toggle menu|main menu)$/i;
  const candidates = document.querySelectorAll(
    'button, [role="button"], a, label, summary, div, span, svg, input[type="checkbox"]',
  );
  for (const element of candidates) {
    const { width, height, top, left, right } = element.getBoundingClientRect();
    if (
      width < 12 ||
      height < 8 ||
      width > 160 ||
      height > 120 ||
      top < 0 ||
      top > 200 ||
      left >= innerWidth ||
      right <= 0
    )
      continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const href = element.getAttribute('href');
    if (element.localName === 'a' && href !== null && !/^(#|javascript:)/.test(href)) continue;
    const own = `${element.id} ${element.getAttribute('class') ?? ''}`;
    const label = (
      element.getAttribute('aria-label') ??
      element.getAttribute('title') ??
      element.textContent ??
      ''
    ).trim();
    const isMenu =
      words.test(own) ||
      said.test(label) ||
      (element.getAttribute('aria-controls') !== null && /menu|nav|меню/i.test(label));
    if (!isMenu || element.getAttribute('aria-expanded') === 'true') continue;
    const target = element.closest('button, a, label, [role="button"], summary') ?? element;
    if (target instanceof HTMLElement) target.click();
    else target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    return true;
  }
  return false;
}
