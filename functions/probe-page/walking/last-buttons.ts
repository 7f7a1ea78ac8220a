import type { Visit } from '../../../shared/browser/visit.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { type PressingParts, press } from './press.ts';
import type { Aim } from './pressables.ts';

const notPressed = { checkout: intoPage(patterns.checkout), decline: intoPage(patterns.decline) };

/**
 * Presses one more of the page's own buttons, whatever it says, where a contact stands in the page that nothing has shown yet:
 * one of them may open its window. @returns whether there was one
 */
export async function pressLastButton(visit: Visit, signal: AbortSignal): Promise<boolean> {
  return (await press(visit, findLastButton, notPressed, signal)) !== null;
}

/** Runs in the page. */
function findLastButton(order: typeof notPressed & PressingParts): Aim | null {
  const { tree, pressables, clips } = order;
  const contact = /^(tel|callto|mailto|viber|whatsapp|tg):|\/\/(wa\.me|t\.me|m\.me)\//i;
  const hidden = tree
    .all('a[href]')
    .filter((link) => contact.test(link.getAttribute('href') ?? ''))
    .some(
      (link) => !link.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || clips.isClipped(link),
    );
  if (!hidden) return null;
  const not = [order.checkout, order.decline].map(({ source, flags }: IntoPage) => new RegExp(source, flags));
  const button = pressables.all().find((element) => {
    const label = pressables.labelOf(element);
    const isButton =
      element.matches('button, [role="button"], a, [onclick]') || getComputedStyle(element).cursor === 'pointer';
    const isNamed = /\p{L}{2}/u.test(label) && label.length <= 40 && !not.some((words) => words.test(label));
    return isButton && isNamed && pressables.isUnpressed(element);
  });
  return button === undefined ? null : pressables.aimAt(button);
}
