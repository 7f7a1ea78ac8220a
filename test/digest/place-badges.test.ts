import { expect, it } from 'vitest';
import { placeBadges } from '../../shared/look/place-badges.ts';

const picture = { width: 390, height: 844 };
const badge = { width: 30, height: 20 };
type Box = ReturnType<typeof placeBadges>[number];
const badgesOf = (boxes: readonly Box[]): Box[] =>
  placeBadges(
    boxes,
    boxes.map(() => badge),
    picture,
  );
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

it('a badge stands beside its place', () => {
  const place = { x: 40, y: 300, width: 120, height: 20 };
  const [only] = badgesOf([place]);
  expect(only).toEqual({ x: 166, y: 300, ...badge });
});

it('two contacts at one place have two badges that are both seen', () => {
  const place = { x: 40, y: 300, width: 120, height: 20 };
  const [one, other] = badgesOf([place, place]);
  expect(one && other && overlap(one, other)).toBe(false);
});

it('lines of a list cover neither each other nor their badges', () => {
  const lines = Array.from({ length: 10 }, (_, n) => ({ x: 20, y: 40 + n * 26, width: 200, height: 20 }));
  const badges = badgesOf(lines);
  for (const [n, one] of badges.entries())
    for (const other of [...badges.slice(n + 1), ...lines]) expect(overlap(one, other)).toBe(false);
});

it('at every edge, and for a place that fills the picture, the badge is in the picture', () => {
  const corners = [
    { x: 0, y: 0, width: 390, height: 844 },
    { x: 0, y: 0, width: 390, height: 20 },
    { x: 380, y: 834, width: 10, height: 10 },
    { x: 0, y: 834, width: 10, height: 10 },
  ];
  for (const { x, y } of badgesOf(corners)) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(360);
    expect(y).toBeLessThanOrEqual(824);
  }
});
