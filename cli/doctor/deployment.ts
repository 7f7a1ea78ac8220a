import { formatDuration } from '../../shared/evaluation/format-measurement.ts';
import { outputs } from '../../shared/model/stack-names.ts';
import type { Answer, StackState } from '../../shared/ports/stack-inspector.ts';
import { broken, type Finding, impaired, notYet, unclear, works } from '../local/doctor/finding.ts';
import { judged, type LocalOrigin } from './examination.ts';

/** Is it there, is it whole, and what was it made from? */
export function examineDeployment(
  answer: Answer<StackState>,
  stack: string,
  local: LocalOrigin,
  now: number,
): Finding[] {
  return [
    judged('stack', answer, (state) => judgeStack(state, stack, now)),
    judged('version', answer, (state) => judgeVersion(state, local)),
    judged('configuration', answer, (state) => judgeConfiguration(state, local)),
  ];
}

/** The last deployment came to a good end. */
export function isDeployed({ status }: Pick<StackState, 'status'>): boolean {
  return /^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status) || status === 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS';
}

function judgeStack({ status, statusReason, deployedAt }: StackState, stack: string, now: number): Finding {
  const name = 'stack';
  const age = `${formatDuration(now - Date.parse(deployedAt))} ago`;
  if (isDeployed({ status })) {
    return works(name, `${stack} is deployed (${status}, ${age}).`);
  }
  if (/_IN_PROGRESS$/.test(status) && !/ROLLBACK|DELETE/.test(status)) {
    return notYet(name, `A deployment of ${stack} is under way (${status}).`, 'Wait for its end, then run this again.');
  }
  const why = statusReason === null ? '' : `: ${statusReason}`;
  return broken(
    name,
    `The last deployment of ${stack} did not succeed (${status}, ${age}${why}).`,
    'Read the events of the stack in the CloudFormation console, mend the cause, and run "npx cdk deploy" again.',
  );
}

function judgeVersion({ outputs: found }: StackState, { version }: LocalOrigin): Finding {
  const deployed = found[outputs.version];
  if (deployed === undefined) return notWritten('version', 'which Touchlight deployed it');
  if (deployed === version) return works('version', `Deployed by Touchlight ${deployed}, as on this machine.`);
  return impaired(
    'version',
    `Deployed by Touchlight ${deployed}; this machine has ${version}.`,
    '"npx cdk diff" shows what a deployment from here would change.',
  );
}

function judgeConfiguration({ outputs: found }: StackState, { file, fingerprint }: LocalOrigin): Finding {
  const name = 'configuration';
  if (fingerprint === null) {
    return unclear(
      name,
      `There is no valid ${file} here to compare the deployed one with.`,
      'Name the deployed file with --config: without it, checks, subscriptions, secrets and mail are not compared.',
    );
  }
  const deployed = found[outputs.configuration];
  if (deployed === undefined) return notWritten(name, 'from which touchpoints.yaml it was deployed');
  if (deployed === fingerprint) return works(name, `Deployed from ${file} as it is here.`);
  return impaired(
    name,
    `The deployed configuration is not ${file} as it is here.`,
    'Deploy it ("npx cdk deploy"), or name the deployed file with --config. Findings below compare with the file here.',
  );
}

function notWritten(name: string, what: string): Finding {
  return unclear(
    name,
    `The stack does not say ${what}: an older Touchlight deployed it.`,
    'Deploy it again from here ("npx cdk deploy").',
  );
}
