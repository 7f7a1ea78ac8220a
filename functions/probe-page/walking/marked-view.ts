import type { Visit } from '../../../shared/browser/visit.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';

/** A picture of what is in the window, and how the page's pixels lie in it. */
export interface View {
  readonly name: string;
  /** A JPEG of about 30 to 150 KB; null where none could be taken. */
  readonly bytes: Uint8Array | null;
  /** Of the picture, in its pixels, which are CSS pixels of the device. */
  readonly width: number;
  readonly height: number;
  /** A page that is wider than a phone is shown smaller: so many pixels of the picture for one of the page. */
  readonly scale: number;
  /** Of the picture's corner, in pixels of the page's window. */
  readonly left: number;
  readonly top: number;
}

const patienceMs = 4_000;
const quality = 60;

/** Takes what is in the window, at the size of CSS pixels. Nothing depends on it: a page may have no picture to be taken of. */
export async function takeView(
  { page }: Pick<Visit, 'page'>,
  name: `${string}.jpg`,
  signal: AbortSignal,
): Promise<View> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const take = async () => {
    const bytes = await page.screenshot({ type: 'jpeg', quality, scale: 'css', timeout: patienceMs });
    return { bytes, ...(await page.evaluate(windowOnPage)) };
  };
  const taken = await bestEffort(() => withinDeadline(take(), signal), patienceMs);
  signal.throwIfAborted();
  const rest = taken.ok ? taken.value : { bytes: null, scale: 1, left: 0, top: 0 };
  return { name, width, height, ...rest };
}

/** Runs in the page. */
function windowOnPage(): { scale: number; left: number; top: number } {
  const { scale = 1, offsetLeft: left = 0, offsetTop: top = 0 } = visualViewport ?? {};
  return { scale, left, top };
}
