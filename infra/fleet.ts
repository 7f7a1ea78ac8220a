import type { Construct } from 'constructs';
import { type AgencyMail, agencyScope } from '../shared/config/fleet/agency-mail.ts';
import { digestSlots } from '../shared/config/fleet/as-one.ts';
import type { LeftOut } from '../shared/config/fleet/left-out.ts';
import type { StackBusiness } from '../shared/config/fleet/without-unsupported.ts';
import { alertReaders } from '../shared/model/alert-reader.ts';
import type { Configuration } from '../shared/model/business.ts';
import { digestSender } from '../shared/model/digest-sender.ts';
import { fleetReaders, type NamesReaders } from '../shared/model/fleet-readers.ts';
import { type Bundle, channelStep } from '../shared/model/stack-names.ts';
import { fleetChannelsId } from '../shared/model/stack-resources.ts';
import type { DigestStepProps } from './constructs/digest-step.ts';
import { FleetChannels, type FleetChannelsProps } from './constructs/fleet-channels.ts';
import { FleetConfiguration } from './constructs/fleet-configuration.ts';
import type { PageStepProps } from './constructs/page-step.ts';
import type { StepFunction } from './constructs/step-function.ts';
import { Topics } from './constructs/topics.ts';

export interface FleetProps {
  readonly businesses: readonly StackBusiness[];
  /** Those whose files cannot be deployed. */
  readonly leftOut?: readonly LeftOut[];
  /** Whom those still name: they keep their subscriptions. */
  readonly stillNamed?: readonly NamesReaders[];
  /** Also while no business that is deployed has a chat: the chats of one that is paused. */
  readonly keepsChats?: boolean;
  /** Who hears of everything, and of Touchlight itself. */
  readonly agency: readonly string[];
  /** The agency's own weekly mail; absent or null where it wants none. */
  readonly agencyMail?: AgencyMail | null;
}

interface Needs {
  readonly ofFleet: boolean;
  readonly memoryMb: { readonly memoryMb?: number };
}

/** From so many touchpoints on, the steps that look at all of them get more memory, and with it more of a processor. */
const many = 1000;
const manyMb = 1024;

export function fleetNeeds({
  configuration,
  fleet = null,
}: {
  readonly configuration: Configuration;
  readonly fleet?: FleetProps | null;
}): Needs {
  const isLarge = fleet !== null && configuration.touchpoints.length > many;
  return { ofFleet: fleet !== null, memoryMb: isLarge ? { memoryMb: manyMb } : {} };
}

/** Readers of a fleet hear of their own businesses, and the agency of all, and of Touchlight itself. */
export function createTopics(
  scope: Construct,
  { configuration, fleet = null }: { readonly configuration: Configuration; readonly fleet?: FleetProps | null },
): Topics {
  if (fleet === null) return new Topics(scope, 'Topics', { readers: alertReaders(configuration) });
  const { businesses, stillNamed = [], agency } = fleet;
  const topics = new Topics(scope, 'Topics', { readers: [] });
  const isAgency = (email: string): boolean => agency.some((each) => each.toLowerCase() === email.toLowerCase());
  topics.alertReadersOfFleet(
    agency,
    fleetReaders([...businesses, ...stillNamed]).filter(({ email }) => !isAgency(email)),
  );
  return topics;
}

/** More addresses than these do not fit into a role; who has so many has left SES's sandbox, where it asks for the readers' too. */
const mostAddresses = 100;

/** One schedule for each zone and time of the week, whatever the number of businesses, and one for the agency's own mail. */
export function digestsOfFleet({
  businesses,
  agencyMail = null,
}: FleetProps): Pick<DigestStepProps, 'digests' | 'agency' | 'addresses'> | null {
  const own = agencyMail === null ? [] : [agencyMail.digest];
  const digests = [...businesses.flatMap(({ configuration: { digest } }) => digest ?? []), ...own];
  if (digests.length === 0) return null;
  const senders = [...new Set(digests.map(digestSender))];
  const readers = [...new Set(digests.flatMap(({ to }) => to))];
  return {
    digests: digestSlots(businesses).map(({ timeZone, digest, id }) => ({ timeZone, digest, slot: id })),
    agency: agencyMail && { timeZone: agencyMail.timeZone, digest: agencyMail.digest, slot: agencyScope },
    addresses: senders.length + readers.length > mostAddresses ? senders : [...senders, ...readers],
  };
}

/** What the page may read and write for the businesses that have one. */
export function pageNeeds({
  configuration,
  fleet = null,
}: {
  readonly configuration: Configuration;
  readonly fleet?: FleetProps | null;
}): Pick<PageStepProps, 'scored' | 'signInSecrets' | 'ofFleet' | 'memoryMb'> {
  const all = fleet === null ? [configuration] : fleet.businesses.map((business) => business.configuration);
  return {
    ...namedByPages(all),
    ofFleet: fleet !== null,
    ...fleetNeeds({ configuration, fleet }).memoryMb,
  };
}

/** What the page's role names one by one. */
export function namedByPages(all: readonly Configuration[]): Pick<PageStepProps, 'scored' | 'signInSecrets'> {
  const withPage = all.filter(({ page }) => page !== null);
  return {
    scored: withPage.flatMap(({ touchpoints }) =>
      touchpoints.flatMap(({ id, kind }) => (kind === 'scorecard' ? id : [])),
    ),
    signInSecrets: withPage.flatMap(({ page }) => page?.signIn?.secret ?? []),
  };
}

/** One function for the chats of all businesses; null where none has any, paused ones included. */
export function createFleetChannels(
  scope: Construct,
  { businesses, keepsChats = false }: FleetProps,
  { bundle, ...props }: Omit<FleetChannelsProps, 'channels' | 'code'> & { readonly bundle: (step: Bundle) => string },
): FleetChannels | null {
  const channels = businesses.flatMap(({ configuration }) => configuration.alerts.channels);
  if (channels.length === 0 && !keepsChats) return null;
  return new FleetChannels(scope, fleetChannelsId, { ...props, channels, code: bundle(channelStep) });
}

/** @param steps those that are built */
export function letReadFleet(
  scope: Construct,
  fleet: FleetProps,
  steps: readonly ({ readonly step: StepFunction<Bundle> } | null)[],
): void {
  const { businesses, leftOut = [], agencyMail: agency = null } = fleet;
  const file = new FleetConfiguration(scope, 'FleetConfiguration', { businesses, leftOut, agency });
  for (const each of steps) if (each !== null) file.letRead(each.step);
}
