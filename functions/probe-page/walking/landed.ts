import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { ShadowTree } from './shadow-tree.ts';

/**
 * Notes what lies over the page when the visitor lands. What opens later is none of the landing, however long the walk took
 * until then; a visit asks for this before anything else.
 * @param again the page has been let open only now, behind a gate
 */
export async function noteLanding(
  { page }: Pick<Visit, 'page'>,
  signal: AbortSignal,
  { again = false }: { readonly again?: boolean } = {},
): Promise<void> {
  await withinDeadline(page.evaluate(markLayers, again), signal);
}

/** Runs in the page. */
function markLayers(again: boolean): void {
  const mostElements = 6_000;
  const root = document.documentElement;
  if (root === null || (root.hasAttribute('data-touchlight-landed') && !again)) return;
  root.setAttribute('data-touchlight-landed', 'page');
  const within = (place: Document | ShadowRoot): Element[] =>
    [...place.querySelectorAll('*')].flatMap((e) => (e.shadowRoot === null ? [e] : [e, ...within(e.shadowRoot)]));
  for (const element of within(document).slice(0, mostElements)) {
    const { position } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const isSheet = position === 'absolute' && width > innerWidth * 0.8 && height > innerHeight * 0.8;
    const isOver = position === 'fixed' || isSheet || element.matches('dialog[open]');
    if (isOver && element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      element.setAttribute('data-touchlight-landed', 'layer');
  }
}

/** Has this opened since the visitor landed? */
export type OpenedSince = (cover: Element) => boolean;

/** Runs in the page, with the tree that was made there. */
export function makeOpenedSince({ tree }: { readonly tree: ShadowTree }): OpenedSince {
  return (cover) => {
    if (!document.documentElement.hasAttribute('data-touchlight-landed')) return false;
    for (let at: Element | null = cover; at !== null && at !== document.body; at = tree.parentOf(at)) {
      const { position } = getComputedStyle(at);
      const { width, height } = at.getBoundingClientRect();
      const isSheet = position === 'absolute' && width > innerWidth * 0.8 && height > innerHeight * 0.8;
      if (position === 'fixed' || isSheet) return tree.closest(at, '[data-touchlight-landed="layer"]') === null;
    }
    return false;
  };
}
