import type { Frame } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { evaluateInTree } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';
import type { FormDraft } from './form-draft.ts';

const patienceMs = 2_500;
/** What says that it sends, or is declared to, has at least so much. */
const sendingScore = 4;

const buttonWords = {
  back: intoPage(patterns.backOrCancel),
  send: intoPage(patterns.send),
  helper: intoPage(patterns.helperButton),
};

/**
 * Presses the form's button: the one that sends, or the one that leads to the next step. Where a form has none, the Enter key
 * sends it.
 * @param choice 0 presses what most looks like it, 1 the next best
 */
export async function pressSubmit(
  frame: Frame,
  form: FormDraft,
  choice: number,
  signal: AbortSignal,
): Promise<boolean> {
  const scoreOf = await withinDeadline(frame.evaluateHandle(makeButtonJudge, { ...buttonWords, native }), signal);
  const ofWhole = await withinDeadline(frame.evaluateHandle(makePartFilter, { sendingScore }), signal);
  const order = { formKey: form.key, choice, scoreOf, ofWhole, sendingScore, native };
  const marked = await withinDeadline(evaluateInTree(frame, markSubmit, order), signal);
  if (marked === 'button') {
    const button = frame.locator('[data-touchlight-submit]').first();
    const click = button.click({ timeout: patienceMs, noWaitAfter: true });
    await withinDeadline(
      click.catch(() => button.evaluate(press).catch(() => {})),
      signal,
    );
    return true;
  }
  if (choice > 0 || marked === 'nothing') return false;
  const field = frame.locator('[data-touchlight-submit]').first();
  const entered = field.press('Enter', { timeout: patienceMs, noWaitAfter: true }).then(
    () => true,
    () => false,
  );
  return withinDeadline(entered, signal);
}

/** Runs in the page. */
function press(element: Element): void {
  if (element instanceof HTMLElement) element.click();
}

/** How much a button looks like the one that sends; what cannot be it is at -9. */
type ButtonJudge = (button: Element, lastField: Element | undefined) => number;

interface ScoredButton {
  readonly button: Element;
  readonly score: number;
}

/** Leaves out the buttons of a search or a newsletter within a form that asks for more, where another one says that it sends. */
type PartFilter = (own: readonly ScoredButton[], form: Element, fields: readonly Element[]) => readonly ScoredButton[];

/** Runs in the page and brings all it needs. */
function makePartFilter({ sendingScore }: { readonly sendingScore: number }): PartFilter {
  return (own, form, fields) => {
    function isOfOneField({ button }: ScoredButton): boolean {
      for (let at = button.parentElement; at !== null && at !== form; at = at.parentElement) {
        const near = fields.filter((field) => at?.contains(field));
        if (near.length === 0) continue;
        return near.length === 1 && fields.some((field) => field.localName === 'textarea' && !near.includes(field));
      }
      return false;
    }

    const whole = fields.length > 2 ? own.filter((one) => !isOfOneField(one)) : own;
    return whole.some(({ score }) => score >= sendingScore) ? whole : own;
  };
}

interface PressOrder {
  readonly formKey: string;
  readonly choice: number;
  readonly scoreOf: ButtonJudge;
  readonly ofWhole: PartFilter;
  readonly sendingScore: number;
  readonly tree: ShadowTree;
}

const native = 'button, input[type="submit"], input[type="image"], input[type="button"], [role="button"], a';

/** Runs in the page and brings all it needs. */
function makeButtonJudge(needs: typeof buttonWords & { readonly native: string }): ButtonJudge {
  const read = ({ source, flags }: IntoPage): RegExp => new RegExp(source, flags);
  const [back, send, helper] = [read(needs.back), read(needs.send), read(needs.helper)];
  const label = (b: Element): string => {
    const own =
      `${b instanceof HTMLInputElement ? b.value : b.textContent} ${b.getAttribute('aria-label') ?? ''}`.trim();
    const root = b.getRootNode();
    // What a custom element shows on the button in its shadow tree stands between its own tags.
    return own === '' && root instanceof ShadowRoot
      ? `${root.host.textContent} ${root.host.getAttribute('aria-label') ?? ''}`.trim()
      : own;
  };

  return (b, lastField) => {
    const said = label(b);
    const isExplicit = b.matches('[type="submit"], [type="image"]');
    const says = send.test(said);
    const after =
      lastField !== undefined && (lastField.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const opens = b.matches('[aria-expanded], [aria-haspopup], [data-toggle], [data-bs-toggle], [target="_blank"]');
    const leadsAway = b.matches('a[href]') && !/^(#|javascript:)/.test(b.getAttribute('href') ?? '');
    const isDressed = b.matches('[class*="btn" i], [class*="button" i], [href="#"]');
    if (back.test(said) || leadsAway) return -9;
    if (!says && (!b.matches(needs.native) || (b.localName === 'a' && !isDressed))) return -9;
    return (
      (says ? 4 : 0) +
      (isExplicit ? 4 : b.matches('button:not([type])') ? 2 : 0) +
      (after ? 2 : 0) -
      (helper.test(said) && !says ? 4 : 0) -
      (opens ? 3 : 0) -
      (/\p{L}/u.test(said) || isExplicit ? 0 : 2)
    );
  };
}

/** Runs in the page: marks the button to press, or the field in which Enter sends. */
function markSubmit({
  formKey,
  choice,
  scoreOf,
  ofWhole,
  sendingScore,
  tree,
  native: buttons,
}: PressOrder & { readonly native: string }) {
  for (const old of tree.all('[data-touchlight-submit]')) old.removeAttribute('data-touchlight-submit');
  const form = tree.find(`[data-touchlight="${formKey}"]`);
  if (form === null) return 'nothing';
  // The answer is read where the form is: another tab would be closed as a pop-up.
  if (form instanceof HTMLFormElement && form.target === '_blank') form.target = '_self';

  const dressed = '[onclick], [class*="btn" i], [class*="button" i], [class*="submit" i]';
  const isSeen = (b: Element): boolean =>
    b.matches(':not(:disabled)') &&
    b.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    b.getBoundingClientRect().width > 2;
  const outside = form instanceof HTMLFormElement && form.id !== '' ? tree.all(`[form="${CSS.escape(form.id)}"]`) : [];
  const inside = tree
    .all(`${buttons}, ${dressed}`, form)
    .filter((b) => !b.matches('input, textarea, select') || b.matches(buttons));
  const texts = [...form.querySelectorAll('input:not([type="hidden"]):not([type="checkbox"]), textarea')].filter(
    (field) => isSeen(field) && !field.matches(buttons),
  );
  const lastField = texts.at(-1);
  const candidates = [...inside, ...outside].filter(isSeen);
  const isPart = (button: Element): boolean =>
    candidates.some((other) => other !== button && other.contains(button) && other.matches(buttons));
  const scored = (all: readonly Element[]) => all.map((button) => ({ button, score: scoreOf(button, lastField) }));
  const sends = ({ score }: { readonly score: number }): boolean => score >= sendingScore;
  const own = scored(candidates).filter(({ button, score }) => score > -4 && !isPart(button));
  // A script may send what a button behind the form is pressed for.
  const behind = own.some(sends)
    ? []
    : [form, form.parentElement]
        .flatMap((at) => [at?.nextElementSibling, at?.nextElementSibling?.nextElementSibling])
        .filter((at) => at instanceof Element && at.closest('form') === null && at.querySelector('form') === null)
        .flatMap((at) => (at instanceof Element ? [at, ...tree.all('*', at)] : []))
        .filter((b) => b.matches(`${buttons}, ${dressed}`) && isSeen(b));
  const ranked = [...ofWhole(own, form, texts), ...scored(behind).filter(sends)].toSorted((a, b) => b.score - a.score);
  const button = ranked[choice]?.button;
  const line = texts.find((field) => field instanceof HTMLInputElement);
  const marked = button ?? line;
  marked?.setAttribute('data-touchlight-submit', '');
  return button !== undefined ? 'button' : line === undefined ? 'nothing' : 'field';
}
