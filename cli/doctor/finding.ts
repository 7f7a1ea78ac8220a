import type { Light } from '../../shared/model/light.ts';

/**
 * One thing that Touchlight needs: green works; yellow is not set up yet, or works worse than it should; red stops it from
 * working; grey could not be found out.
 */
export interface Finding {
  readonly name: string;
  readonly light: Light;
  readonly sentence: string;
  /** What to do about it; null when there is nothing to do. */
  readonly remedy: string | null;
}

export function works(name: string, sentence: string): Finding {
  return { name, light: 'green', sentence, remedy: null };
}

export function notYet(name: string, sentence: string, remedy: string): Finding {
  return { name, light: 'yellow', sentence, remedy };
}

export function impaired(name: string, sentence: string, remedy: string): Finding {
  return { name, light: 'yellow', sentence, remedy };
}

export function broken(name: string, sentence: string, remedy: string): Finding {
  return { name, light: 'red', sentence, remedy };
}

export function unclear(name: string, sentence: string, remedy: string): Finding {
  return { name, light: 'unknown', sentence, remedy };
}

/** An answer within the patience, whatever the examination does: a doctor never hangs, and never ends before its time. */
export async function within<T>(name: string, patienceMs: number, examination: Promise<T>): Promise<T | Finding> {
  const late = Promise.withResolvers<Finding>();
  const timer = setTimeout(
    () =>
      late.resolve(
        unclear(name, `No response within ${patienceMs / 1000} seconds.`, 'Try again when this machine is less busy.'),
      ),
    patienceMs,
  );
  try {
    return await Promise.race([examination, late.promise]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return unclear(name, `Could not be checked: ${message}`, 'TOUCHLIGHT_DEBUG=1 shows more.');
  } finally {
    clearTimeout(timer);
  }
}
