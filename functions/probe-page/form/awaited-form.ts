import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { treeKit } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';
import { under } from './anchor.ts';
import { formsHere, hasMain, type PlacedForm } from './look-for-forms.ts';

const pollMs = 500;

/** What a visitor reads, or would see, in the place of a form that is still on its way; null where nothing announces one. */
export function announcedForm({ page }: Visit, signal: AbortSignal): Promise<string | null> {
  const words = {
    loading: intoPage(patterns.loading),
    invites: intoPage(patterns.invitesToWrite),
    service: intoPage(patterns.formService),
  };
  return withinDeadline(treeKit.evaluate(page, announcementIn, words), signal);
}

/**
 * The forms of a page that announces one, as soon as there is one to write through.
 * @returns none where none came in time, or none was announced
 */
export async function awaitForms(
  { visit, clicks, anchor }: { readonly visit: Visit; readonly clicks: number; readonly anchor: string | null },
  patienceMs: number,
  signal: AbortSignal,
): Promise<PlacedForm[]> {
  const untilMs = performance.now() + patienceMs;
  while (performance.now() < untilMs) {
    await withinDeadline(visit.page.waitForTimeout(pollMs), signal);
    const forms = under(anchor, await formsHere(visit, clicks, signal));
    if (hasMain(forms)) return forms;
  }
  return [];
}

interface AnnouncingWords {
  readonly tree: ShadowTree;
  readonly loading: IntoPage;
  readonly invites: IntoPage;
  readonly service: IntoPage;
}

/** Runs in the page. */
function announcementIn({ tree, ...words }: AnnouncingWords): string | null {
  const [loading, invites, service] = [words.loading, words.invites, words.service].map(
    ({ source, flags }) => new RegExp(source, flags),
  );
  const namesForm = /(?<!\p{L})forms?(?!\p{L})|formul[aá]r|(?<!\p{L})formu|анкет|(?<!\p{L})форм(?!ат|ал)/iu;
  const headings = tree.all('h1, h2, h3, h4, h5, h6, legend, [role="heading"]');

  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const marksOf = (element: Element): string => `${element.id} ${element.getAttribute('class') ?? ''}`;

  /** Nothing in it can be filled in or looked at yet, and it is no button or link that speaks of loading. */
  function isPlaceholder(element: Element): boolean {
    const isControl = element.closest('a, button, nav, footer, form, [role="button"], [role="tab"]') !== null;
    return !isControl && isShown(element) && tree.find('input, textarea, select, a, button, iframe', element) === null;
  }

  function saidBy(element: Element): string {
    const text = element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
    return `${text} ${element.getAttribute('aria-label') ?? ''}`.trim().replace(/\s+/g, ' ');
  }

  /** Is the heading that it stands under one that asks visitors to write? */
  function isInvited(element: Element): boolean {
    const before = (heading: Element): boolean =>
      (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const above = headings.findLast((heading) => isShown(heading) && before(heading));
    return invites?.test(above?.textContent ?? '') === true;
  }

  function announces(element: Element): boolean {
    if (!isPlaceholder(element)) return false;
    const said = saidBy(element);
    if (said.length > 80) return false;
    if (loading?.test(said)) {
      const rest = said.replaceAll(new RegExp(loading.source, `${loading.flags}g`), '').replaceAll(/[^\p{L}]/gu, '');
      return namesForm.test(said) || (rest === '' && isInvited(element));
    }
    if (element.getAttribute('aria-busy') === 'true') return namesForm.test(marksOf(element)) || isInvited(element);
    return said === '' && service?.test(marksOf(element)) === true && isInvited(element);
  }

  const found = tree.all('div, p, section, span, strong, em, output, [aria-busy="true"], [aria-label]').find(announces);
  return found === undefined ? null : saidBy(found).slice(0, 80);
}
