import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { evaluateInTree } from './in-tree.ts';
import type { ShadowTree } from './shadow-tree.ts';

const settleMs = 700;

/**
 * Chooses in a drop-down that stands by itself in the page ("Choose your branch"), as somebody does who looks for the number of
 * one branch. Fields of forms, languages, sorting, amounts and what leads to another address are left alone.
 * @returns false where there is none that has not been tried
 */
export async function chooseInPage(visit: Visit, signal: AbortSignal): Promise<boolean> {
  const { page } = visit;
  const key = await withinDeadline(evaluateInTree(page.mainFrame(), findChoice, {}), signal);
  if (key === null) return false;
  const choice = page.locator('[data-touchlight-choice="now"]');
  await withinDeadline(
    choice.selectOption({ index: key }, { timeout: 2_000 }).catch(() => []),
    signal,
  );
  await withinDeadline(page.waitForTimeout(settleMs), signal);
  return true;
}

/** Runs in the page. @returns which of its options is the first real one; the drop-down is marked */
function findChoice({ tree }: { readonly tree: ShadowTree }): number | null {
  const other = /lang|locale|curren|sort|order|filter|qty|quantity|amount|size|colou?r|per.?page|translate/i;
  for (const old of tree.all('[data-touchlight-choice]')) old.setAttribute('data-touchlight-choice', 'done');
  const found = tree.all('select').find((select) => {
    if (!(select instanceof HTMLSelectElement) || select.disabled || select.hasAttribute('data-touchlight-choice'))
      return false;
    const isShown = select.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const isField =
      select.form?.querySelector(
        'textarea, input[type="email"], input[type="tel"], input[type="text"], input:not([type])',
      ) ?? null;
    const says = [select.name, select.id, select.className, select.getAttribute('aria-label') ?? ''].join(' ');
    const mayPost = select.form?.method === 'post';
    return (
      isShown &&
      isField === null &&
      !mayPost &&
      select.options.length > 1 &&
      select.options.length <= 60 &&
      !other.test(says)
    );
  });
  if (!(found instanceof HTMLSelectElement)) return null;
  found.setAttribute('data-touchlight-choice', 'now');
  const isReal = (option: HTMLOptionElement): boolean =>
    !option.disabled && !/^$|^(https?:)?\/\//.test(option.value) && option.index !== found.selectedIndex;
  return [...found.options].find(isReal)?.index ?? null;
}
