import type { Frame, JSHandle } from 'playwright-core';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';

/** Remembers in the page where something was read, so that it can be found again when a picture is taken. */
export interface SpotKeeper {
  /** @returns the spot's number */
  note(target: Element | Range): number;
  /** Where the spots are now, in CSS pixels from the upper left corner of the frame's window. */
  boxes(): { spot: number; x: number; y: number; width: number; height: number }[];
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
  return {
    note: (target) => (spots.length < most ? first + spots.push(target) - 1 : -1),
    boxes: () =>
      spots.map((target, n) => {
        const { x, y, width, height } = boxOf(target);
        return { spot: first + n, x, y, width, height };
      }),
  };
}

export type SpotBox = ReturnType<SpotKeeper['boxes']>[number];

/** The spots of one reading of a page and its frames. */
export interface Spots {
  /** A keeper for this frame. */
  keeperIn(frame: Frame): Promise<JSHandle<SpotKeeper>>;
  /** Where they are now, in CSS pixels from the window's upper left corner. */
  boxes(): Promise<ReadonlyMap<number, SpotBox>>;
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
    async boxes() {
      const all: SpotBox[] = [];
      for (const { frame, keeper } of kept) {
        const here = await bestEffort(() => boxesIn(frame, keeper), framePatienceMs);
        if (here.ok) all.push(...here.value);
      }
      return new Map(all.map((box) => [box.spot, box]));
    },
  };
}

async function boxesIn(frame: Frame, keeper: JSHandle<SpotKeeper>): Promise<SpotBox[]> {
  const boxes = await keeper.evaluate((spots) => spots.boxes());
  if (frame.parentFrame() === null) return boxes;
  const edge = await (await frame.frameElement()).boundingBox();
  if (edge === null) return [];
  // Of a frame that is scrolled, only its window can be seen.
  return boxes
    .filter(({ x, y, width, height }) => x + width > 0 && y + height > 0 && x < edge.width && y < edge.height)
    .map((box) => ({ ...box, x: box.x + edge.x, y: box.y + edge.y }));
}
