import { type LeftOut, leftOut } from '../shared/config/fleet/agency-mail.ts';
import type { FleetBusiness } from '../shared/config/fleet/read-fleet.ts';
import { isReceived, secretNamesIn } from '../shared/model/business.ts';
import { fleetReaders } from '../shared/model/fleet-readers.ts';
import { stepOf } from '../shared/probes/index.ts';
import type { StackBusiness } from './fleet.ts';

/** SNS counts the values of a filter policy. */
const mostFilterValues = 150;

/** Filter policies of one topic, by SNS's quota. */
const mostFilters = 200;

/** What the roles of the probes name one by one: policies of a role have room for some hundreds. */
const mostNamed = 200;

/** What a fleet's stack cannot do yet is left out, and said so. */
export function withoutUnsupported(read: readonly FleetBusiness[]): {
  readonly businesses: StackBusiness[];
  readonly notes: string[];
  /** Those that are not deployed at all. */
  readonly unsupported: LeftOut[];
} {
  const notes: string[] = [];
  const unsupported: LeftOut[] = [];
  const businesses = read.flatMap(({ id, fileName, configuration }): StackBusiness[] => {
    if (id === null) return [];
    if (configuration.inbound !== null && configuration.touchpoints.some(isReceived)) {
      notes.push(
        `${fileName}: ${id} is left out, and nothing of it is measured: a fleet's stack has no rules for received mail. Read its mailbox by IMAP (source: imap), or give it a stack of its own.`,
      );
      const message = "a fleet's stack has no rules for received mail";
      unsupported.push(leftOut(id, fileName, [{ file: fileName, line: 0, column: 0, path: 'inbound', message }]));
      return [];
    }
    const missing = [...(configuration.alerts.channels.length === 0 ? [] : ['alerts in its chats (alerts: channels)'])];
    if (missing.length > 0) {
      const heard =
        fleetReaders([{ id, configuration }]).length > 0
          ? 'Its alerts come by mail.'
          : 'Nobody but the agency hears its alerts: name readers under alerts: email.';
      notes.push(
        `${fileName}: ${id} is deployed without ${missing.join(' and ')}, which a fleet's stack does not have. ${heard}`,
      );
    }
    const { alerts } = configuration;
    const digest = configuration.digest?.to.length === 0 ? null : configuration.digest;
    return [{ id, configuration: { ...configuration, digest, alerts: { ...alerts, channels: [] } } }];
  });
  return { businesses, notes, unsupported };
}

/**
 * Why the fleet does not fit into one stack; null where it does.
 * @param agency who hears of everything, and needs no filter
 */
export function fleetProblem(businesses: readonly StackBusiness[], agency: readonly string[] = []): string | null {
  const unfiltered = new Set(agency.map((email) => email.toLowerCase()));
  const filtered = fleetReaders(businesses).filter(({ email }) => !unfiltered.has(email.toLowerCase()));
  const crowded = filtered.find(({ values }) => values > mostFilterValues);
  if (crowded !== undefined) {
    return `${crowded.email} is a reader of ${crowded.values} businesses or touchpoints; SNS can filter by at most ${mostFilterValues} for one address. If this person may read about all businesses, deploy with -c agency=${crowded.email}.`;
  }
  if (filtered.length > mostFilters) {
    return `${filtered.length} addresses read about their own businesses only; SNS can filter for at most ${mostFilters} in one stack. Split the folder, and deploy each part as a stack of its own (-c stack=...).`;
  }
  const named = businesses.reduce((sum, { configuration }) => sum + namedIn(configuration), 0);
  if (named > mostNamed) {
    return `This fleet names ${named} secrets, checks with secrets and forms that are really sent, and the roles of one stack have room for ${mostNamed}. Split the folder, and deploy each part as a stack of its own (-c stack=...).`;
  }
  return null;
}

function namedIn(configuration: FleetBusiness['configuration']): number {
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return (
    secretNamesIn(configuration).length +
    checks.filter(({ probe, options }) => stepOf(probe) === 'probe-social' || options['mode'] === 'submit').length
  );
}
