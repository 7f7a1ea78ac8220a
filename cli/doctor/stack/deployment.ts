import { formatFor } from '../../../shared/i18n/format.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import type { Answer, StackState } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, impaired, notYet, unclear, works } from '../finding.ts';
import { judged, type LocalOrigin } from './examination.ts';

/** Was the stack deployed successfully, and from what? */
export function examineDeployment(
  answer: Answer<StackState>,
  stack: string,
  local: LocalOrigin,
  { now, isFleet }: { readonly now: number; readonly isFleet: boolean },
): Finding[] {
  return [
    judged('stack', answer, (state) => judgeStack(state, stack, now)),
    judged('version', answer, (state) => judgeVersion(state, local)),
    judged('configuration', answer, (state) => (isFleet ? judgeFolder : judgeConfiguration)(state, local)),
  ];
}

/** The last deployment succeeded. */
export function isDeployed({ status }: Pick<StackState, 'status'>): boolean {
  return /^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status) || status === 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS';
}

function judgeStack({ status, statusReason, deployedAt }: StackState, stack: string, now: number): Finding {
  const name = 'stack';
  const age = `${formatFor('en').duration(now - Date.parse(deployedAt))} ago`;
  if (isDeployed({ status })) {
    return works(name, `Deployed ${age} (${status}).`);
  }
  if (/_IN_PROGRESS$/.test(status) && !/ROLLBACK|DELETE/.test(status)) {
    return notYet(name, `A deployment is in progress (${status}).`, 'Wait until it finishes, then run this again.');
  }
  const why = statusReason === null ? '' : `: ${statusReason}`;
  return broken(
    name,
    `The last deployment failed (${status}, ${age}${why}).`,
    `Check the events of ${stack} in the CloudFormation console, fix the cause and run "npx cdk deploy" again.`,
  );
}

function judgeVersion({ outputs: found }: StackState, { version }: LocalOrigin): Finding {
  const deployed = found[outputs.version];
  if (deployed === undefined) return notWritten('version', 'which Touchlight version deployed it');
  if (deployed === version) return works('version', `Deployed by Touchlight ${deployed}, the version on this machine.`);
  return impaired(
    'version',
    `Deployed by Touchlight ${deployed}; this machine has ${version}.`,
    '"npx cdk diff" shows what deploying from here would change.',
  );
}

function judgeConfiguration({ outputs: found }: StackState, { file, fingerprint }: LocalOrigin): Finding {
  const name = 'configuration';
  if (fingerprint === null) {
    return unclear(
      name,
      `There is no valid ${file} here to compare the deployed configuration with.`,
      'Pass the deployed file with --config. Without it, checks, secrets and mail are not examined.',
    );
  }
  const deployed = found[outputs.configuration];
  if (deployed === undefined) return notWritten(name, 'which touchpoints.yaml it was deployed from');
  if (deployed === fingerprint) return works(name, `Matches ${file} on this machine.`);
  return impaired(
    name,
    `The deployed configuration differs from ${file} on this machine.`,
    'Deploy it ("npx cdk deploy"), or pass the deployed file with --config. The other findings use the local file.',
  );
}

function judgeFolder({ outputs: found }: StackState, { file, fingerprint }: LocalOrigin): Finding {
  const name = 'configuration';
  if (found[outputs.configuration] === fingerprint)
    return works(name, `Deployed from ${file} as it is on this machine.`);
  return impaired(
    name,
    `Another state of ${file} is deployed.`,
    'Deploy it again: npx cdk deploy. The other findings use the folder on this machine.',
  );
}

function notWritten(name: string, what: string): Finding {
  return unclear(
    name,
    `The stack does not record ${what}: it was deployed by an older version.`,
    'Redeploy it: npx cdk deploy',
  );
}
