import type { Visit } from '../../../shared/browser/visit.ts';
import { type PressingParts, press } from './press.ts';
import type { Aim } from './pressables.ts';

/** Shows the next of several slides that lie behind each other; says whether there was a button for it. */
export async function turnSlide(visit: Visit, signal: AbortSignal): Promise<boolean> {
  return (await press(visit, findNext, {}, signal)) !== null;
}

/** Runs in the page: finds the arrow of a slider, by what developers call it, or by what it says beside other slides. */
function findNext({ pressables, tree }: PressingParts): Aim | null {
  const named =
    /slick-next|swiper-button-next|carousel-control-next|owl-next|splide__arrow--next|flickity.*next|glide__arrow--right|(slide|carousel|slider)[\w-]*next|next[\w-]*(slide|arrow)/i;
  const slider =
    '[class*="slider" i], [class*="carousel" i], [class*="swiper" i], [class*="slick" i], [class*="slides" i]';
  const arrow = /^[›»→❯>▶]$/u;
  const next = pressables.all().find((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width > 160 || height > 400) return false;
    const own = `${element.id} ${element.getAttribute('class') ?? ''}`;
    const isArrow = arrow.test((element.textContent ?? '').trim());
    return named.test(own) || (isArrow && tree.find(slider) !== null);
  });
  return next === undefined ? null : pressables.aimAt(next);
}
