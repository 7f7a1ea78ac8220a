import { z } from 'zod';
import { languageSchema } from '../model/business.ts';
import { deviceSchema, devices } from '../model/device.ts';
import type { ProbeSpec } from '../model/probe-spec.ts';
import { fieldSpeed } from '../probes/field-speed/spec.ts';
import { probeSpecs } from '../probes/index.ts';
import { isGroup, valueAt } from './data-path.ts';
import { formatDuration } from './duration.ts';
import { fieldSpeedKeysOf } from './field-speed-keys.ts';
import { boundsOf } from './file-bounds.ts';
import { channelsShape } from './file-channels.ts';
import { competitorsSchema } from './file-competitors.ts';
import { ownerSchema } from './file-escalation.ts';
import { inboundSchema } from './file-inbound.ts';
import { ordersSchema, surveySchema } from './file-loyalty.ts';
import { mailboxSchema } from './file-mailbox.ts';
import { pageSchema } from './file-page.ts';
import { phoneSchema } from './file-phone.ts';
import { planSchema } from './file-plan.ts';
import { regionsSchema } from './file-regions.ts';
import { scorecardTouchpointSchema } from './file-scorecard-touchpoint.ts';
import { shopperSchema } from './file-shopper.ts';
import { socialSchema, touchpointId } from './file-social.ts';
import * as text from './file-text.ts';
import { themesSchema } from './file-themes.ts';

import { arrivalKeysOf } from './form-arrival-keys.ts';
import { dayKeys } from './hours.ts';
import { namedForm, namedForms } from './named-forms.ts';
import { policyShape } from './policy-shape.ts';
import { sameFactsKeysOf } from './same-facts-keys.ts';

/** The checks of a website: every probe that visits pages, or asks a service about them. */
export const websiteProbes: readonly ProbeSpec[] = Object.values(probeSpecs).filter(
  ({ visit, optIn }) => visit !== 'poll' || optIn === true,
);

function settingsOf(spec: ProbeSpec) {
  const written = Object.entries(spec.options.shape).filter(([option]) => !spec.filledIn?.includes(option));
  return z.strictObject({
    every: text
      .cadence({
        description: 'How often it runs. Must divide a day evenly.',
        default: formatDuration(spec.everyMinutes),
      })
      .optional(),
    ...(spec.perDevice && {
      devices: z
        .array(deviceSchema)
        .min(1)
        .optional()
        .meta({ description: 'Devices it is measured on.', default: [...devices] }),
    }),
    ...Object.fromEntries(written),
    ...arrivalKeysOf(spec),
    ...fieldSpeedKeysOf(spec),
    ...sameFactsKeysOf(spec),
    thresholds: z
      .strictObject(
        Object.fromEntries(Object.entries(spec.measurements).map(([id, measurement]) => [id, boundsOf(measurement)])),
      )
      .optional()
      .meta({ description: 'Bounds between green, yellow and red that differ from the defaults.', default: {} }),
    ...policyShape,
  });
}

/** What stands behind a check's name: its settings; nothing or `true` for the defaults; `false` to switch it off. */
function checkOf(spec: ProbeSpec) {
  if (spec.optIn === true) return optInCheckOf(spec);
  return z
    .union([settingsOf(spec), z.boolean(), z.null()])
    .optional()
    .meta({
      description: `${spec.title}. false switches it off.`,
      default: {},
      examples: [{ every: formatDuration(spec.everyMinutes) }],
    });
}

/** A check that runs only where it has settings; `false` only says that it is off, as it is by default. */
function optInCheckOf(spec: ProbeSpec) {
  return z
    .union([settingsOf(spec), z.literal(false)])
    .optional()
    .meta({
      description: `${spec.title}. Runs only if it is configured here.`,
      default: false,
      examples: [spec.id === fieldSpeed.id ? { secret: 'crux-key' } : { every: formatDuration(spec.everyMinutes) }],
    });
}

/** @param forms the names of those that the file names */
function checksSchemaWith(forms: readonly string[]) {
  return z.strictObject({
    ...Object.fromEntries(websiteProbes.map((spec) => [spec.id, checkOf(spec)])),
    ...Object.fromEntries(forms.map((name) => [name, checkOf(namedForm)])),
  });
}

const perPage = new Intl.ListFormat('en').format(websiteProbes.filter((spec) => spec.perPage).map(({ id }) => id));

function websiteSchemaWith(forms: readonly string[]) {
  return z.strictObject({
    id: touchpointId,
    kind: z
      .literal('website')
      .describe('A website: its speed, contacts, form and availability are checked as a customer experiences them.'),
    url: text.siteAddress({ description: 'The page that customers open first.', examples: ['https://example.com'] }),
    owner: ownerSchema,
    checks: checksSchemaWith(forms)
      .optional()
      .meta({
        description: 'What is checked. Checks that are not listed run with their defaults.',
        default: {},
        examples: [{ form: { every: '4h' } }],
      }),
    pages: z
      .array(text.pagePath({ description: 'Path of a page on the same site.', examples: ['/prices'] }))
      .max(50)
      .optional()
      .meta({ description: `More pages for ${perPage}.`, default: [], examples: [['/prices']] }),
  });
}

const exampleTouchpoint = { id: 'website', kind: 'website', url: 'https://example.com' };

function touchpointFileSchemaWith(forms: readonly string[]) {
  return z
    .discriminatedUnion('kind', [
      websiteSchemaWith(forms),
      socialSchema,
      mailboxSchema,
      phoneSchema,
      shopperSchema,
      scorecardTouchpointSchema,
      surveySchema,
      ordersSchema,
    ])
    .meta({ description: 'A place where customers meet the business.', examples: [exampleTouchpoint] });
}

const shiftSchema = text.shift({ description: 'Start and end on the 24-hour clock.', examples: ['09:00-18:00'] });

const holidayText = z.string().min(1);

export const hoursFileSchema = z
  .strictObject({
    ...Object.fromEntries(
      dayKeys.map((key) => [
        key,
        z
          .union([z.array(shiftSchema), shiftSchema])
          .optional()
          .meta({
            description: `Shifts on ${key}; days that are not listed are closed.`,
            examples: [['09:00-13:00', '14:00-18:00']],
          }),
      ]),
    ),
    holidays: z
      .union([holidayText, z.array(holidayText)])
      .optional()
      .meta({
        description:
          'Country or region whose public holidays are days off (UA, DE-BY), or a list of such codes and dates. A date with a minus ("-2026-06-01") is a day of work all the same.',
        examples: ['UA', ['DE-BY', '2026-12-24', '-2026-06-04']],
      }),
  })
  .meta({
    description: 'Business hours. Default: mon-fri 09:00-18:00, no holidays.',
    examples: [{ 'mon-fri': ['09:00-18:00'], holidays: 'UA' }],
  });

function recipients(description: string) {
  const address = text.email({ description: 'An email address.', examples: ['ops@example.com'] });
  return z.union([z.array(address), address]).meta({ description, examples: [['ops@example.com']] });
}

const alertsSchema = z.strictObject({
  email: recipients('Who is alerted when something breaks.')
    .optional()
    .meta({ default: [], description: 'Who is alerted when something breaks.', examples: [['ops@example.com']] }),
  // biome-ignore lint/suspicious/noThenProperty: a word of the file; what it holds is never called
  then: recipients('Who is alerted of what nobody has acknowledged in time.')
    .optional()
    .meta({
      default: [],
      description:
        'Who is alerted when nobody has acknowledged an incident in time (`acknowledge`), and when it is over.',
      examples: [['chief@example.com']],
    }),
  ...channelsShape,
  ...policyShape,
});

const digestSchema = z.strictObject({
  to: recipients('Who gets the weekly mail.'),
  from: text
    .email({ description: 'Sender of the weekly mail; must be verified in SES.', examples: ['touchlight@example.com'] })
    .optional(),
  at: text
    .weekMoment({ description: 'Weekday and time, in the time zone of the business.', default: 'Mon 08:00' })
    .optional(),
  reportsUrl: text
    .siteAddress({
      description:
        "Where readers can open the reports that the stack writes under reports/ in its evidence bucket, such as a site of your own behind a login. The mail then links to the week's report.",
      examples: ['https://reports.example.com/touchlight'],
    })
    .optional(),
});

const exampleWindow = { touchpoint: 'website', from: '2026-12-01T22:00', to: '2026-12-02T02:00' };

export const maintenanceFileSchema = z
  .strictObject({
    touchpoint: z
      .string()
      .min(1)
      .meta({ description: 'Id of the touchpoint.', examples: ['website'] }),
    from: text.moment({
      description: 'Local time at which the window begins; where clocks go back and show it twice, the first.',
      examples: ['2026-12-01T22:00'],
    }),
    to: text.moment({
      description: 'Local time at which the window ends; where clocks go back and show it twice, the second.',
      examples: ['2026-12-02T02:00'],
    }),
    why: text
      .name(200, { description: 'The reason, for anyone who reads it later.', default: 'maintenance' })
      .optional(),
  })
  .meta({ examples: [exampleWindow] });

/**
 * touchpoints.yaml as people write it. What it means, with every default filled in, is the model's Configuration.
 * @param forms the names of those that it names, such as `form:/contact`
 */
export function fileSchemaWith(forms: readonly string[]) {
  return z
    .strictObject({
      business: text.name(80, {
        description: 'Name of the business, as shown in alerts and mails.',
        examples: ['Coffee Lab'],
      }),
      timeZone: text.timeZone({ description: 'IANA time zone of the business.', examples: ['Europe/Kyiv'] }),
      language: languageSchema
        .optional()
        .meta({ description: 'Language of alerts, mails and reports.', default: 'en' }),
      hours: hoursFileSchema.optional(),
      alerts: alertsSchema.optional().meta({
        description: 'Who is alerted, and how often. Policies here apply to every check.',
        default: {},
        examples: [{ email: ['ops@example.com'] }],
      }),
      digest: digestSchema
        .optional()
        .meta({ description: 'The weekly mail. Omit it to send none.', examples: [{ to: ['owner@example.com'] }] }),
      inbound: inboundSchema.optional(),
      page: pageSchema.optional(),
      regions: regionsSchema,
      touchpoints: z
        .array(touchpointFileSchemaWith(forms))
        .min(1)
        .meta({ description: 'The places where customers meet the business.', examples: [[exampleTouchpoint]] }),
      competitors: competitorsSchema,
      maintenance: z
        .array(maintenanceFileSchema)
        .optional()
        .meta({
          description: 'Planned windows in which checks still run but no alerts are sent.',
          default: [],
          examples: [[exampleWindow]],
        }),
      plan: planSchema,
      themes: themesSchema.optional(),
    })
    .meta({ title: 'touchpoints.yaml', description: 'What Touchlight watches, and who is alerted.' });
}

const withoutNamedForms = fileSchemaWith([]);

/** The schema for a file: the forms that it names have checks of their own. */
export function fileSchemaFor(data: unknown) {
  const touchpoints = isGroup(data) && Array.isArray(data['touchpoints']) ? data['touchpoints'] : [];
  const forms = new Set(touchpoints.flatMap((each) => namedForms(valueAt(each, ['checks']))));
  return forms.size === 0 ? withoutNamedForms : fileSchemaWith([...forms]);
}

export type FileConfiguration = z.infer<ReturnType<typeof fileSchemaWith>>;
export type FileTouchpoint = FileConfiguration['touchpoints'][number];
