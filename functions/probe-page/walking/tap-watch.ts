/** What comes of a tap on a link, in the page. */
interface TapWatch {
  /** A script has kept the browser from opening the link; false also where no tap has reached it in time. */
  isPrevented(patienceMs: number): Promise<boolean>;
  /** Something new is on the screen, or a counter has been asked to call back before the script goes on. */
  hasAnswered(): Promise<boolean>;
}

/** What can be seen of the page. */
interface Marks<Now> {
  /** What is there once nothing more comes: the way to a link scrolls the page, and a header may follow late. */
  atRest(): Promise<Now>;
  /** Whether the page comes to rest as it was. */
  settlesAs(before: Now): Promise<boolean>;
}

/** Runs in the page and brings all it needs. */
export function makeTapMarks() {
  /** Headers that follow the scroll position come and go within this; on a busy machine within the frames after it. */
  const settleMs = 350;
  const mostSettles = 4;

  function onScreen(): Element[] {
    return [...document.querySelectorAll('body *')].slice(0, 6_000).filter((element) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const isIn = width * height >= 100 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      return isIn && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    });
  }

  /** Google's own snippet for calls dials in a callback; where its server does not answer, that is not the site's fault. */
  function callbacks(): number {
    const { dataLayer } = window as { dataLayer?: unknown };
    const isAsked = (part: unknown): boolean =>
      part instanceof Object && ['event_callback', 'eventCallback'].some((name) => name in part);
    const asksBack = (entry: unknown): boolean =>
      entry instanceof Object && [entry, ...Object.values(entry)].some(isAsked);
    return Array.isArray(dataLayer) ? dataLayer.filter(asksBack).length : 0;
  }

  const now = () => ({ shown: new Set(onScreen()), text: document.body.innerText, callbacks: callbacks() });
  const differ = (before: ReturnType<typeof now>): boolean =>
    callbacks() > before.callbacks ||
    document.body.innerText !== before.text ||
    onScreen().some((element) => !before.shown.has(element));
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const frame = (): Promise<void> =>
    Promise.race([new Promise<void>((done) => requestAnimationFrame(() => done())), pause(1_000)]);

  async function settlesAs(before: () => ReturnType<typeof now>): Promise<boolean> {
    for (let settles = 0; settles < mostSettles; settles += 1) {
      const marked = before();
      await pause(settleMs);
      await frame();
      await frame();
      if (!differ(marked)) return true;
    }
    return false;
  }

  return {
    settlesAs: (before: ReturnType<typeof now>) => settlesAs(() => before),
    atRest: () => settlesAs(now).then(now),
  };
}

/** Runs in the page, with what was made there before. Watches from when the page has come to rest. */
export async function watchTap<Now>({
  href,
  marks,
}: {
  readonly href: string;
  readonly marks: Marks<Now>;
}): Promise<TapWatch> {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const events: Event[] = [];
  const isOfLink = (event: Event): boolean =>
    event.composedPath().some((at) => at instanceof Element && at.getAttribute('href')?.trim() === href);
  for (const type of ['touchstart', 'touchend', 'click']) {
    const note = (event: Event): void => {
      if (isOfLink(event)) events.push(event);
    };
    addEventListener(type, note, { capture: true, passive: true });
  }
  const before = await marks.atRest();
  const home = { left: scrollX, top: scrollY, behavior: 'instant' } as const;

  return {
    async isPrevented(patienceMs) {
      const isPrevented = (): boolean => events.some(({ defaultPrevented }) => defaultPrevented);
      const isClicked = (): boolean => events.some(({ type }) => type === 'click');
      for (let waitedMs = 0; waitedMs < patienceMs && !isClicked() && !isPrevented(); waitedMs += 20) await pause(20);
      await pause(0);
      return isPrevented();
    },
    async hasAnswered() {
      scrollTo(home);
      return !(await marks.settlesAs(before));
    },
  };
}
