import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Duration, Validations } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { z } from 'zod';
import { TouchlightStack, type TouchlightStackProps } from '../../infra/touchlight-stack.ts';
import type { AgencyMail } from '../../shared/config/fleet/agency-mail.ts';
import { configurationOfFleet } from '../../shared/config/fleet/as-one.ts';
import type { StackBusiness } from '../../shared/config/fleet/without-unsupported.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { phoneCard } from '../support/a-scorecard.ts';
import { onlyChecks } from '../support/only-checks.ts';

const coffeeLab = `
business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { email: [ops@coffeelab.example] }
digest: { to: [owner@coffeelab.example], from: touchlight@coffeelab.example, at: "Mon 08:00" }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: facebook, kind: facebook, page: "1234567890", secret: facebook-page-token }
`;

/** Something of every kind: each probe, a form that is really sent, a token that is renewed, calls and scorecards from files, a digest. */
export const everything = `
business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { email: [ops@coffeelab.example] }
digest: { to: [owner@coffeelab.example], from: touchlight@mail.coffeelab.example, at: "Mon 08:00" }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: shop, kind: website, url: "https://shop.example", checks: { form: { mode: submit } } }
  - { id: facebook, kind: facebook, page: "1234567890", secret: facebook-page-token }
  - { id: x, kind: x, page: "2", secret: x-grant }
  - { id: phone, kind: phone, source: csv, numbers: ["+380 44 123 45 67"] }
  - { id: floor, kind: scorecard, template: live-contact }
page:
  public: [website]
  signIn: { issuer: "https://accounts.coffeelab.example", clientId: touchlight, secret: page-sign-in, operators: [ops@coffeelab.example] }
`;

export function aSiteWith(checks: Parameters<typeof onlyChecks>[0]): string {
  return `
business: A
timeZone: UTC
touchpoints:
  - id: website
    kind: website
    url: "https://a.example"
    checks: ${onlyChecks(checks)}
`;
}

export const onlyAvailability = aSiteWith({ availability: '{}' });

/** Nothing runs more often than every two hours. */
export const everyTwoHours = aSiteWith({ availability: '{ every: 2h }', form: '{}', lighthouse: '{}' });

const resourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.json()).default({}),
  DeletionPolicy: z.string().optional(),
});
export type Resource = z.infer<typeof resourceSchema>;

export interface SynthesizedTemplate {
  readonly template: Template;
  readonly warnings: readonly string[];
  /** Resources of one type by logical id. */
  ofType(type: string): readonly (Resource & { readonly id: string })[];
}

type Network = 'public' | 'any';
type Unchecked = Omit<SynthesizedTemplate, 'warnings'>;
const known = new Map<string, SynthesizedTemplate>();
const knownUnchecked = new Map<string, Unchecked>();

/** The stack as `cdk deploy` would send it, checked by cdk-nag and CDK's own rules; the functions' code is left out. */
export function aTemplate(yaml = coffeeLab, network: Network = 'public'): SynthesizedTemplate {
  const name = `${network} ${yaml}`;
  const template = known.get(name) ?? aTemplateWith(() => {}, yaml, network);
  known.set(name, template);
  return template;
}

/** As aTemplate, with something added before it is checked. */
export function aTemplateWith(
  extend: (stack: TouchlightStack) => void,
  yaml = coffeeLab,
  network: Network = 'public',
): SynthesizedTemplate {
  return withStack({ yaml, network, byRules: true }, (app, stack) => {
    extend(stack);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const template = Template.fromStack(stack);
    const warnings = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
    return { ...resourcesOf(template), warnings: warnings.map(({ entry }) => String(entry.data)) };
  });
}

/** As aTemplate, for a stack that touchlight-stack.test.ts has checked: the rules take ten seconds to load in each process. */
export function anUncheckedTemplate(yaml = coffeeLab, dashboard = false, name = 'Touchlight'): Unchecked {
  const key = `${name} ${dashboard} ${yaml}`;
  const template =
    knownUnchecked.get(key) ??
    withStack({ yaml, dashboard, name }, (_, stack) => resourcesOf(Template.fromStack(stack)));
  knownUnchecked.set(key, template);
  return template;
}

interface Wanted extends Checked {
  readonly yaml: string;
}

interface Checked {
  readonly network?: Network;
  readonly byRules?: boolean;
  readonly dashboard?: boolean;
  readonly name?: string;
}

/** The stack of a fleet, checked by the same rules. */
export function aFleetTemplate(
  businesses: readonly StackBusiness[],
  agency: readonly string[] = [],
  agencyMail: AgencyMail | null = null,
): Unchecked {
  const what = { configuration: configurationOfFleet(businesses), fleet: { businesses, agency, agencyMail } };
  return withProps(what, { byRules: true }, (app, stack) => {
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    return resourcesOf(Template.fromStack(stack));
  });
}

/** As aFleetTemplate, for what fleet.test.ts has checked by the rules. */
export function anUncheckedFleetTemplate(businesses: readonly StackBusiness[], keepsChats = false): Unchecked {
  const what = { configuration: configurationOfFleet(businesses), fleet: { businesses, keepsChats, agency: [] } };
  return withProps(what, {}, (_, stack) => resourcesOf(Template.fromStack(stack)));
}

function withStack<T>({ yaml, ...wanted }: Wanted, work: (app: App, stack: TouchlightStack) => T): T {
  const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-22', () => ({ template: phoneCard }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return withProps({ configuration: reading.configuration }, wanted, work);
}

function withProps<T>(
  what: Pick<TouchlightStackProps, 'configuration' | 'fleet'>,
  { network = 'public', byRules = false, dashboard = false, name = 'Touchlight' }: Checked,
  work: (app: App, stack: TouchlightStack) => T,
): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-template-'));
  try {
    const code = path.join(folder, 'code');
    mkdirSync(code);
    writeFileSync(path.join(code, 'handler.mjs'), '');
    const { context } = z
      .object({ context: z.record(z.string(), z.json()) })
      .parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')));
    const app = new App({ context, outdir: path.join(folder, 'out'), builtinCloudFormationValidation: byRules });
    const stack = new TouchlightStack(app, name, {
      ...what,
      bundle: () => code,
      network,
      confirmationDelay: Duration.minutes(5),
      origin: { version: '1.2.3', configuration: '0123456789abcdef' },
      dashboard,
      receiptRules: true,
    });
    return work(app, stack);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function resourcesOf(template: Template): Unchecked {
  return {
    template,
    ofType: (type) =>
      Object.entries(template.findResources(type)).map(([id, resource]) => ({ id, ...resourceSchema.parse(resource) })),
  };
}
