import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { type Configuration, configurationSchema, type Touchpoint, touchpointSchema } from '../model/business.ts';
import type { Check } from '../model/check.ts';
import { configurationFile } from '../model/stack-names.ts';

const restSchema = configurationSchema.omit({ touchpoints: true });

/**
 * The configuration as it travels with a function: touchpoints.yaml as the stack has read it, every default filled in. One
 * line for what holds for all, then one per touchpoint, so that a fleet's can be read piece by piece.
 */
export function writeDeployedConfiguration({ touchpoints, ...rest }: Configuration): string {
  return [rest, ...touchpoints].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * Reads it at cold start, checked again with the same schema. What many checks have in common (thresholds, options, policy)
 * is kept once: 100,000 checks fit into the smallest functions.
 * @throws ZodError when the file does not fit this code, which a deployment by cdk cannot bring about
 */
export function readDeployedConfiguration(folder = process.env['LAMBDA_TASK_ROOT'] ?? '.'): Configuration {
  const share = sharing();
  let rest: Omit<Configuration, 'touchpoints'> | undefined;
  const touchpoints: Touchpoint[] = [];
  for (const line of linesOf(path.join(folder, configurationFile))) {
    const value: unknown = JSON.parse(line);
    if (rest === undefined) rest = restSchema.parse(value);
    else touchpoints.push(shared(touchpointSchema.parse(value), share));
  }
  return { ...restSchema.parse(rest), touchpoints };
}

/** Piece by piece: a fleet's file is too large to be in memory as a whole beside what is made of it. */
function* linesOf(file: string): Generator<string> {
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.alloc(1024 * 1024);
    const decoder = new StringDecoder('utf8');
    let unfinished = '';
    for (let bytes = readSync(descriptor, chunk); bytes > 0; bytes = readSync(descriptor, chunk)) {
      const lines = (unfinished + decoder.write(chunk.subarray(0, bytes))).split('\n');
      unfinished = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    closeSync(descriptor);
  }
}

type Share = <T>(value: T) => T;

function shared(touchpoint: Touchpoint, share: Share): Touchpoint {
  const checks = touchpoint.checks.map(
    (check): Check => ({
      ...check,
      options: share(check.options),
      thresholds: share(check.thresholds),
      policy: share(check.policy),
      ...(check.onlyWithin && { onlyWithin: share(check.onlyWithin) }),
      ...(check.hours && { hours: share(check.hours) }),
    }),
  );
  return { ...touchpoint, checks };
}

/** Gives the first of all values that are written alike. */
function sharing(): Share {
  const known = new Map<string, unknown>();
  return <T>(value: T): T => {
    const text = JSON.stringify(value);
    if (!known.has(text)) known.set(text, value);
    return known.get(text) as T;
  };
}
