export type Colour = readonly [red: number, green: number, blue: number];

/** One visible point, seen from above. Heights and positions are in pixels of the finished picture; colours run from 0 to 1. */
export interface Surface {
  readonly height: number;
  readonly colour: Colour;
  /** 0 is chalk, 1 is glazed ceramic. */
  readonly gloss: number;
}

export interface Light {
  /** Direction towards the sun in the picture's plane, and how high it stands (tangent of the angle). */
  readonly x: number;
  readonly y: number;
  readonly rise: number;
  /** How much sun reaches a point of the picture, 0 to 1: the shadow of a window frame, of leaves. */
  readonly through: (x: number, y: number) => number;
}

const ambient: Colour = [0.5, 0.5, 0.56];
const sun: Colour = [1.02, 0.94, 0.8];

/** A scene seen from straight above: the highest point wins, and one light shades it. */
export class Relief {
  readonly width: number;
  readonly height: number;
  readonly #density: number;
  readonly #heights: Float32Array;
  readonly #colours: Float32Array;
  readonly #gloss: Float32Array;

  /** `density` is how many samples each finished pixel has along a side. */
  constructor(width: number, height: number, density: number) {
    this.#density = density;
    this.width = Math.round(width * density);
    this.height = Math.round(height * density);
    const size = this.width * this.height;
    this.#heights = new Float32Array(size).fill(-1);
    this.#colours = new Float32Array(size * 3);
    this.#gloss = new Float32Array(size);
  }

  /** Puts a thing into the scene; `sample` gets the distance from its centre and answers null where the thing is not. */
  place(x: number, y: number, reach: number, sample: (dx: number, dy: number) => Surface | null): void {
    const density = this.#density;
    const top = Math.max(0, Math.floor((y - reach) * density));
    const bottom = Math.min(this.height, Math.ceil((y + reach) * density));
    const left = Math.max(0, Math.floor((x - reach) * density));
    const right = Math.min(this.width, Math.ceil((x + reach) * density));
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) {
        const surface = sample((column + 0.5) / density - x, (row + 0.5) / density - y);
        if (surface !== null) this.#raise(row * this.width + column, surface);
      }
    }
  }

  #raise(index: number, { height, colour, gloss }: Surface): void {
    if (height < this.#at(index)) return;
    this.#heights[index] = height;
    this.#colours.set(colour, index * 3);
    this.#gloss[index] = gloss;
  }

  /** RGBA bytes of the lit scene. */
  render(light: Light): Uint8ClampedArray {
    const pixels = new Uint8ClampedArray(this.width * this.height * 4);
    const around = this.#blurredHeights();
    for (let row = 0; row < this.height; row += 1) {
      for (let column = 0; column < this.width; column += 1) {
        pixels.set(this.#shade(row, column, light, around), (row * this.width + column) * 4);
      }
    }
    return pixels;
  }

  #shade(row: number, column: number, light: Light, around: Float32Array): [number, number, number, number] {
    const index = row * this.width + column;
    const slopeX = (this.#height(row, column + 1) - this.#height(row, column - 1)) * 0.5 * this.#density;
    const slopeY = (this.#height(row + 1, column) - this.#height(row - 1, column)) * 0.5 * this.#density;
    const length = Math.hypot(slopeX, slopeY, 1);
    const lightLength = Math.hypot(1, light.rise);
    const facing = (-slopeX * light.x - slopeY * light.y + light.rise) / (length * lightLength);
    const open = Math.max(0.35, Math.min(1, 1 - ((around[index] ?? 0) - this.#at(index)) / (60 * 1.6)));
    const reaching = this.#sunlight(row, column, light) * light.through(column / this.#density, row / this.#density);
    const diffuse = Math.max(0, facing) * reaching;
    const shine = this.#shine(slopeX, slopeY, length, light, reaching) * (this.#gloss[index] ?? 0);
    const channel = (part: 0 | 1 | 2) => {
      const lit = (this.#colours[index * 3 + part] ?? 0) * (ambient[part] * open + sun[part] * diffuse);
      return 255 * Math.min(1, lit + shine) ** (1 / 1.12);
    };
    return [channel(0), channel(1), channel(2), 255];
  }

  /** Seen from above, the mirror direction lies halfway between the eye and the sun. */
  #shine(slopeX: number, slopeY: number, length: number, light: Light, reaching: number): number {
    const lightLength = Math.hypot(1, light.rise);
    const halfLength = Math.hypot(1, light.rise + lightLength);
    const halfway = (-slopeX * light.x - slopeY * light.y + light.rise + lightLength) / (length * halfLength);
    return 0.75 * Math.max(0, halfway) ** 60 * reaching;
  }

  /** Walks towards the sun; what stands close above the ray makes the edge of the shadow soft. */
  #sunlight(row: number, column: number, light: Light): number {
    const start = this.#height(row, column) + 0.6;
    let free = 1;
    for (let distance = 2; distance < 300; distance *= 1.035) {
      const above = start + distance * light.rise;
      if (above > 190) break;
      const step = distance * this.#density;
      const blocker = this.#height(Math.round(row + light.y * step), Math.round(column + light.x * step));
      free = Math.min(free, 0.5 + ((above - blocker) / distance) * 9);
      if (free <= 0) return 0;
    }
    return free;
  }

  #height(row: number, column: number): number {
    const insideRow = Math.max(0, Math.min(this.height - 1, row));
    const insideColumn = Math.max(0, Math.min(this.width - 1, column));
    return this.#at(insideRow * this.width + insideColumn);
  }

  #at(index: number): number {
    return this.#heights[index] ?? 0;
  }

  /** What stands around a point takes skylight from it. */
  #blurredHeights(): Float32Array {
    const reach = Math.round(16 * this.#density);
    const once = blurRows(this.#heights, this.width, this.height, reach);
    return blurColumns(once, this.width, this.height, reach);
  }
}

function blurRows(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const blurred = new Float32Array(values.length);
  for (let row = 0; row < height; row += 1) blurLine(values, blurred, row * width, 1, width, reach);
  return blurred;
}

function blurColumns(values: Float32Array, width: number, height: number, reach: number): Float32Array {
  const blurred = new Float32Array(values.length);
  for (let column = 0; column < width; column += 1) blurLine(values, blurred, column, width, height, reach);
  return blurred;
}

function blurLine(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  count: number,
  reach: number,
): void {
  const at = (position: number) => from[start + Math.max(0, Math.min(count - 1, position)) * stride] ?? 0;
  let sum = 0;
  for (let position = -reach; position <= reach; position += 1) sum += at(position);
  for (let position = 0; position < count; position += 1) {
    to[start + position * stride] = sum / (2 * reach + 1);
    sum += at(position + reach + 1) - at(position - reach);
  }
}
