/**
 * The environment variables that the stack sets for a step.
 * @throws Error that names every missing one
 */
export function readEnvironment<Name extends string>(
  names: readonly Name[],
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => !environment[name]);
  if (missing.length > 0) {
    throw new Error(
      `The environment variable${missing.length > 1 ? 's' : ''} ${missing.join(', ')} must be set. The stack sets them (infra/touchlight-stack.ts); outside a deployed function use the command line instead.`,
    );
  }
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? ''])) as Record<Name, string>;
}

/** A variable that the stack sets only where what it names is built; null elsewhere. */
export function readOptional(
  name: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  return environment[name] || null;
}

/** Which addresses a probe may visit: the stack says `public`, and `any` only for tests on one machine. */
export function readNetwork(value: string): 'any' | 'public' {
  if (value === 'any' || value === 'public') return value;
  throw new Error(`NETWORK is "${value}"; it must be "public", or "any" for tests on one machine.`);
}
