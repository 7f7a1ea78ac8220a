import { z } from 'zod';

const contactKinds = ['phone', 'email', 'messenger', 'social', 'address', 'hours', 'form'] as const;

/** What would bring out a text that hardly differs from its background. Which of them works depends on both colours. */
const clearerSchema = z.enum(['lighter-text', 'darker-text', 'darker-background']);
export type Clearer = z.infer<typeof clearerSchema>;

/** Why a phone shows the whole page smaller: no viewport tag, one that does not ask for the phone's width, a page that is too wide. */
const shrunkBySchema = z.enum(['no-viewport', 'own-viewport', 'wide-page']);
export type ShrunkBy = z.infer<typeof shrunkBySchema>;

/** A contact as a visitor met it. Part of the stable `audit --json` shape: add fields, never rename. */
export const foundContactSchema = z.strictObject({
  kind: z.enum(contactKinds),
  /** Phone as E.164 when the country is known, else digits; email in lower case; otherwise the URL or the text. */
  value: z.string(),
  /** As written on the page. */
  text: z.string(),
  /** URL of the page where it was seen. */
  page: z.string(),
  /** Taps or clicks from the page under test; 0 is on it. */
  clicks: z.number().int().min(0),
  aboveFold: z.boolean(),
  /** A tap calls, writes or opens. */
  usable: z.boolean(),
  /** Taps or clicks to the nearest place where a tap does so; null where none does. */
  usableAfter: z.number().int().min(0).nullable().optional(),
  /** What lies over it ("cookie banner", or a CSS selector), or null. */
  coveredBy: z.string().nullable(),
  /** What a tap opens where that is something else than what is written ("tel:+380441112233"); null where it is right. */
  opensInstead: z.string().nullable().optional(),
  /** Letters large enough on a phone, contrast of at least 3 to 1; null where that cannot be told (an icon, a picture behind it). */
  readable: z.boolean().nullable().optional(),
  /** Height of its letters on the screen in CSS pixels, and their contrast ratio; null as above. */
  fontPx: z.number().nullable().optional(),
  contrast: z.number().nullable().optional(),
  /** Why its letters are smaller on the screen than written; null where they are not. */
  shrunkBy: shrunkBySchema.nullable().optional(),
  /** What would bring the contrast up to what WCAG AA asks for; null where it is enough, or cannot be told. */
  clearer: clearerSchema.nullable().optional(),
  /** The picture on the page under test that shows it, where no text there does; null where it is written. */
  drawnOn: z.string().nullable().optional(),
});
export type FoundContact = z.infer<typeof foundContactSchema>;

const formPurposes = ['contact', 'booking', 'newsletter', 'search', 'login', 'comment', 'order', 'other'] as const;
const fieldRoles = ['name', 'email', 'phone', 'message', 'consent', 'other'] as const;

/** A form as a visitor met it. Part of the stable `audit --json` shape: add fields, never rename. */
export const foundFormSchema = z.strictObject({
  page: z.string(),
  /** Its heading or its button's words; null when it has neither. */
  title: z.string().nullable().default(null),
  /** An id that names this form alone on its page, as in `form:/#callback`; null when it has none. */
  anchor: z.string().nullable().default(null),
  purpose: z.enum(formPurposes),
  fields: z.array(
    z.strictObject({
      name: z.string().nullable(),
      type: z.string(),
      role: z.enum(fieldRoles),
      required: z.boolean(),
    }),
  ),
  submit: z.enum(['post', 'fetch', 'mailto', 'none']),
  captcha: z.enum(['none', 'recaptcha', 'hcaptcha', 'turnstile', 'other']),
});
export type FoundForm = z.infer<typeof foundFormSchema>;
