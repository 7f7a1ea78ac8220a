import { z } from 'zod';

/** What customers complain of or praise, and whether that is service or the product itself. */
export const themes = {
  /** Calls, messages and mails that nobody answers; a promised call that never came. */
  'no-answer': 'service',
  /** Queues, slow service, appointments that start late. */
  waiting: 'service',
  rude: 'service',
  /** Nothing more than that the service is bad, or good. */
  service: 'service',
  /** A price, a date or another agreement that was not kept. */
  promise: 'service',
  /** The wrong order, the wrong bill, records mixed up. */
  mistake: 'service',
  /** Money that is not given back, a return or a warranty refused. */
  refund: 'service',
  quality: 'product',
  price: 'product',
  /** Nothing in stock, little choice. */
  range: 'product',
  /** Late or damaged. */
  delivery: 'product',
  clean: 'product',
  /** The site, the app, booking online. */
  website: 'product',
} as const satisfies Readonly<Record<string, 'service' | 'product'>>;

export type Theme = keyof typeof themes;
export const themeIds: readonly Theme[] = Object.keys(themes) as Theme[];
export const themeSchema = z.enum(themeIds);

/** What one text says of the business; each theme at most once a side. */
export interface Mentions {
  readonly complaints: Theme[];
  readonly praises: Theme[];
}

const planPrefix = 'themes/';

/** `themes/no-answer`: no check has such a name. */
export function planIdOfTheme(theme: Theme): string {
  return `${planPrefix}${theme}`;
}

/** Null where it is another action's, or that of a theme which this version does not know. */
export function themeOfPlanId(id: string): Theme | null {
  const theme = id.startsWith(planPrefix) ? id.slice(planPrefix.length) : '';
  return themeSchema.safeParse(theme).data ?? null;
}
