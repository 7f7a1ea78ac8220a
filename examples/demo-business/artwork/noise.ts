/** Numbers from 0 to 1 that are the same at every run: pictures must not change because they were drawn again. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Smooth noise from 0 to 1, one bump per unit. */
export function noise(x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const across = smoothStep(0, 1, x - column);
  const down = smoothStep(0, 1, y - row);
  const top = mix(lattice(column, row), lattice(column + 1, row), across);
  const bottom = mix(lattice(column, row + 1), lattice(column + 1, row + 1), across);
  return mix(top, bottom, down);
}

export function roughness(x: number, y: number): number {
  return noise(x, y) * 0.5 + noise(x * 2.1, y * 2.1) * 0.3 + noise(x * 4.3, y * 4.3) * 0.2;
}

export function smoothStep(from: number, to: number, value: number): number {
  const part = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return part * part * (3 - 2 * part);
}

export function mix(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}

function lattice(column: number, row: number): number {
  let bits = Math.imul(column, 374_761_393) + Math.imul(row, 668_265_263);
  bits = Math.imul(bits ^ (bits >>> 13), 1_274_126_177);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
