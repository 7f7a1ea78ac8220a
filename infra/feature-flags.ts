import { readFileSync } from 'node:fs';
import type { Node } from 'constructs';
import { z } from 'zod';

const flagsSchema = z.object({ context: z.record(z.string(), z.json()) });

/**
 * Switches CDK's feature flags below a construct as cdk.json here has them, whatever the app around it says: the same
 * configuration gives the same resources in every app.
 * @param node of a construct that has no children yet
 */
export function setFeatureFlags(node: Node): void {
  const { context } = flagsSchema.parse(JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')));
  for (const [flag, value] of Object.entries(context)) node.setContext(flag, value);
}
