import { crust, filterCoffee, flatWhite } from './drinks.ts';
import { createRandom, smoothStep } from './noise.ts';
import { type Colour, type Light, Relief } from './relief.ts';
import { placeBean, placeCup, placeSaucer, placeSpoon, placeTable } from './things.ts';

const porcelain: Colour = [0.97, 0.94, 0.9];
const terracotta: Colour = [0.83, 0.5, 0.33];
const sage: Colour = [0.66, 0.7, 0.58];
const sand: Colour = [0.92, 0.82, 0.68];
const clay: Colour = [0.62, 0.3, 0.19];

/** Morning sun from the upper left, through a window with two glazing bars. */
function windowLight(width: number): Light {
  const bar = (position: number, at: number) => 1 - 0.55 * smoothStep(0.035, 0.015, Math.abs(position - at));
  return {
    x: -0.8,
    y: -0.6,
    rise: 0.75,
    through: (x, y) => {
      const slanted = (x - y * 0.55) / width;
      return bar(slanted, 0.1) * bar(slanted, 0.62);
    },
  };
}

const openLight: Light = { x: -0.75, y: -0.66, rise: 0.8, through: () => 1 };

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

export const scenes = { hero, roasting, brewing, cupping } as const;

function hero(): Picture {
  const relief = new Relief(1440, 1080, 2);
  placeTable(relief, 1440, 1080, terracotta);
  placeSaucer(relief, 790, 520, 400, porcelain);
  placeCup(relief, {
    x: 790,
    y: 520,
    rim: 272,
    glaze: porcelain,
    handleAngle: 0.5,
    drink: flatWhite,
    drinkGloss: 0.12,
  });
  scatterBeans(relief, 7, 150, (random) => {
    const corner = random() < 0.62;
    const spread = random() ** 0.7 * 480;
    const angle = random() * Math.PI * 2;
    return corner
      ? { x: 90 + Math.cos(angle) * spread, y: 1010 + Math.sin(angle) * spread * 0.75 }
      : { x: 1400 + Math.cos(angle) * spread * 0.7, y: 70 + Math.sin(angle) * spread * 0.6 };
  });
  return { width: relief.width, height: relief.height, pixels: relief.render(windowLight(1440)) };
}

function roasting(): Picture {
  const relief = new Relief(640, 420, 2);
  placeTable(relief, 640, 420, [0.2, 0.1, 0.06]);
  const random = createRandom(3);
  for (let count = 0; count < 430; count += 1) {
    placeBean(relief, {
      x: random() * 680 - 20,
      y: random() * 460 - 20,
      length: 58 + random() * 10,
      angle: random() * Math.PI,
      lift: count * 0.28,
      roast: random() * 0.8,
      faceDown: random() < 0.4,
    });
  }
  return { width: relief.width, height: relief.height, pixels: relief.render(openLight) };
}

function brewing(): Picture {
  const relief = new Relief(640, 420, 2);
  placeTable(relief, 640, 420, sage);
  placeSaucer(relief, 330, 205, 172, [0.3, 0.2, 0.15]);
  placeCup(relief, {
    x: 330,
    y: 205,
    rim: 150,
    glaze: porcelain,
    handleAngle: 2.5,
    drink: filterCoffee,
    drinkGloss: 0.35,
  });
  scatterBeans(relief, 11, 16, (random) => ({ x: 520 + random() * 140, y: 300 + random() * 130 }), 34);
  return { width: relief.width, height: relief.height, pixels: relief.render(openLight) };
}

function cupping(): Picture {
  const relief = new Relief(640, 420, 2);
  placeTable(relief, 640, 420, sand);
  for (const [x, y] of [
    [92, 120],
    [292, 120],
    [492, 120],
    [192, 318],
    [392, 318],
    [592, 318],
  ] as const) {
    placeCup(relief, {
      x,
      y,
      rim: 84,
      glaze: clay,
      handleAngle: null,
      drink: (a, d) => crust(a + x, d + y),
      drinkGloss: 0.05,
    });
  }
  placeSpoon(relief, 56, 268, 200, 1.35, 2);
  return { width: relief.width, height: relief.height, pixels: relief.render(openLight) };
}

type Spot = (random: () => number) => { x: number; y: number };

function scatterBeans(relief: Relief, seed: number, count: number, spot: Spot, length = 56): void {
  const random = createRandom(seed);
  for (let bean = 0; bean < count; bean += 1) {
    const { x, y } = spot(random);
    placeBean(relief, {
      x,
      y,
      length: length * (0.9 + random() * 0.2),
      angle: random() * Math.PI,
      lift: random() * 6,
      roast: random() * 0.8,
      faceDown: random() < 0.35,
    });
  }
}
