import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Configuration, configurationSchema } from '../model/business.ts';
import { configurationFile } from '../model/stack-names.ts';

/**
 * The configuration that was deployed with this function: touchpoints.yaml as the stack has read it, every default filled
 * in, checked again with the same schema.
 * @throws ZodError when the file does not fit this code, which a deployment by cdk cannot bring about
 */
export function readDeployedConfiguration(folder = process.env['LAMBDA_TASK_ROOT'] ?? '.'): Configuration {
  return configurationSchema.parse(JSON.parse(readFileSync(path.join(folder, configurationFile), 'utf8')));
}
