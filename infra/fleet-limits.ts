import type { FleetBusiness } from '../shared/config/fleet/read-fleet.ts';
import type { StackBusiness } from '../shared/config/fleet/without-unsupported.ts';
import { secretNamesOf } from '../shared/model/business.ts';
import type { ChannelTarget } from '../shared/model/channel.ts';
import { fleetReaders, type NamesReaders } from '../shared/model/fleet-readers.ts';
import { stepOf } from '../shared/probes/index.ts';
import { channelSecrets, mostSecretPolicies } from './channel-secrets.ts';
import { namedByPages } from './fleet.ts';

/** SNS counts the values of a filter policy. */
const mostFilterValues = 150;

/** Filter policies of one topic, by SNS's quota. */
const mostFilters = 200;

/** What the roles of the probes, and that of the page, name one by one: policies of a role have room for some hundreds. */
const mostNamed = 200;

/**
 * Why the fleet does not fit into one stack; null where it does.
 * @param agency who hears of everything, and needs no filter
 * @param stillNamed readers of what was left out
 */
export function fleetProblem(
  businesses: readonly StackBusiness[],
  agency: readonly string[] = [],
  stack = 'Touchlight',
  stillNamed: readonly NamesReaders[] = [],
): string | null {
  const unfiltered = new Set(agency.map((email) => email.toLowerCase()));
  const filtered = fleetReaders([...businesses, ...stillNamed]).filter(
    ({ email }) => !unfiltered.has(email.toLowerCase()),
  );
  const crowded = filtered.find(({ values }) => values > mostFilterValues);
  if (crowded !== undefined) {
    return `${crowded.email} is a reader of ${crowded.values} businesses or touchpoints; SNS can filter by at most ${mostFilterValues} for one address. If this person may read about all businesses, deploy with -c agency=${crowded.email}.`;
  }
  const channels = businesses.flatMap(({ configuration }) => configuration.alerts.channels);
  // What posts to the chats is one more subscriber with a filter.
  const filters = mostFilters - (channels.length > 0 ? 1 : 0);
  if (filtered.length > filters) {
    return `${filtered.length} addresses read about their own businesses only; SNS can filter for at most ${filters} in one stack${channels.length > 0 ? ' beside its chats' : ''}. Split the folder, and deploy each part as a stack of its own (-c stack=...).`;
  }
  const named = businesses.reduce((sum, { configuration }) => sum + namedIn(configuration), 0);
  if (named > mostNamed) {
    return `This fleet names ${named} secrets, checks with secrets and forms that are really sent, and the roles of one stack have room for ${mostNamed}. Split the folder, and deploy each part as a stack of its own (-c stack=...).`;
  }
  return pagesProblem(businesses) ?? chatsProblem(channels, stack);
}

function pagesProblem(businesses: readonly StackBusiness[]): string | null {
  const { scored, signInSecrets } = namedByPages(businesses.map(({ configuration }) => configuration));
  const named = scored.length + new Set(signInSecrets).size;
  if (named <= mostNamed) return null;
  return `The live pages of this fleet name ${named} secrets of sign-ins (page: signIn) and scorecards, and the role of the page has room for ${mostNamed}. Split the folder, and deploy each part as a stack of its own (-c stack=...).`;
}

function chatsProblem(channels: readonly ChannelTarget[], stack: string): string | null {
  const policies = channelSecrets(channels, stack);
  if (policies.length <= mostSecretPolicies) return null;
  const [all, fitting] = [policies, policies.slice(0, mostSecretPolicies)].map((some) => some.flat().length);
  return `The chats of this fleet (alerts: telegram, slack, teams, webhook, pagerduty) name ${all} secrets, and the role that posts to them has room for ${fitting} of these names. Split the folder, and deploy each part as a stack of its own (-c stack=...).`;
}

function namedIn(configuration: FleetBusiness['configuration']): number {
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return (
    new Set(configuration.touchpoints.flatMap(secretNamesOf)).size +
    checks.filter(({ probe, options }) => stepOf(probe) === 'probe-social' || options['mode'] === 'submit').length
  );
}
