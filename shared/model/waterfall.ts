import { z } from 'zod';
import { deviceSchema } from './device.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';

/** What the browser does not show before the file is there: anything, what comes after it in the page, or nothing at all. */
const blocksSchema = z.enum(['screen', 'rest', 'nothing']);
export type Blocks = z.infer<typeof blocksSchema>;

const waterfallRequestSchema = z.strictObject({
  url: foreignTextSchema,
  /** As Chromium names it: Document, Script, Stylesheet, Image, Font, Fetch, XHR ... */
  type: foreignTextSchema,
  status: z.number().nullable(),
  /** Since the navigation began. */
  startMs: z.number(),
  /** Of its duration, until the answer began; null while there is none. */
  waitMs: z.number().nullable(),
  /** Null while unfinished. */
  durationMs: z.number().nullable(),
  /** On the wire, headers included. */
  bytes: z.number(),
  /** Whose server it is, as a registrable domain; null for the site's own. */
  thirdParty: foreignTextSchema.nullable(),
  /** Of styles and scripts; absent where the browser did not say. */
  blocks: blocksSchema.optional(),
  /** The style sheet that asks for it by @import; absent for what the page or a script asks for. */
  importedBy: foreignTextSchema.optional(),
});
export type WaterfallRequest = z.infer<typeof waterfallRequestSchema>;

/** The evidence `requests.json` of a page load: what a waterfall is drawn from. */
export const waterfallSchema = z.strictObject({
  version: z.literal(1),
  url: foreignTextSchema,
  device: deviceSchema,
  /** What the visitor saw when, in milliseconds since the navigation began; absent when it never came. */
  marks: z.strictObject({
    ttfbMs: z.number().optional(),
    fcpMs: z.number().optional(),
    lcpMs: z.number().optional(),
    loadMs: z.number().optional(),
  }),
  /** In the order of their starts. */
  requests: z.array(waterfallRequestSchema),
});
export type Waterfall = z.infer<typeof waterfallSchema>;
