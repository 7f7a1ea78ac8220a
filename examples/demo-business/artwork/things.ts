import { mix, noise, roughness, smoothStep } from './noise.ts';
import type { Colour, Relief, Surface } from './relief.ts';

export function blend(from: Colour, to: Colour, part: number): Colour {
  return [mix(from[0], to[0], part), mix(from[1], to[1], part), mix(from[2], to[2], part)];
}

export function placeTable(relief: Relief, width: number, height: number, colour: Colour): void {
  const dark = blend(colour, [0.2, 0.1, 0.05], 0.14);
  relief.place(width / 2, height / 2, Math.max(width, height), (dx, dy) => {
    const grain = roughness(dx / 90, dy / 90);
    return { height: roughness(dx / 5, dy / 5) * 0.35, colour: blend(colour, dark, grain), gloss: 0.02 };
  });
}

export interface Bean {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly angle: number;
  readonly lift: number;
  /** 0 to 1: light to dark roast. */
  readonly roast: number;
  /** Lies on its flat side: no crease to be seen. */
  readonly faceDown: boolean;
}

const lightRoast: Colour = [0.5, 0.28, 0.14];
const darkRoast: Colour = [0.27, 0.13, 0.065];
const silverSkin: Colour = [0.66, 0.43, 0.25];

export function placeBean(relief: Relief, bean: Bean): void {
  const half = bean.length / 2;
  const halfWidth = half * 0.7;
  const cos = Math.cos(bean.angle);
  const sin = Math.sin(bean.angle);
  const body = blend(lightRoast, darkRoast, bean.roast);
  relief.place(bean.x, bean.y, half + 1, (dx, dy): Surface | null => {
    const along = (dx * cos + dy * sin) / half;
    const across = (-dx * sin + dy * cos) / halfWidth;
    const distance = along * along + across * across;
    if (distance >= 1) return null;
    const crease = bean.faceDown ? 0 : Math.exp(-(((across - 0.16 * Math.sin(along * 2.6)) / 0.1) ** 2));
    const dome = halfWidth * 0.85 * Math.sqrt(1 - distance);
    const mottled = blend(body, darkRoast, roughness(bean.x + dx / 4, bean.y + dy / 4) * 0.5);
    return {
      height: bean.lift + dome - crease * half * 0.2 * (1 - distance),
      colour: blend(mottled, silverSkin, crease * 0.35 * (1 - distance)),
      gloss: 0.38,
    };
  });
}

export interface Cup {
  readonly x: number;
  readonly y: number;
  readonly rim: number;
  readonly glaze: Colour;
  readonly handleAngle: number | null;
  /** Colour of what is in it, by position in cup radii (-1 to 1). */
  readonly drink: (across: number, down: number) => Colour;
  readonly drinkGloss: number;
}

export function placeCup(relief: Relief, cup: Cup): void {
  const tall = cup.rim * 0.62;
  const wall = cup.rim * 0.055;
  relief.place(cup.x, cup.y, cup.rim + 1, (dx, dy) => {
    const radius = Math.hypot(dx, dy);
    if (radius > cup.rim) return null;
    const lip = cup.rim - wall;
    if (radius > lip - wall) {
      const offset = (radius - lip) / wall;
      return {
        height: tall - wall + wall * Math.sqrt(Math.max(0, 1 - offset * offset)),
        colour: cup.glaze,
        gloss: 0.6,
      };
    }
    const inner = (lip - wall - radius) / (cup.rim * 0.05);
    if (inner < 1) return { height: tall - wall - cup.rim * 0.1 * inner, colour: cup.glaze, gloss: 0.3 };
    const across = dx / (cup.rim * 0.84);
    const down = dy / (cup.rim * 0.84);
    return { height: tall - cup.rim * 0.155, colour: cup.drink(across, down), gloss: cup.drinkGloss };
  });
  if (cup.handleAngle !== null) placeHandle(relief, cup, cup.handleAngle, tall);
}

function placeHandle(relief: Relief, cup: Cup, angle: number, tall: number): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const thick = cup.rim * 0.105;
  relief.place(cup.x, cup.y, cup.rim * 1.5, (dx, dy) => {
    const along = dx * cos + dy * sin;
    const across = (-dx * sin + dy * cos) / thick;
    const out = (along - cup.rim * 0.97) / (cup.rim * 0.46);
    if (out < 0 || out > 1 || Math.abs(across) > 1) return null;
    const end = Math.max(0, (out - 0.78) / 0.22);
    const round = 1 - across * across - end * end;
    if (round <= 0) return null;
    return { height: tall * (0.86 - 0.3 * out * out) + thick * 0.7 * Math.sqrt(round), colour: cup.glaze, gloss: 0.5 };
  });
}

export function placeSaucer(relief: Relief, x: number, y: number, radius: number, glaze: Colour): void {
  relief.place(x, y, radius + 1, (dx, dy) => {
    const part = Math.hypot(dx, dy) / radius;
    if (part > 1) return null;
    const rim = Math.sqrt(Math.max(0, 1 - ((part - 0.965) / 0.035) ** 2));
    const height = part > 0.93 ? radius * (0.062 + 0.018 * rim) : radius * (0.022 + 0.04 * smoothStep(0.5, 0.93, part));
    return { height, colour: glaze, gloss: 0.4 };
  });
}

export function placeSpoon(relief: Relief, x: number, y: number, length: number, angle: number, lift: number): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const bowl = length * 0.16;
  relief.place(x, y, length, (dx, dy) => {
    const along = dx * cos + dy * sin;
    const across = -dx * sin + dy * cos;
    const round = (along / bowl) ** 2 + (across / (bowl * 0.68)) ** 2;
    if (round < 1) return steel(lift + bowl * (0.32 * round * round + 0.05 * (1 - round)), across / bowl);
    const stem = (along - bowl * 0.9) / (length - bowl);
    const half = length * (0.017 + 0.016 * smoothStep(0.35, 1, stem));
    if (stem < 0 || stem > 1 || Math.abs(across) > half * Math.min(1, Math.sqrt((1 - stem) * 30))) return null;
    return steel(lift + bowl * 0.3 + half * 0.8 * Math.sqrt(1 - Math.min(1, (across / half) ** 2)), across / half);
  });
}

function steel(height: number, across: number): Surface {
  return { height, colour: blend([0.62, 0.6, 0.58], [0.9, 0.88, 0.85], noise(across * 2.5 + 9, 3)), gloss: 0.75 };
}
