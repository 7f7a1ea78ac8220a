import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { pageOf } from './contact-links.ts';
import { treeKit } from './in-tree.ts';
import type { Pressed } from './press.ts';
import { type Labels, makeLabels } from './pressables.ts';
import type { ShadowTree } from './shadow-tree.ts';
import { watchWaysOut } from './ways-out.ts';

/** Scripts that count a click first wait about as long for their counter, and open the mail program then. */
const opensWithinMs = 2_500;
const pollMs = 250;

interface DeadPress {
  /** What was pressed shows an email address and looks like a link or a button, and nothing at all came of the press. */
  isDead(pressed: Pressed): Promise<boolean>;
}

const labelKit = treeKit.with('labels', makeLabels);
const never: DeadPress = { isDead: async () => false };

/** Begins before a press: only who knows the page as it was can say that it has stayed so. Any doubt is an answer. */
export async function watchDeadPress(visit: Visit, signal: AbortSignal): Promise<DeadPress> {
  const { page } = visit;
  const here = pageOf(page.url());
  if (!(await withinDeadline(labelKit.evaluate(page, showsEmails, {}), signal))) return never;
  const answers = await withinDeadline(page.evaluateHandle(noteAnswers), signal);
  const screen = await withinDeadline(page.evaluateHandle(noteScreen), signal);
  const hasAnswered = async (): Promise<boolean> => {
    const waysOut = await withinDeadline(watchWaysOut(page), signal);
    if (waysOut.taken().length > 0 || pageOf(page.url()) !== here) return true;
    const isHeard = await withinDeadline(
      answers.evaluate((noted) => noted.hasCome()),
      signal,
    );
    return (
      isHeard ||
      (await withinDeadline(
        screen.evaluate((noted) => noted.hasChanged()),
        signal,
      ))
    );
  };
  return {
    async isDead({ label, opened }) {
      if (opened.length > 0) return false;
      try {
        if (!(await withinDeadline(labelKit.evaluate(page, showsEmails, { label }), signal))) return false;
        for (let waitedMs = 0; waitedMs <= opensWithinMs; waitedMs += pollMs) {
          if (await hasAnswered()) return false;
          await withinDeadline(page.waitForTimeout(pollMs), signal);
        }
        return !(await hasAnswered());
      } catch {
        signal.throwIfAborted();
        return false; // the page has gone, which is an answer
      }
    },
  };
}

/** Runs in the page: what visitors take for a link or a button shows an email address. @param label only what was pressed last and says this */
function showsEmails({
  tree,
  labels,
  label = null,
}: {
  readonly tree: ShadowTree;
  readonly labels: Labels;
  readonly label?: string | null;
}): boolean {
  return tree.all('a, button, [role="link"], [role="button"]').some((link) => {
    const says = labels.labelOf(link).slice(0, 80);
    const isMeant = label === null || (says === label && link.hasAttribute('data-touchlight-pressed'));
    return isMeant && /[\w.+-]@[\w-]/.test(says) && !/^mailto:/i.test(link.getAttribute('href') ?? '');
  });
}

/** Runs in the page. What is copied or said, a way to a part of the page, down it or into a field: all that is an answer. */
function noteAnswers() {
  const isWriting = (): boolean => document.activeElement?.matches('input, textarea, select') ?? false;
  const target = (): Element | null => document.querySelector(':target');
  const before = target();
  let isAnswered = false;
  let atPress = { top: Number.POSITIVE_INFINITY, isWriting: true };
  const answering =
    <Given extends unknown[], Made>(act: (...given: Given) => Made) =>
    (...given: Given): Made => {
      isAnswered = true;
      return act(...given);
    };
  addEventListener('copy', () => (isAnswered = true), { capture: true });
  addEventListener('click', () => (atPress = { top: scrollY, isWriting: isWriting() }), { capture: true });
  window.alert = answering(window.alert.bind(window));
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (clipboard !== undefined) {
    clipboard.writeText = answering(clipboard.writeText.bind(clipboard));
    clipboard.write = answering(clipboard.write.bind(clipboard));
  }
  // A link to "#" leads to the top, which nobody asks for.
  const isLed = (): boolean =>
    (target() !== null && target() !== before) || scrollY > atPress.top + 20 || (isWriting() && !atPress.isWriting);
  return { hasCome: () => isAnswered || isLed() };
}

/** Runs in the page. New words, a window, a panel, a list that unfolds; in open shadow trees, too. */
function noteScreen() {
  function elementsIn(root: Element | ShadowRoot): Element[] {
    return [...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot === null ? [element] : [element, ...elementsIn(element.shadowRoot)],
    );
  }
  /** Where on the page each part is; a header that follows the scroll position counts by what it covers of the screen. */
  function shown(): string {
    const boxes = elementsIn(document.body)
      .slice(0, 4_000)
      .map((element) => {
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return '-';
        const { left, width, height, top } = element.getBoundingClientRect();
        const isFixed = getComputedStyle(element).position === 'fixed';
        return [Math.round(left), Math.round(width), Math.round(height), isFixed ? Math.round(top) : ''].join(',');
      });
    return boxes.join(' ');
  }
  const now = (): string => `${document.body.innerText}\n${shown()}`;
  const before = now();
  return { hasChanged: () => now() !== before };
}
