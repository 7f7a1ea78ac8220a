import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { treeKit } from './in-tree.ts';
import type { Screen } from './screen.ts';
import type { ShadowTree } from './shadow-tree.ts';

/** Bars that go by themselves have gone by then. */
const patienceMs = 6_000;
const pollMs = 1_000;

/**
 * Which of the parts that lie over contacts on this screen, scrolled and with its windows closed, a visitor cannot put away:
 * bars that stay where they are on the screen and have nothing to press but links to other pages. A bubble may be pressed itself.
 * @returns their names, as the screen tells them
 */
export async function findShutCovers(
  { page }: Visit,
  screen: Screen | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const covered = [...(screen?.links ?? []), ...(screen?.blocks ?? []).flatMap(({ parts }) => parts)];
  const names = [...new Set(covered.flatMap(({ coveredBy }) => coveredBy ?? []))];
  let shut: readonly string[] = names;
  for (let waitedMs = 0; waitedMs <= patienceMs && shut.length > 0; waitedMs += pollMs) {
    if (waitedMs === pollMs) await withinDeadline(page.keyboard.press('Escape'), signal);
    if (waitedMs > 0) await withinDeadline(page.waitForTimeout(pollMs), signal);
    shut = await withinDeadline(treeKit.evaluate(page, shutAmong, { names: shut }), signal);
  }
  return shut;
}

/** Runs in the page. */
function shutAmong({ tree, names }: { readonly tree: ShadowTree; readonly names: readonly string[] }): string[] {
  const pressable =
    'button, input, select, textarea, summary, label, [role="button"], [onclick], [tabindex], a:not([href]), a[href^="#"], a[href^="javascript:"]';

  function canBePressed(part: Element): boolean {
    if (part.matches(pressable) || /^\s*[×✕✖✗]\s*$/.test(part.textContent ?? '')) return true;
    return getComputedStyle(part).cursor === 'pointer' && part.closest('a[href]') === null;
  }

  function isBar(cover: Element): boolean {
    const { position, opacity } = getComputedStyle(cover);
    const isSeen = cover.checkVisibility({ visibilityProperty: true }) && Number(opacity) > 0.5;
    return position === 'fixed' && isSeen && cover.getBoundingClientRect().width >= innerWidth * 0.9;
  }

  function isShut(name: string): boolean {
    const covers = tree.all(name).filter(isBar);
    return covers.length > 0 && covers.every((cover) => ![cover, ...tree.all('*', cover)].some(canBePressed));
  }

  return names.filter((name) => {
    try {
      return isShut(name);
    } catch {
      return false; // "cookie banner", or a class that is no selector
    }
  });
}
