import type { Frame } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { treeKit } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';

/** Answers to choose from that are no fields: picture cards of a quiz, the days of a calendar, times of day. */
export interface Cards {
  groupsIn(form: Element): HTMLElement[][];
}

const buttonWords = {
  back: intoPage(patterns.backOrCancel),
  send: intoPage(patterns.send),
  helper: intoPage(patterns.helperButton),
};

/** The page's shadow tree, and what in it may be such an answer. */
export const cardKit = treeKit.holding(buttonWords).with('cards', makeCards);
const patienceMs = 2_000;

interface CardNeeds {
  readonly tree: ShadowTree;
  readonly back: IntoPage;
  readonly send: IntoPage;
  readonly helper: IntoPage;
}

/** Runs in the page and brings all it needs. */
function makeCards({ tree, ...words }: CardNeeds): Cards {
  const [back, send, helper] = [words.back, words.send, words.helper].map(
    ({ source, flags }) => new RegExp(source, flags),
  );
  const said = (card: Element): string => (card.textContent ?? '').replace(/\s+/g, ' ').trim();
  const isShown = (card: Element): boolean =>
    card.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    card.getBoundingClientRect().height > 12;
  const isAnswer = (card: Element): boolean =>
    !card.matches('label, input, textarea, select, option, [type="submit"], a[href]:not([href^="#"]), :disabled') &&
    tree.find('input:not([type="hidden"]), textarea, select, button, a[href]', card) === null &&
    (card.matches('[type="button"], [role="button"], [role="option"]') ||
      getComputedStyle(card).cursor === 'pointer') &&
    said(card).length < 80 &&
    !back?.test(said(card)) &&
    !send?.test(said(card)) &&
    !helper?.test(said(card));

  function groupsIn(form: Element): HTMLElement[][] {
    const groups = new Map<Element, HTMLElement[]>();
    for (const each of tree.all('*', form)) {
      const box = each.parentElement;
      // What stands in an answer has its pointer, too.
      const isPart = box !== null && (box.closest('button') !== null || getComputedStyle(box).cursor === 'pointer');
      if (box === null || isPart || !(each instanceof HTMLElement) || !isShown(each) || !isAnswer(each)) continue;
      groups.set(box, [...(groups.get(box) ?? []), each]);
    }
    return [...groups.values()].filter(
      ([first, ...others]) => others.length > 0 && others.every((other) => other.localName === first?.localName),
    );
  }

  return { groupsIn };
}

/**
 * Takes an answer of the first question that has none yet, of a form that shows nothing to fill in.
 * @returns false where there is none
 */
export async function takeCard(frame: Frame, formKey: string, signal: AbortSignal): Promise<boolean> {
  const marked = await withinDeadline(
    cardKit.evaluate(frame, markCard, { formKey }).catch(() => false),
    signal,
  );
  if (!marked) return false;
  const card = frame.locator('[data-touchlight-card="next"]').first();
  const pressed = card.click({ timeout: patienceMs, noWaitAfter: true }).then(
    () => true,
    () => false,
  );
  return withinDeadline(pressed, signal);
}

/** Runs in the page. Of a calendar, a late day: an early one may have passed. */
function markCard({ formKey, cards, tree }: { formKey: string; cards: Cards; tree: ShadowTree }): boolean {
  for (const old of tree.all('[data-touchlight-card="next"]')) old.setAttribute('data-touchlight-card', 'taken');
  const form = tree.find(`[data-touchlight="${formKey}"]`);
  if (form === null) return false;
  const isTaken = (card: Element): boolean => card.matches('[data-touchlight-card]');
  const group = cards.groupsIn(form).find((each) => !each.some(isTaken));
  const card = group !== undefined && group.length > 20 ? group.at(-2) : group?.[0];
  card?.setAttribute('data-touchlight-card', 'next');
  return card !== undefined;
}
