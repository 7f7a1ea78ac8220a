import { z } from 'zod';
import { typedDisguise } from '../../shared/config/disguise-words.ts';
import { parseDuration } from '../../shared/config/duration.ts';
import { acknowledgeOf } from '../../shared/config/expand-escalation.ts';
import { policyShape } from '../../shared/config/policy-shape.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check, Policy } from '../../shared/model/check.ts';
import { UsageError } from '../exit.ts';
import { selectChecks } from './select-checks.ts';

const settingPattern = /^(?<name>.+?)\.(?<key>[A-Za-z0-9]+)(?:\.(?<bound>green|red))?=(?<value>.*)$/;
const policyReading = z.strictObject(policyShape);

/**
 * The configured checks under other thresholds and policies: `website/page-load.lcpMs.red=3000`,
 * `website/form.failuresToOpen=3`, `website.remindEvery=12h`; names as `--only` takes them, policies as touchpoints.yaml
 * writes them.
 * @throws UsageError that says which part of a setting is wrong
 */
export function applySettings(configuration: Configuration, settings: readonly string[]): Configuration {
  return settings.reduce(applySetting, configuration);
}

function applySetting(configuration: Configuration, setting: string): Configuration {
  const parts = settingPattern.exec(setting)?.groups;
  const { name, key, bound, value } = parts ?? {};
  if (name === undefined || key === undefined || value === undefined) {
    const disguise = typedDisguise(setting);
    if (disguise !== null) throw new UsageError(`--set: ${disguise}.`);
    throw new UsageError(
      `--set ${setting}: write <check>.<measurement>.<green or red>=<number> or <check>.<policy>=<value>, such as ` +
        'website/page-load.lcpMs.red=3000 or website/form.failuresToOpen=3.',
    );
  }
  const chosen = new Set(selectChecks(configuration, [name]).map(({ id }) => id));
  const change =
    bound === 'green' || bound === 'red' ? threshold(setting, key, bound, value) : policy(setting, key, value);
  return {
    ...configuration,
    touchpoints: configuration.touchpoints.map((touchpoint) => ({
      ...touchpoint,
      checks: touchpoint.checks.map((check) => (chosen.has(check.id) ? change(check) : check)),
    })),
  };
}

type Change = (check: Check) => Check;

function threshold(setting: string, measurement: string, bound: 'green' | 'red', value: string): Change {
  const number = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw new UsageError(`--set ${setting}: "${value}" is not a number.`);
  return (check) => {
    const present = check.thresholds[measurement];
    if (present === undefined) {
      const known = Object.keys(check.thresholds).join(', ');
      throw new UsageError(`--set ${setting}: ${check.id} has no threshold "${measurement}". It has: ${known}.`);
    }
    const next = { ...present, [bound]: number };
    if (next.red !== null && present.red !== null && next.green < next.red !== present.green < present.red) {
      throw new UsageError(
        `--set ${setting}: green ${next.green} and red ${next.red} are the wrong way round (now ${present.green} and ` +
          `${present.red}). Set both.`,
      );
    }
    return { ...check, thresholds: { ...check.thresholds, [measurement]: next } };
  };
}

/** Where a value may be written in several ways, what is wrong with the one that was meant. */
function reasonOf(issue: z.core.$ZodIssue | undefined): string {
  const own = issue?.code === 'invalid_union' ? issue.errors.flat().find(({ code }) => code === 'custom') : issue;
  return (own ?? issue)?.message ?? '';
}

function policy(setting: string, key: string, value: string): Change {
  const plain = value === 'true' || value === 'false' ? value === 'true' : /^\d+$/.test(value) ? Number(value) : value;
  const reading = policyReading.safeParse({ [key]: plain });
  if (!reading.success) {
    const why =
      key in policyShape
        ? reasonOf(reading.error.issues[0])
        : `is no policy; there are ${Object.keys(policyShape).join(', ')}`;
    throw new UsageError(`--set ${setting}: ${key in policyShape ? `"${value}"` : `"${key}"`} ${why}.`);
  }
  const { remindEvery, blindAfter, acknowledge, ...rest } = reading.data;
  const changes = {
    ...rest,
    ...(remindEvery !== undefined && { remindEveryMinutes: parseDuration(remindEvery) ?? 0 }),
    ...(blindAfter !== undefined && { blindAfterMinutes: parseDuration(blindAfter) ?? 0 }),
    ...(acknowledge !== undefined && { acknowledge: acknowledgeOf(acknowledge) }),
  };
  const given = Object.fromEntries(Object.entries(changes).filter(([, one]) => one !== undefined)) as Partial<Policy>;
  return (check) => ({ ...check, policy: { ...check.policy, ...given } });
}
