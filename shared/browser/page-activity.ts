import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { evaluateInOwnWorld, type Starts } from './own-world.ts';
import type { RequestLog } from './request-log.ts';

/** What goes on in the page that a visit looks at. */
export interface PageActivity {
  /** What the page has started by itself so far; null when it cannot be asked. */
  starts(): Promise<Starts | null>;
  /**
   * Waits for what the page makes of something that has happened to it: the whole of `patienceMs`, unless it is sure earlier
   * that nothing more can come. It is sure when the page has started nothing since then, nothing moves or changes any more, and
   * no request is under way. Where `since` is null it is never sure.
   * @param since what the page had started until then; its beginning means that it must not have started anything, ever
   * @param quietFrames for how many frames nothing may move or change. Three are enough to answer to what was done before
   * @returns whether it was sure
   */
  settled(since: Starts | 'its beginning' | null, patienceMs: number, quietFrames?: number): Promise<boolean>;
}

const answeringFrames = 3;

export function watchActivity(page: Page, session: CDPSession, requests: RequestLog): PageActivity {
  const isQuiet = async (order: QuietOrder, patience: AbortSignal): Promise<boolean> => {
    while (!patience.aborted) {
      const seen = await evaluateInOwnWorld(session, `(${staysQuiet})(${JSON.stringify(order)})`).catch(() => null);
      // Frames and workers have timers of their own, which are not seen.
      if (seen !== true || page.frames().length > 1 || page.workers().length > 0) return false;
      if (requests.underway() === 0) return true;
      await requests.nextEnd();
    }
    return false;
  };
  return {
    starts: async () => (await evaluateInOwnWorld(session, 'pageStarts()').catch(() => null)) as Starts | null,
    settled: async (since, patienceMs, quietFrames = answeringFrames) => {
      const over = new AbortController();
      const patience = setTimeout(patienceMs, false, { signal: over.signal }).catch(() => false);
      const order = { before: since === 'its beginning' ? null : since, quietFrames, patienceMs };
      try {
        const quiet = since === null ? patience : isQuiet(order, over.signal).then((isSure) => isSure || patience);
        const isSure = await Promise.race([patience, quiet]);
        // What has happened until now is known when the browser has answered: it reports everything in turn.
        await session.send('Target.getTargetInfo').catch(() => {});
        return isSure;
      } finally {
        over.abort();
      }
    },
  };
}

interface QuietOrder {
  readonly before: Starts | null;
  readonly quietFrames: number;
  /** Some pages never hold still. */
  readonly patienceMs: number;
}

/** Runs in our own world (see own-world). @returns false as soon as something may come later */
async function staysQuiet({ before, quietFrames, patienceMs }: QuietOrder): Promise<boolean> {
  const endsAtMs = performance.now() + patienceMs;
  const { pageStarts } = globalThis as typeof globalThis & { pageStarts: () => Starts };
  let changed = false;
  const changes = new MutationObserver(() => {
    changed = true;
  });
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  let place = `${scrollX} ${scrollY}`;
  const isMoving = (): boolean => {
    const placeBefore = place;
    place = `${scrollX} ${scrollY}`;
    const isAnimated = document.getAnimations().some(({ playState, effect }) => {
      const end = Number(effect?.getComputedTiming().endTime ?? 0);
      return playState === 'running' && Number.isFinite(end);
    });
    return isAnimated || place !== placeBefore;
  };
  const hasStarted = (): boolean => {
    const { documentAt, timers, frames, idles } = pageStarts();
    const allowed = before ?? { documentAt, timers: 0, frames: 0, idles: 0 };
    const isOther = documentAt !== allowed.documentAt;
    return isOther || timers > allowed.timers || frames > allowed.frames || idles > allowed.idles;
  };
  // What is in the shadow of an element moves and changes unseen.
  const mayHaveShadow = ({ localName, shadowRoot }: Element): boolean => localName.includes('-') || shadowRoot !== null;
  try {
    if (document.querySelector('meta[http-equiv="refresh" i]') !== null) return false;
    if ([...document.querySelectorAll('*')].some(mayHaveShadow)) return false;
    for (let quiet = 0; quiet < quietFrames; ) {
      await new Promise((painted) => requestAnimationFrame(painted));
      if (hasStarted() || performance.now() > endsAtMs) return false;
      quiet = changed || isMoving() ? 0 : quiet + 1;
      changed = false;
    }
    return true;
  } finally {
    changes.disconnect();
  }
}
