import type { Frame, JSHandle } from 'playwright-core';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';

/** Something that was read, and where: the number under which the page keeps it, and which of its words are meant. */
export interface Spot {
  readonly number: number;
  /** From this letter on, with runs of blanks as one. */
  readonly from: number;
  /** Empty where all of it is meant. */
  readonly words: string;
}

export interface SpotBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Remembers in the page where something was read, so that it can be found again when a picture is taken. */
export interface SpotKeeper {
  /** @returns the spot's number */
  note(target: Element | Range): number;
  /** Where the spots are now, in CSS pixels from the upper left corner of the frame's window. */
  boxes(wanted: readonly Spot[]): SpotBox[];
}

const spotsEach = 2_000;

/** Runs in the page and brings all it needs. */
function makeSpotKeeper({ first, most }: { first: number; most: number }): SpotKeeper {
  const spots: (Element | Range)[] = [];
  const boxOf = (target: Element | Range): DOMRect => {
    const box = target.getBoundingClientRect();
    const inner = target instanceof Element ? target.firstElementChild?.getBoundingClientRect() : undefined;
    return box.width * box.height >= 4 || inner === undefined ? box : inner;
  };

  /** These words alone; all of it where it has changed meanwhile. */
  function within(target: Element | Range, from: number, words: string): Element | Range {
    const node = target instanceof Element ? null : target.startContainer;
    if (words === '' || !(node instanceof Text)) return target;
    const letters = [...node.data.matchAll(/\s+|\S/g)].map(({ index, 0: sign }) => ({ index, sign }));
    const meant = letters.slice(from, from + words.length);
    const said = meant.map(({ sign }) => (/\s/.test(sign) ? ' ' : sign)).join('');
    const [begin, end] = [meant[0], meant.at(-1)];
    if (said !== words || begin === undefined || end === undefined) return target;
    const range = document.createRange();
    range.setStart(node, begin.index);
    range.setEnd(node, end.index + end.sign.length);
    return range;
  }

  return {
    note: (target) => (spots.length < most ? first + spots.push(target) - 1 : -1),
    boxes: (wanted) =>
      wanted.map(({ number, from, words }) => {
        const target = spots[number - first];
        const { x, y, width, height } = target === undefined ? new DOMRect() : boxOf(within(target, from, words));
        return { x, y, width, height };
      }),
  };
}

/** The spots of one reading of a page and its frames. */
export interface Spots {
  /** A keeper for this frame. */
  keeperIn(frame: Frame): Promise<JSHandle<SpotKeeper>>;
  /** Where they are now, in CSS pixels from the window's upper left corner; those that cannot be seen are left out. */
  boxes(wanted: readonly Spot[]): Promise<ReadonlyMap<Spot, SpotBox>>;
}

const framePatienceMs = 1_000;

export function startSpots(): Spots {
  const kept: { readonly frame: Frame; readonly keeper: JSHandle<SpotKeeper> }[] = [];
  return {
    async keeperIn(frame) {
      const numbers = { first: kept.length * spotsEach, most: spotsEach };
      const keeper = await frame.evaluateHandle(makeSpotKeeper, numbers);
      kept.push({ frame, keeper });
      return keeper;
    },
    async boxes(wanted) {
      const found = new Map<Spot, SpotBox>();
      for (const [index, { frame, keeper }] of kept.entries()) {
        const here = wanted.filter(({ number }) => number >= 0 && Math.floor(number / spotsEach) === index);
        if (here.length === 0) continue;
        const seen = await bestEffort(() => boxesIn(frame, keeper, here), framePatienceMs);
        if (seen.ok) for (const [spot, box] of seen.value) found.set(spot, box);
      }
      return found;
    },
  };
}

async function boxesIn(
  frame: Frame,
  keeper: JSHandle<SpotKeeper>,
  wanted: readonly Spot[],
): Promise<[Spot, SpotBox][]> {
  const boxes = await keeper.evaluate((spots, spotsWanted) => spots.boxes(spotsWanted), wanted);
  const placed = wanted.flatMap((spot, n): [Spot, SpotBox][] => {
    const box = boxes[n];
    return box === undefined ? [] : [[spot, box]];
  });
  if (frame.parentFrame() === null) return placed;
  const edge = await (await frame.frameElement()).boundingBox();
  if (edge === null) return [];
  // Of a frame that is scrolled, only its window can be seen.
  return placed
    .filter(([, { x, y, width, height }]) => x + width > 0 && y + height > 0 && x < edge.width && y < edge.height)
    .map(([spot, box]) => [spot, { ...box, x: box.x + edge.x, y: box.y + edge.y }]);
}
