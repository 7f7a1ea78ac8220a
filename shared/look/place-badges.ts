interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const gapPx = 6;

/**
 * Where the badge of each box goes: beside it where nothing else is, so that it covers neither another box nor a badge. Where
 * there is no such place, the one that covers least.
 * @param badges their sizes, in the order of the boxes
 */
export function placeBadges(
  boxes: readonly Box[],
  badges: readonly Pick<Box, 'width' | 'height'>[],
  picture: Pick<Box, 'width' | 'height'>,
): Box[] {
  const placed: Box[] = [];
  for (const [n, box] of boxes.entries()) {
    const { width, height } = badges[n] ?? { width: 0, height: 0 };
    const places = placesBeside(box, { width, height }).map(({ x, y }) => ({
      x: Math.min(Math.max(0, x), picture.width - width),
      y: Math.min(Math.max(0, y), picture.height - height),
      width,
      height,
    }));
    const covered = (place: Box): number =>
      [...boxes, ...placed].reduce((sum, other) => sum + overlapOf(place, other), 0);
    const [best] = places.toSorted((a, b) => covered(a) - covered(b));
    if (best !== undefined) placed.push(best);
  }
  return placed;
}

/** In the order in which they are tried: right, left, above, below, and one further to the right. */
function placesBeside(box: Box, { width, height }: Pick<Box, 'width' | 'height'>): Pick<Box, 'x' | 'y'>[] {
  const middle = box.y + (box.height - height) / 2;
  const right = box.x + box.width + gapPx;
  return [
    { x: right, y: middle },
    { x: box.x - width - gapPx, y: middle },
    { x: box.x, y: box.y - height - gapPx },
    { x: box.x, y: box.y + box.height + gapPx },
    { x: right + width + gapPx, y: middle },
  ];
}

function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
