import type { Configuration } from '../../model/business.ts';
import type { Check } from '../../model/check.ts';
import { withBusiness } from '../../model/check-id.ts';
import { sameFacts } from '../../probes/same-facts/spec.ts';
import { isGroup, valueAt } from '../data-path.ts';
import type { FileConfiguration, FileTouchpoint } from '../file-schema.ts';

/**
 * A business's file as it stands in a fleet: its id before those of the touchpoints, wherever one is named, and before the
 * names of the secrets, so that no file can read another business's.
 */
export function fileOfBusiness(business: string, file: FileConfiguration): FileConfiguration {
  const { maintenance, plan, page } = file;
  const id = (written: string): string => withBusiness(business, written);
  return {
    ...file,
    touchpoints: file.touchpoints.map((each) => touchpointOf(business, each)),
    ...(maintenance && {
      maintenance: maintenance.map((window) => ({ ...window, touchpoint: id(window.touchpoint) })),
    }),
    ...(plan && {
      plan: plan.map((each) => (each.touchpoint === undefined ? each : { ...each, touchpoint: id(each.touchpoint) })),
    }),
    ...(page && {
      page: {
        ...page,
        ...(page.public && { public: page.public.map(id) }),
        ...(page.signIn && { signIn: { ...page.signIn, secret: secretOf(business, page.signIn.secret) } }),
      },
    }),
  };
}

/** What the file's ids do not name: its channels, and the sites that it is compared with. */
export function ofBusiness(business: string, configuration: Configuration): Configuration {
  const { alerts, competitors } = configuration;
  const id = (known: string): string => withBusiness(business, known);
  const secret = (name: string): string => secretOf(business, name);
  return {
    ...configuration,
    alerts: {
      ...alerts,
      channels: alerts.channels.map((target) => ({
        ...target,
        id: id(target.id),
        secret: secret(target.secret),
        touchpoints: target.touchpoints?.map(id) ?? null,
        ...(target.kind === 'webhook' && target.urlSecret !== null && { urlSecret: secret(target.urlSecret) }),
      })),
    },
    competitors: competitors.map((competitor) => ({
      ...competitor,
      checks: competitor.checks.map(
        (check): Check => ({ ...check, id: id(check.id), touchpointId: id(check.touchpointId) }),
      ),
    })),
  };
}

/** `coffee-lab/facebook`: the folder of the business's secrets, and what a role may be held to. */
function secretOf(business: string, name: string): string {
  return `${business}/${name}`;
}

function touchpointOf(business: string, touchpoint: FileTouchpoint): FileTouchpoint {
  const renamed: Record<string, unknown> = {};
  for (const [key, rename] of [
    ['secret', secretOf],
    ['smtpSecret', secretOf],
    ['form', withBusiness],
  ] as const) {
    const written = valueAt(touchpoint, [key]);
    if (typeof written === 'string') renamed[key] = rename(business, written);
  }
  return {
    ...touchpoint,
    ...renamed,
    id: withBusiness(business, touchpoint.id),
    ...(touchpoint.kind === 'website' && touchpoint.checks && { checks: checksOf(business, touchpoint.checks) }),
  };
}

type FileChecks = NonNullable<Extract<FileTouchpoint, { kind: 'website' }>['checks']>;

/** A form says in which mailbox it arrives, facts are compared with profiles, and a service is asked with a key. */
function checksOf(business: string, checks: FileChecks): FileChecks {
  return Object.fromEntries(
    Object.entries(checks).map(([name, settings]) => {
      if (!isGroup(settings)) return [name, settings];
      const renamed: Record<string, unknown> = {};
      const rename = (key: string, by: typeof withBusiness): void => {
        const written = valueAt(settings, [key]);
        if (typeof written === 'string') renamed[key] = by(business, written);
      };
      const ids = name === sameFacts.id ? ['google', 'facebook'] : ['arrivesIn'];
      for (const key of ids) rename(key, withBusiness);
      rename('secret', secretOf);
      return [name, { ...settings, ...renamed }];
    }),
  );
}
