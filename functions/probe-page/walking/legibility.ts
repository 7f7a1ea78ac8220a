import type { Clearer, ShrunkBy } from '../../../shared/model/found.ts';
import type { Kit } from './kit.ts';

/** How a stretch of text looks to a reader. */
export interface Legibility {
  /** Height of its letters on the screen, in CSS pixels, as far as the page is zoomed out. */
  readonly fontPx: number;
  /** Why they are smaller there than written; null where they are not. */
  readonly shrunkBy: ShrunkBy | null;
  /** WCAG 2.2 contrast ratio to what lies behind it; null where that cannot be told, as on a picture. */
  readonly contrast: number | null;
  /** What WCAG AA asks for at this size and weight. */
  readonly neededContrast: number;
  /** What would bring the contrast up to that; null where there is enough, or nobody can tell. */
  readonly clearer: Clearer | null;
}

export type LegibilityReader = (target: Element, line: DOMRect) => Legibility;

/** WCAG asks for nothing; below this, phones' own guidelines (Lighthouse's "legible font sizes", too) call text illegible. */
const smallestFontPx = 12;
/** Below it, letters of any size are hard to make out: WCAG asks for it even of the largest ones. */
const hardContrast = 3;
/** Colours are read in whole steps of 255. */
const rounding = 0.05;

/**
 * True, false, or null where the background cannot be told: then nobody is accused. What most people read without effort is
 * readable; that it falls short of WCAG AA is told by `clearer`.
 */
export function isReadable(legibility: Legibility | null, isPhone: boolean): boolean | null {
  if (legibility === null) return null;
  if (isPhone && Math.round(legibility.fontPx) < smallestFontPx) return false;
  if (legibility.contrast === null) return null;
  return legibility.contrast + rounding >= hardContrast;
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
type Point = readonly [x: number, y: number];

interface Colours {
  /** Any notation of CSS, through the browser's own eyes. */
  parse(colour: string): Colour | null;
  over(top: Colour, below: Colour): Colour;
  /** WCAG 2.2 relative luminance of an opaque colour: 0 is black, 1 is white. */
  luminance(colour: Colour): number;
  /** WCAG 2.2 contrast ratio of two opaque colours. */
  ratio(a: Colour, b: Colour): number;
}

/** What lies behind a text. */
interface Backgrounds {
  /** The colour of one layer; null when it is more than a colour. */
  colourOf(element: Element, isText: boolean, colours: Colours): Colour | null;
  /** What lets every tap through is not among the elements at a point, and may be the picture behind the text. */
  hasUntouchablePictureAt(point: Point): boolean;
}

interface Parts {
  readonly colours: Colours;
  readonly backgrounds: Backgrounds;
  readonly contrastOf: ContrastReader;
}

interface Contrast {
  readonly ratio: number;
  /** What would make it stronger. */
  readonly clearer: Clearer;
}

/** @param opacity of the text, with all that it stands in */
type ContrastReader = (
  target: Element,
  line: DOMRect,
  opacity: number,
  parts: Omit<Parts, 'contrastOf'>,
) => Contrast | null;

/** Runs in the page, with what the three functions below have made there. Large text, by WCAG 2.2: 24 px, or 18.66 px in bold. */
function makeLegibilityReader({ colours, backgrounds, contrastOf }: Parts): LegibilityReader {
  function lineage(target: Element): Element[] {
    const line: Element[] = [];
    for (let at: Element | null = target; at !== null; at = at.parentElement) line.push(at);
    return line;
  }

  function findShrinker(scale: number): ShrunkBy | null {
    if (scale > 0.9) return null;
    const tags = [...document.querySelectorAll<HTMLMetaElement>('meta[name="viewport" i]')];
    if (tags.length === 0) return 'no-viewport';
    return /device-width|initial-scale/i.test(tags.at(-1)?.content ?? '') ? 'wide-page' : 'own-viewport';
  }

  return (target, line) => {
    const { fontSize, fontWeight } = getComputedStyle(target);
    const written = Number.parseFloat(fontSize);
    const ancestors = lineage(target);
    const isMoving = ancestors.some((at) => at.getAnimations().some(({ playState }) => playState === 'running'));
    // A transformation or the browser's own enlarging of text shows in the height of the line only.
    const isScaled = !isMoving && (line.height < written * 0.9 || line.height > written * 2.2);
    const drawn = isScaled ? line.height / 1.2 : written;
    const isLarge = written >= 24 || (written >= 18.66 && Number(fontWeight) >= 700);
    const opacity = ancestors.reduce((product, at) => product * Number(getComputedStyle(at).opacity), 1);
    const neededContrast = isLarge ? 3 : 4.5;
    const contrast = isMoving ? null : contrastOf(target, line, opacity, { colours, backgrounds });
    // Colours are read in whole steps of 255.
    const isEnough = contrast === null || contrast.ratio + 0.05 >= neededContrast;
    const scale = visualViewport?.scale ?? 1;
    return {
      fontPx: Math.round(drawn * scale * 10) / 10,
      shrunkBy: findShrinker(scale),
      contrast: contrast?.ratio ?? null,
      neededContrast,
      clearer: isEnough ? null : contrast.clearer,
    };
  };
}

/** Runs in the page and brings all it needs. Source of the formulas: WCAG 2.2, relative luminance and contrast ratio. */
function makeColours(): Colours {
  let brush: CanvasRenderingContext2D | null | undefined;

  function parse(colour: string): Colour | null {
    brush ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    if (brush === null) return null;
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }

  function over(top: Colour, below: Colour): Colour {
    const mix = (a: number, b: number): number => a * top[3] + b * (1 - top[3]);
    return [mix(top[0], below[0]), mix(top[1], below[1]), mix(top[2], below[2]), 1];
  }

  function luminance([red, green, blue]: Colour): number {
    const linear = (value: number): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  function ratio(a: Colour, b: Colour): number {
    const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
    return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
  }

  return { parse, over, luminance, ratio };
}

/** Runs in the page and brings all it needs. */
function makeBackgrounds(): Backgrounds {
  const pictures = /^(img|video|canvas|svg|iframe|picture|object|embed)$/;

  function paintsByPseudoElement(element: Element, { parse }: Colours): boolean {
    return ['::before', '::after'].some((pseudo) => {
      const { content, position, backgroundImage, backgroundColor } = getComputedStyle(element, pseudo);
      const paints = backgroundImage !== 'none' || (parse(backgroundColor)?.[3] ?? 0) > 0;
      return content !== 'none' && /absolute|fixed/.test(position) && paints;
    });
  }

  function colourOf(element: Element, isText: boolean, colours: Colours): Colour | null {
    const style = getComputedStyle(element);
    const isPlain =
      style.backgroundImage === 'none' &&
      style.filter === 'none' &&
      style.mixBlendMode === 'normal' &&
      !/text/.test(style.backgroundClip) &&
      (style.backdropFilter === 'none' || style.backdropFilter === '');
    if (!isPlain || (!isText && pictures.test(element.localName)) || paintsByPseudoElement(element, colours))
      return null;
    const colour = colours.parse(style.backgroundColor);
    return colour !== null && colour[3] > 0 && Number(style.opacity) < 1 ? null : colour;
  }

  function hasUntouchablePictureAt([x, y]: Point): boolean {
    return [...document.querySelectorAll('body *')].slice(0, 4_000).some((element) => {
      const style = getComputedStyle(element);
      if (style.pointerEvents !== 'none') return false;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      if (x < left || x > right || y < top || y > bottom) return false;
      return (
        pictures.test(element.localName) ||
        style.backgroundImage !== 'none' ||
        style.backgroundColor !== 'rgba(0, 0, 0, 0)'
      );
    });
  }

  return { colourOf, hasUntouchablePictureAt };
}

/** Runs in the page and brings all it needs. */
function makeContrastReader(): ContrastReader {
  function backgroundAt(target: Element, [x, y]: Point, colours: Colours, backgrounds: Backgrounds): Colour | null {
    const hits = document.elementsFromPoint(x, y);
    const from = hits.indexOf(target);
    if (from < 0) return null;
    const behind: Colour[] = [];
    for (const element of hits.slice(from)) {
      const colour = backgrounds.colourOf(element, element === target, colours);
      if (colour === null) return null;
      behind.push(colour);
      if (colour[3] === 1) break;
    }
    const isDark = /dark/.test(getComputedStyle(document.documentElement).colorScheme);
    if (isDark && !behind.some(([, , , alpha]) => alpha === 1)) return null;
    return behind.reduceRight((below, layer) => colours.over(layer, below), [255, 255, 255, 1]);
  }

  /** White text is readable by WCAG AA on what is as dark as this, black text on everything lighter. */
  const darkest = 1.05 / 4.5 - 0.05;

  function clearerThan(ink: Colour, background: Colour, { luminance }: Colours): Clearer {
    if (luminance(background) <= darkest) return 'lighter-text';
    return luminance(ink) > luminance(background) ? 'darker-background' : 'darker-text';
  }

  return (target, line, opacity, { colours, backgrounds }) => {
    const style = getComputedStyle(target);
    const middle: Point = [line.left + line.width / 2, line.top + line.height / 2];
    const background = backgroundAt(target, middle, colours, backgrounds);
    const ink = colours.parse(style.webkitTextFillColor || style.color);
    if (background === null || ink === null) return null;
    const [red, green, blue, alpha] = ink;
    const seen = colours.over([red, green, blue, alpha * opacity], background);
    const contrast = colours.ratio(seen, background);
    const isDoubtful = style.textShadow !== 'none' || (contrast < 4.5 && backgrounds.hasUntouchablePictureAt(middle));
    if (isDoubtful) return null;
    return { ratio: Math.round(contrast * 100) / 100, clearer: clearerThan(seen, background, colours) };
  };
}

/** Adds a reader of what is on the screen now: the text must be in view. */
export function withLegibility<Others extends object>(others: Kit<Others>) {
  return others
    .with('colours', makeColours)
    .with('backgrounds', makeBackgrounds)
    .with('contrastOf', makeContrastReader)
    .with('legibilityOf', makeLegibilityReader);
}
