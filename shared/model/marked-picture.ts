import { z } from 'zod';
import { shorten } from './foreign-text.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';
import type { FoundContact } from './found.ts';
import { tolerant } from './tolerant.ts';

/**
 * How a contact or a form stands where it is marked: `usable`; `plain` (it can be read, a tap opens nothing); `limited` (it works
 * for some visitors only); `faulty` (it opens something else, or fails); `unseen` (something lies over it, or it cannot be read); `untested` (seen, and not tried).
 */
const markStates = ['usable', 'plain', 'limited', 'faulty', 'unseen', 'untested'] as const;
export type MarkState = (typeof markStates)[number];

const markKinds = ['phone', 'email', 'messenger', 'social', 'form'] as const;
export type MarkKind = (typeof markKinds)[number];

export const marksAtMost = 20;
export const picturesAtMost = 3;
const labelLimit = 80;
/** No screen is larger; a page that claims so is not believed. */
const largestPx = 10_000;

const pixels = z.number().int().min(0).max(largestPx);
const label = foreignTextSchema.transform((text) => shorten(text, labelLimit));

const markSchema = z.strictObject({
  kind: z.enum(markKinds),
  /** Its value as under `found`; of a form, its button or its heading. */
  label,
  state: z.enum(markStates),
  /** In CSS pixels from the picture's upper left corner; within the picture. */
  x: pixels,
  y: pixels,
  width: pixels,
  height: pixels,
});
export type Mark = z.infer<typeof markSchema>;

/** Where on a picture the contacts and the form are. Part of the stable `audit --json` shape: add fields, never rename. */
export const markedPictureSchema = z.strictObject({
  /** The name of the piece of evidence. */
  name: z.string(),
  page: foreignTextSchema,
  /** In CSS pixels. */
  width: pixels.min(1),
  height: pixels.min(1),
  marks: z.array(markSchema).max(marksAtMost),
});
export type MarkedPicture = z.infer<typeof markedPictureSchema>;

/** Where a result keeps them. */
export const picturesDetail = 'pictures';

const storedPicture = tolerant(
  markedPictureSchema.extend({
    // A mark of a kind or a state that only a later version knows is left out.
    marks: z
      .array(tolerant(markSchema).nullable().catch(null))
      .transform((marks) => marks.flatMap((mark) => mark ?? []).slice(0, marksAtMost)),
  }),
);

export function picturesOf(details: Readonly<Record<string, unknown>>): MarkedPicture[] {
  const { data = [] } = z.array(storedPicture.nullable().catch(null)).safeParse(details[picturesDetail]);
  return data.flatMap((picture) => picture ?? []).slice(0, picturesAtMost);
}

/** Nothing to be seen counts first, then what misleads. */
export function stateOf({ kind, coveredBy, readable, opensInstead, usable }: FoundContact): MarkState {
  // A messenger is known by its colour and its sign.
  const isUnreadable = readable === false && (kind === 'phone' || kind === 'email');
  if (coveredBy !== null || isUnreadable) return 'unseen';
  if (typeof opensInstead === 'string') return 'faulty';
  return usable ? 'usable' : 'plain';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a box that a picture of this size shows, in whole pixels; null when it shows less than half of it. */
export function boxWithin(box: Box, size: Pick<Box, 'width' | 'height'>): Box | null {
  if (![box.x, box.y, box.width, box.height].every(Number.isFinite)) return null;
  const [left, top] = [Math.max(0, Math.round(box.x)), Math.max(0, Math.round(box.y))];
  const right = Math.min(size.width, Math.round(box.x + box.width));
  const bottom = Math.min(size.height, Math.round(box.y + box.height));
  const [width, height] = [right - left, bottom - top];
  if (width < 2 || height < 2) return null;
  // What is larger than the screen shows as much as a screen can.
  const whole = Math.min(box.width, size.width) * Math.min(box.height, size.height);
  return width * height * 2 < whole ? null : { x: left, y: top, width, height };
}
