import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/**
 * Does a button of the site's own float over the page and speak of a chat? Many sites load theirs by a press on it, or open it so.
 * @param parts CSS selectors of the chat that is there: its parts are none of the site's, and a visitor must be able to press the
 * button. Null where no chat is.
 */
export function hasOwnButton(
  { page }: Pick<Visit, 'page'>,
  parts: string | null,
  signal: AbortSignal,
): Promise<boolean> {
  return withinDeadline(page.evaluate(readOwnButton, parts), signal);
}

/** Runs in the page. */
function readOwnButton(parts: string | null): boolean {
  const floats = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).position === 'fixed') return true;
    }
    return false;
  };
  const speaks = (element: Element): boolean => {
    const names = ['id', 'class', 'aria-label', 'title'].map((name) => element.getAttribute(name) ?? '');
    const said = [...names, (element.textContent ?? '').slice(0, 100)].join(' ');
    // Messengers are no chat on the site, and the letters of the word stand within others in Cyrillic.
    return /chat|(?<!\p{L})чат/iu.test(said) && !/whats|telegram|viber|messenger/i.test(said);
  };
  const isFree = (element: Element): boolean => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    return width >= 16 && height >= 16 && top !== null && element.contains(top);
  };
  const leadsAway = (element: Element): boolean => {
    const href = element.closest('a[href]')?.getAttribute('href')?.trim() ?? '#';
    return !/^(#$|javascript:)/i.test(href);
  };
  const serves = (element: Element): boolean => parts === null || (element.closest(parts) === null && isFree(element));
  return [...document.querySelectorAll('button, [role="button"], [onclick], a[href="#"], a[href^="javascript:"]')]
    .slice(0, 500)
    .some(
      (element) =>
        !leadsAway(element) && speaks(element) && floats(element) && element.checkVisibility() && serves(element),
    );
}
