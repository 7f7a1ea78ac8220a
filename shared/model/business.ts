import { z } from 'zod';
import { calendarSchema, weekdaySchema } from './calendar.ts';
import { channelTargetSchema, secretsOfChannel } from './channel.ts';
import { type Check, checkSchema } from './check.ts';
import { businessOf, watchedTouchpointIdSchema } from './check-id.ts';
import { competitorSchema } from './competitor.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';
import { instantSchema } from './instant.ts';
import { languages } from './language.ts';
import { ownerSchema } from './owner.ts';
import { ownActionSchema } from './plan.ts';
import { pageKinds } from './social-platform.ts';

export * from './calendar.ts';

export { type Language, languages } from './language.ts';

export const languageSchema = z.enum(languages);

/** An announced window: runs are recorded, no alerts are sent. */
export const maintenanceSchema = z.strictObject({
  touchpointId: watchedTouchpointIdSchema,
  from: instantSchema,
  to: instantSchema,
  why: foreignTextSchema,
  /** Who announced it; absent in touchpoints.yaml. */
  by: foreignTextSchema.optional(),
});
export type Maintenance = z.infer<typeof maintenanceSchema>;

export const touchpointKinds = [
  'website',
  ...pageKinds,
  'mailbox',
  'phone',
  'shopper',
  'scorecard',
  'survey',
  'orders',
] as const;
const touchpointKindSchema = z.enum(touchpointKinds);
export type TouchpointKind = z.infer<typeof touchpointKindSchema>;

export const touchpointSchema = z.strictObject({
  id: watchedTouchpointIdSchema,
  kind: touchpointKindSchema,
  /** The site's address; null where the kind has none. */
  url: z.url().nullable(),
  /** Name of the secret it needs, never the secret. */
  secret: z.string().nullable(),
  /** The page or account on that network; null for a website. */
  account: z.string().nullable(),
  /** Who looks after it, by name; alerted of it where there is an address. */
  owner: ownerSchema.optional(),
  /** Business minutes within which a customer must hear from us; null when nothing was promised. */
  slaMinutes: z.number().int().min(1).nullable(),
  checks: z.array(checkSchema),
});
export type Touchpoint = z.infer<typeof touchpointSchema>;

/** Sign-in by the company's own OpenID Connect provider. */
const signInSchema = z.strictObject({
  issuer: z.url(),
  clientId: z.string(),
  /** Name of the stored secret with the client's secret. */
  secret: z.string(),
  /** Verified addresses, lower case. */
  operators: z.array(z.email()),
  readers: z.array(z.email()),
});

/** The live page. */
const pageSettingsSchema = z.strictObject({
  /** Touchpoints on the public status page; none means that there is no such page. */
  publicTouchpoints: z.array(watchedTouchpointIdSchema),
  /** Its own address in front of the function's; null where the function's is used. */
  url: z.url().nullable(),
  /** Requests served at the same time; null where no concurrency is reserved. */
  atOnce: z.number().int().min(1).max(100).nullable(),
  signIn: signInSchema.nullable(),
});

/** touchpoints.yaml, read, checked and with every default filled in: what the steps work with. */
export const configurationSchema = z.strictObject({
  business: z.string(),
  timeZone: z.string(),
  language: languageSchema,
  calendar: calendarSchema,
  alerts: z.strictObject({
    email: z.array(z.email()),
    /** Who is alerted of what nobody has acknowledged in time. */
    escalateTo: z.array(z.email()).optional(),
    /** Chats and other systems. A configuration that an earlier version has stored names none. */
    channels: z.array(channelTargetSchema).default([]),
  }),
  digest: z
    .strictObject({
      to: z.array(z.email()),
      from: z.email().nullable(),
      weekday: weekdaySchema,
      /** Minutes from midnight in the business's zone. */
      atMinute: z.number().int().min(0).max(1439),
      /** Where readers can open the reports of a deployed stack; null where there is no such place. */
      reportsUrl: z.url().nullable(),
    })
    .nullable(),
  /** Mail that SES receives; null where it receives none. */
  inbound: z
    .strictObject({
      domain: z.string(),
      /** The rule set that is active already; null for one of our own. */
      ruleSet: z.string().nullable(),
      /** The rule of that set behind which ours come. */
      after: z.string().nullable(),
    })
    .nullable(),
  /** The live page in AWS; null where there is none. On one machine the page is always there. */
  page: pageSettingsSchema.nullable().default(null),
  /** AWS regions beside the stack's own from which is looked at what fails; a configuration that an earlier version has stored names none. */
  regions: z.array(z.string()).default([]),
  touchpoints: z.array(touchpointSchema),
  /** Sites of other businesses; a configuration that an earlier version has stored names none. */
  competitors: z.array(competitorSchema).default([]),
  maintenance: z.array(maintenanceSchema),
  /** Actions of the business's own; a configuration that an earlier version has stored names none. */
  plan: z.array(ownActionSchema).default([]),
});
export type Configuration = z.infer<typeof configurationSchema>;

/** Everything that runs: the checks of the touchpoints, and those of other businesses' sites. */
export function scheduledChecks({
  touchpoints,
  competitors,
}: Pick<Configuration, 'touchpoints' | 'competitors'>): Check[] {
  return [...touchpoints, ...competitors].flatMap(({ checks }) => checks);
}

/** To which business of a fleet a configuration belongs; null outside a fleet. Every file has a touchpoint. */
export function businessOfConfiguration({ touchpoints }: Pick<Configuration, 'touchpoints'>): string | null {
  return businessOf(touchpoints[0]?.id ?? '');
}

/** What people assess there, as their template calls it: "scorecard" would say too little. */
export function titleOf({ kind, account }: Pick<Touchpoint, 'kind' | 'account'>): { readonly title?: string } {
  return kind === 'scorecard' && account !== null ? { title: account } : {};
}

/** Where SES receives a mailbox's mail: copies of it, or a mystery shopper's own. */
export function inboundAddress(touchpointId: string, { domain }: NonNullable<Configuration['inbound']>): string {
  return `${touchpointId}@${domain}`;
}

/** The business's mailbox or a mystery shopper's, whose mail SES receives. */
export function isReceived({ kind, checks }: Touchpoint): boolean {
  return (kind === 'mailbox' || kind === 'shopper') && checks.some(({ options }) => options['inbound'] === true);
}

/** The names of all secrets that a touchpoint needs: a mystery shopper may send with another one than it reads with. */
export function secretNamesOf({ secret, checks }: Touchpoint): string[] {
  const others = checks.flatMap(({ options }) => options['smtpSecret'] ?? []);
  return [...new Set([secret, ...others].filter((name) => typeof name === 'string'))];
}

/** The names of all secrets that a configuration needs. */
export function secretNamesIn({ touchpoints, alerts }: Pick<Configuration, 'touchpoints' | 'alerts'>): string[] {
  return [...new Set([...touchpoints.flatMap(secretNamesOf), ...alerts.channels.flatMap(secretsOfChannel)])];
}
