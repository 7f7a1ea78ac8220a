import fc, { type Arbitrary } from 'fast-check';
import { z } from 'zod';
import { touchpointsJsonSchema } from '../../shared/config/json-schema.ts';
import { withQuestions } from './any-chat-question.ts';
import { withCompetitors } from './any-competitors.ts';
import { withEscalation } from './any-escalation.ts';
import {
  accounts,
  channelNames,
  emails,
  hooks,
  names,
  numbers,
  paths,
  shifts,
  type Words,
  wordsByKey,
} from './any-words.ts';

/** As far as this generator reads JSON Schema. */
interface Shape {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly patternProperties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | false;
}

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.looseObject({
    anyOf: z.array(shapeSchema).optional(),
    oneOf: z.array(shapeSchema).optional(),
    items: shapeSchema.optional(),
    properties: z.record(z.string(), shapeSchema).optional(),
    patternProperties: z.record(z.string(), shapeSchema).optional(),
    additionalProperties: z.union([shapeSchema, z.literal(false)]).optional(),
  }),
) as z.ZodType<Shape>;

/** Days that exclude each other stand in one list: a file takes one of each. */
const hoursKeys = [['mon-fri', 'mon-thu', 'mon-sun', 'mon'], ['sat', 'sat-sun'], ['fri']];
/**
 * Any touchpoints.yaml, as the schema that editors get describes it: every key that there is, each seldom; most values are
 * among those that are accepted, with the rarest of them as likely as the usual ones.
 */
export const anyFile: Arbitrary<unknown> = valueFor(shapeSchema.parse(touchpointsJsonSchema()), '')
  .map(withMailboxes)
  .map(withShoppers)
  .map(withQuestions)
  .map(withReceivedMail)
  .map(withEscalation)
  .map(withChannels)
  .map(withCompetitors);

const fileSchema = z.looseObject({ touchpoints: z.array(z.looseObject({ id: z.string() })) });
const formsSchema = z.looseObject({ checks: z.record(z.string(), z.unknown()) });
const arrivingSchema = z.looseObject({ arrivesIn: z.string().optional(), within: z.string().optional() });

/** A form's messages arrive in a mailbox of the same file, if there is one: hardly any file would name one by chance. */
function withMailboxes(file: unknown): unknown {
  const { data } = fileSchema.safeParse(file);
  if (data === undefined) return file;
  const mailbox = data.touchpoints.find((each) => each['kind'] === 'mailbox')?.id;
  const arriving = (settings: unknown): unknown => {
    const form = arrivingSchema.safeParse(settings).data;
    if (form?.arrivesIn === undefined && form?.within === undefined) return settings;
    const arrivesIn = form.arrivesIn === undefined ? undefined : mailbox;
    const within = arrivesIn === undefined ? undefined : form.within;
    return withoutGaps({ ...form, arrivesIn, within, ...(arrivesIn !== undefined && { mode: 'submit' }) });
  };
  const touchpoints = data.touchpoints.map((touchpoint) => {
    const website = formsSchema.safeParse(touchpoint).data;
    if (website === undefined) return touchpoint;
    const checks = Object.entries(website.checks).map(([name, settings]) => [name, arriving(settings)]);
    return { ...touchpoint, checks: Object.fromEntries(checks) };
  });
  return { ...data, touchpoints };
}

const shopperSchema = z.looseObject({
  kind: z.literal('shopper'),
  form: z.string().optional(),
  to: z.string().optional(),
  smtp: z.string().optional(),
  blind: z.boolean().optional(),
});

/** A shopper writes mails, or asks through the form of a website of the same file that is not switched off. */
function withShoppers(file: unknown): unknown {
  const { data } = fileSchema.safeParse(file);
  if (data === undefined) return file;
  const isOff = (touchpoint: unknown): boolean => formsSchema.safeParse(touchpoint).data?.checks['form'] === false;
  const website = data.touchpoints.find((each) => each['kind'] === 'website' && !isOff(each))?.id;
  const touchpoints = data.touchpoints.map((touchpoint) => {
    const shopper = shopperSchema.safeParse(touchpoint).data;
    if (shopper === undefined) return touchpoint;
    const { form, to = 'hello@coffeelab.example', smtp = 'smtp.probe.example:587', ...others } = shopper;
    if (form === undefined || website === undefined) return { ...others, to, smtp };
    const mails = shopper.to === undefined || shopper.smtp === undefined ? {} : { to, smtp };
    return { ...others, ...mails, form: `${website}/form`, ...(others.blind === true && { to, smtp, replyTag: true }) };
  });
  return { ...data, touchpoints };
}

const inboundSchema = z.looseObject({ ruleSet: z.string().optional(), after: z.string().optional() });
const receivingSchema = z.looseObject({
  inbound: inboundSchema.optional(),
  touchpoints: z.array(z.looseObject({ kind: z.string() })),
});

/** A mailbox lies on a server, or its mail is received by SES, where the file lets it receive. */
function withReceivedMail(file: unknown): unknown {
  const { data } = receivingSchema.safeParse(file);
  if (data === undefined) return file;
  const { inbound } = data;
  const touchpoints = data.touchpoints.map((touchpoint) => {
    if (touchpoint.kind !== 'mailbox' && touchpoint.kind !== 'shopper') return touchpoint;
    const { source, server = 'imap.coffeelab.example:993', secret, ...others } = touchpoint;
    if (inbound !== undefined && source === 'inbound') return { ...others, source };
    const address = touchpoint.kind === 'shopper' ? (touchpoint['address'] ?? 'shopper@probe.example') : undefined;
    return withoutGaps({ ...others, address, server, secret });
  });
  if (inbound === undefined) return { ...data, touchpoints };
  const after = inbound.ruleSet === undefined ? undefined : inbound.after;
  return { ...data, inbound: withoutGaps({ ...inbound, after }), touchpoints };
}

const channelsSchema = z.looseObject({
  alerts: z.record(z.string(), z.unknown()).optional(),
  touchpoints: z.array(z.looseObject({ id: z.string() })),
});

/** Channels of one kind have names of their own, are about touchpoints of the same file, and a webhook has one address. */
function withChannels(file: unknown): unknown {
  const { data } = channelsSchema.safeParse(file);
  if (data?.alerts === undefined) return file;
  const ids = data.touchpoints.map(({ id }) => id);
  const channel = (kind: string, n: number, written: unknown): unknown => {
    if (typeof written !== 'object' || written === null) return written;
    const { url, urlSecret, touchpoints, ...rest } = written as Readonly<Record<string, unknown>>;
    const address = kind !== 'webhook' ? {} : urlSecret === undefined ? { url: url ?? hooks.good[0] } : { urlSecret };
    return withoutGaps({
      ...rest,
      ...address,
      touchpoints: touchpoints === undefined ? undefined : ids,
      ...(n > 0 && { name: `name-${n}` }),
    });
  };
  const alerts = Object.entries(data.alerts).map(([kind, written]) => {
    if (!['telegram', 'slack', 'teams', 'webhook', 'pagerduty'].includes(kind)) return [kind, written];
    return [
      kind,
      Array.isArray(written) ? written.map((each, n) => channel(kind, n, each)) : channel(kind, 0, written),
    ];
  });
  return { ...data, alerts: Object.fromEntries(alerts) };
}

function valueFor(shape: Shape, key: string): Arbitrary<unknown> {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((each) => valueFor(each, key)));
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  switch (shape.type) {
    case 'object':
      return groupOf(shape, key);
    case 'array':
      return fc.array(valueFor(shape.items ?? {}, key), { minLength: shape.minItems ?? 0, maxLength: 3 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -10, max: shape.maximum ?? 10_000 });
    case 'number':
      return fc.constantFrom(0, 0.5, 1, 2, 1000, 2500, 4000, 86_400_000, -1);
    default:
      return textOf(shape, key);
  }
}

function words({ good, bad }: Words): Arbitrary<string> {
  return fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...good) },
    { weight: 1, arbitrary: fc.constantFrom(...bad) },
  );
}

function textOf({ examples = [], maxLength }: Shape, key: string): Arbitrary<unknown> {
  const own = wordsByKey[key];
  if (own !== undefined) return words(own);
  const known = examples.filter((example) => typeof example === 'string');
  const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength ?? 30, 30) });
  return known.length === 0
    ? any
    : fc.oneof({ weight: 40, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: any });
}

/** What must be there, and few of the others, or hardly any file would be accepted. */
function groupOf(shape: Shape, key: string): Arbitrary<unknown> {
  const { properties = {}, patternProperties = {}, additionalProperties, required = [] } = shape;
  if ('mon-fri' in properties) return hoursOf(properties);
  const entries = Object.entries(properties).map(([name, each]) => {
    const value = valueIn(key, name, each, properties);
    return [name, required.includes(name) ? value : seldom(value, undefined)] as const;
  });
  const forms = Object.values(patternProperties).map((each) =>
    seldom(
      fc.dictionary(fc.constantFrom('form:/contact', 'form:/#callback', 'form:/ціни'), valueFor(each, ''), {
        maxKeys: 2,
      }),
      {},
    ),
  );
  const further = additionalProperties
    ? [fc.dictionary(fc.constantFrom('Email', 'Ваше ім’я', 'name'), fc.string({ maxLength: 10 }), { maxKeys: 2 })]
    : [];
  return fc
    .tuple(fc.record(Object.fromEntries(entries)), ...forms, ...further)
    .map(([group, ...others]) => withoutGaps(ofAShopper(ofOneSource(Object.assign({}, group, ...others)))));
}

/** Calls are listed in files or by a provider, and each has keys of its own. */
function ofOneSource(group: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!('source' in group)) return group;
  const foreign = group['source'] === 'csv' ? ['secret', 'api'] : ['folder', 'columns'];
  return { ...group, ...Object.fromEntries(foreign.map((key) => [key, undefined])) };
}

/** The same word is asked for different things in different places. */
/** Nobody is tested unawares without consent, and the shopper does not write to itself. */
function ofAShopper(group: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (group['kind'] !== 'shopper') return group;
  const { blind, scenarios } = group;
  return {
    ...group,
    ...(blind === true && { consent: { by: 'Olena Marchenko', date: '2026-11-20' } }),
    ...(Array.isArray(scenarios) && { scenarios: [...new Set(scenarios)] }),
  };
}

function valueIn(
  group: string,
  name: string,
  shape: Shape,
  beside: Readonly<Record<string, Shape>>,
): Arbitrary<unknown> {
  if (name === 'page') return words('server' in beside ? emails : 'sla' in beside ? accounts : paths);
  // Google has new numbers once a day.
  if (name === 'every' && 'secret' in beside && 'thresholds' in beside) return fc.constantFrom('1d', '7d', '12h');
  if (name === 'staff' && 'numbers' in beside) return fc.array(words(numbers), { maxLength: 2 });
  if (name === 'to' && 'smtp' in beside) return words(emails);
  if (group === 'pricePerMillion') return fc.constantFrom(0.001, 0.06, 15, 1000);
  if (name === 'atMostUsdAMonth') return fc.constantFrom(0.1, 1, 2.5, 1000);
  if (group === 'columns') return words(names);
  if (name === 'name' && 'from' in beside) return words(channelNames);
  if (name === 'from' && 'secret' in beside) return fc.constantFrom('yellow', 'red');
  if (name === 'url' && 'urlSecret' in beside) return words(hooks);
  if (name === 'email' || (group === 'digest' && name === 'from')) return words(emails);
  if (group === 'digest' && name === 'to') return fc.array(words(emails), { minLength: 1, maxLength: 2 });
  return valueFor(shape, name);
}

function hoursOf(properties: Readonly<Record<string, Shape>>): Arbitrary<unknown> {
  const days = hoursKeys.map((keys) =>
    fc.option(fc.tuple(fc.constantFrom(...keys), fc.oneof(words(shifts), fc.array(words(shifts), { maxLength: 2 })))),
  );
  return fc
    .tuple(seldom(valueFor(properties['holidays'] ?? {}, 'holidays'), undefined), ...days)
    .map(([free, ...chosen]) =>
      withoutGaps({ ...Object.fromEntries(chosen.filter((each) => each !== null)), holidays: free }),
    );
}

function seldom<Value, Absent>(value: Arbitrary<Value>, absent: Absent): Arbitrary<Value | Absent> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(absent) }, { weight: 1, arbitrary: value });
}

function withoutGaps(group: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined));
}
