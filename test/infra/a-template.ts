import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Duration, Validations } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { z } from 'zod';
import { TouchlightStack } from '../../infra/touchlight-stack.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';

const coffeeLab = `
business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { email: [ops@coffeelab.example] }
digest: { to: [owner@coffeelab.example], from: touchlight@coffeelab.example, at: "Mon 08:00" }
touchpoints:
  - { id: website, kind: website, url: "https://coffeelab.example" }
  - { id: facebook, kind: facebook, page: "1234567890", secret: facebook-page-token }
`;

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

/** The stack as `cdk deploy` would send it, checked by cdk-nag and CDK's own rules; the functions' code is left out. */
export function aTemplate(
  yaml = coffeeLab,
  network: 'public' | 'any' = 'public',
  extend: (stack: TouchlightStack) => void = () => {},
): SynthesizedTemplate {
  const reading = parseConfiguration(yaml, 'touchpoints.yaml', '2026-11-22');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-template-'));
  try {
    const code = path.join(folder, 'code');
    mkdirSync(code);
    writeFileSync(path.join(code, 'handler.mjs'), '');
    const { context } = z
      .object({ context: z.record(z.string(), z.json()) })
      .parse(JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')));
    const app = new App({ context, outdir: path.join(folder, 'out') });
    const stack = new TouchlightStack(app, 'Touchlight', {
      configuration: reading.configuration,
      bundle: () => code,
      network,
      confirmationDelay: Duration.minutes(5),
    });
    extend(stack);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    const template = Template.fromStack(stack);
    return {
      template,
      warnings: Annotations.fromStack(stack)
        .findWarning('*', Match.anyValue())
        .map(({ entry }) => String(entry.data)),
      ofType: (type) =>
        Object.entries(template.findResources(type)).map(([id, resource]) => ({
          id,
          ...resourceSchema.parse(resource),
        })),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
