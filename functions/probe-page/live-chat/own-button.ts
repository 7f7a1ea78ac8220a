import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/** Does a button of the site's own float over the page and speak of a chat? Many sites load theirs by a press on it. */
export function hasOwnButton({ page }: Pick<Visit, 'page'>, signal: AbortSignal): Promise<boolean> {
  return withinDeadline(page.evaluate(readOwnButton), signal);
}

/** Runs in the page. */
function readOwnButton(): boolean {
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
  return [...document.querySelectorAll('button, [role="button"], [onclick]')]
    .slice(0, 500)
    .some(
      (element) =>
        element.closest('a[href]') === null && speaks(element) && floats(element) && element.checkVisibility(),
    );
}
