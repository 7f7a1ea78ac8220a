import { mix, noise, roughness, smoothStep } from './noise.ts';
import type { Colour } from './relief.ts';
import { blend } from './things.ts';

const crema: Colour = [0.66, 0.38, 0.18];
const darkCrema: Colour = [0.4, 0.2, 0.085];
const milk: Colour = [0.98, 0.9, 0.78];

/** A flat white with a rosetta: layers of a leaf, pulled through by a stem, a heart at the top. */
export function flatWhite(across: number, down: number): Colour {
  const edge = smoothStep(0.55, 1.02, Math.hypot(across, down));
  const wobble = (roughness(across * 5 + 20, down * 5) - 0.5) * 0.05;
  return blend(blend(crema, darkCrema, edge * 0.9 + wobble * 4), milk, rosetta(across + wobble, down + wobble));
}

function rosetta(across: number, down: number): number {
  const from = -0.66;
  const to = 0.74;
  const part = (down - from) / (to - from);
  const side = Math.abs(across);
  // Layers sweep up and outwards from the stem and lie closer together towards the tip.
  const layer = 7.2 * Math.max(0, part + 0.12) ** 0.85 - side * 3.1 + side * side * 1.6;
  const wave = Math.abs((layer - Math.floor(layer)) * 2 - 1);
  const leaf = Math.max(smoothStep(0.2, 0.4, wave), smoothStep(1.25, 1.05, layer));
  const outline = 0.62 * Math.sin(Math.PI * Math.max(0, Math.min(1, part)) ** 0.62) ** 0.8;
  const width = outline * (0.84 + 0.16 * smoothStep(0.1, 0.9, wave));
  const inside = smoothStep(width + 0.012, width - 0.02, side) * smoothStep(0, 0.02, part) * smoothStep(1, 0.98, part);
  const stem = smoothStep(0.026, 0.008, side - 0.012 * (1 - part)) * smoothStep(0.2, 0.3, part);
  return inside * leaf * (1 - stem);
}

/** Filter coffee: dark, redder where it is thin, with the window in it. */
export function filterCoffee(across: number, down: number): Colour {
  const swirl = roughness(across * 3 + 7, down * 3) - 0.5;
  const thin = smoothStep(0.7, 1.05, Math.hypot(across, down));
  const pane = (at: number, half: number, position: number) => smoothStep(half + 0.03, half, Math.abs(position - at));
  const slanted = across + down * 0.25;
  const panes = (pane(0.22, 0.11, slanted) + pane(0.48, 0.11, slanted)) * pane(0.3, 0.24, down);
  return blend(blend([0.15, 0.06, 0.03], [0.5, 0.22, 0.08], thin + swirl * 0.25), [0.85, 0.75, 0.66], panes * 0.3);
}

/** The crust of a cupping bowl before it is broken. */
export function crust(across: number, down: number): Colour {
  const foam = smoothStep(0.42, 0.72, roughness(across * 5 + 11, down * 5 + 5));
  const crumbs = mix(0.65, 1.2, noise(across * 38, down * 38));
  return blend([0.27 * crumbs, 0.15 * crumbs, 0.085 * crumbs], [0.62, 0.42, 0.25], foam * 0.6);
}
