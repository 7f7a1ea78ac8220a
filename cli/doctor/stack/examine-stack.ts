import type { FleetToDeploy } from '../../../shared/config/fleet/to-deploy.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import type { StackInspector } from '../../../shared/ports/stack-inspector.ts';
import { UsageError } from '../../exit.ts';
import { type Finding, within } from '../finding.ts';
import { examineAlarms } from './alarms.ts';
import { examineChannels } from './channels.ts';
import { examineChecks } from './checks.ts';
import { examineDeadLetters } from './dead-letters.ts';
import { examineDeployment, isDeployed } from './deployment.ts';
import { cannotTell, type Examination, type LocalOrigin } from './examination.ts';
import { examineFleetChecks } from './fleet/checks.ts';
import { examineDigestSchedules } from './fleet/digest-schedules.ts';
import { examineFleetMail } from './fleet/mail.ts';
import { examineFleetPages } from './fleet/pages.ts';
import { examineFleetSecrets } from './fleet/secrets.ts';
import { examineFleetSubscriptions } from './fleet/subscriptions.ts';
import { examineFunctions } from './functions.ts';
import { examineQueues } from './queues.ts';
import { examineReceivedMail } from './received-mail.ts';
import { examineRegions } from './regions.ts';
import { examineStarters } from './starters.ts';
import { examineSubscriptions } from './subscriptions.ts';
import { examineDeployedMail, examineDeployedSecrets } from './surroundings.ts';
import { type Patience, ringTestAlarm } from './test-alarm.ts';

export interface StackToExamine {
  readonly stack: string;
  readonly inspector: StackInspector;
  /** Absent where no other regions are looked at. */
  readonly inspectorIn?: (region: string) => StackInspector;
  readonly configuration: Configuration | null;
  /** Absent for one business. */
  readonly fleet?: FleetToDeploy;
  readonly local: LocalOrigin;
  readonly now: number;
  /** Rings an alarm and waits this long for it; null leaves all alarms alone. */
  readonly testAlarm: Patience | null;
}

/** How long one group of questions may take; a fleet's checks take the longest. */
const patienceMs = 120_000;

/**
 * Everything that can be found out about a deployed stack, one finding for each thing. It only reads; the test alarm alone
 * changes something, and restores it.
 * @throws UsageError when the stack is none of Touchlight's
 */
export async function examineStack(
  { stack, inspector, inspectorIn, configuration, fleet, local, now, testAlarm }: StackToExamine,
  signal: AbortSignal,
): Promise<Finding[]> {
  const state = await inspector.stack();
  if (state.known && isDeployed(state.value) && !(outputs.table in state.value.outputs)) {
    throw new UsageError(`"${stack}" is not a Touchlight stack: it has no output ${outputs.table}.`);
  }
  const resources = await inspector.resources();
  const examination: Examination = {
    ...{ stack, inspector, configuration, local, now },
    ...{ ...(inspectorIn && { inspectorIn }), ...(fleet && { fleet }) },
    state: state.known ? state.value : null,
    resources: resources.known ? resources.value : [],
  };
  const groups: Groups = {
    functions: examineFunctions(examination),
    regions: examineRegions(examination),
    channels: examineChannels(examination),
    starters: examineStarters(examination),
    queues: examineQueues(examination),
    'dead letters': examineDeadLetters(examination),
    alarms: examineAlarms(examination),
    ...(fleet === undefined ? groupsOfBusiness(examination) : groupsOfFleet(examination, fleet)),
  };
  const examined = await Promise.all(
    Object.entries(groups).map(([group, findings]) => within(group, patienceMs, findings)),
  );
  return [
    ...examineDeployment(state, stack, local, { now, isFleet: fleet !== undefined }),
    ...(resources.known ? [] : [cannotTell('resources', resources.unanswered)]),
    ...(state.known ? [] : ['topics', 'checks'].map((group) => cannotTell(group, state.unanswered))),
    ...examined.flat(),
    // Last, so that no finding sees it ringing.
    ...(testAlarm === null ? [] : [await ringTestAlarm(examination, testAlarm, signal)]),
  ];
}

type Groups = Readonly<Record<string, Promise<readonly Finding[]>>>;

function groupsOfBusiness(examination: Examination): Groups {
  return {
    checks: examineChecks(examination),
    topics: examineSubscriptions(examination),
    mail: examineDeployedMail(examination),
    'received mail': examineReceivedMail(examination),
    secrets: examineDeployedSecrets(examination),
  };
}

function groupsOfFleet(examination: Examination, fleet: FleetToDeploy): Groups {
  return {
    checks: examineFleetChecks(examination),
    topics: examineFleetSubscriptions(examination, fleet),
    mail: examineFleetMail(examination, fleet),
    secrets: examineFleetSecrets(examination, fleet),
    'digest schedules': examineDigestSchedules(examination, fleet),
    pages: Promise.resolve(examineFleetPages(examination, fleet)),
  };
}
