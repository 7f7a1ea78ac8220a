import { freshUntil, lightAt } from '../../../shared/evaluation/incidents/light-at.ts';
import { formatFor } from '../../../shared/i18n/format.ts';
import { wordFinding } from '../../../shared/i18n/wording.ts';
import type { Check } from '../../../shared/model/check.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import type { Status } from '../../../shared/model/status.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import { broken, type Finding, impaired, notYet, works } from '../finding.ts';
import { eachAtOnce } from './each-at-once.ts';
import { cannotTell, type Examination } from './examination.ts';

/** Touchpoints whose statuses are read at the same time: a fleet has thousands. */
const atOnce = 40;
const longestReason = 160;

/** When each configured check last ran, from the table. A red light is news about the business, not a fault of Touchlight. */
export async function examineChecks(examination: Examination): Promise<Finding[]> {
  return (await lookAtChecks(examination)).map(({ finding }) => finding);
}

export interface CheckLook {
  readonly check: Check;
  readonly finding: Finding;
}

export async function lookAtChecks(examination: Examination): Promise<CheckLook[]> {
  const { inspector, configuration, state } = examination;
  const table = state?.outputs[outputs.table];
  if (configuration === null || table === undefined) return [];
  const looks = await eachAtOnce(atOnce, configuration.touchpoints, async ({ id, checks }) => {
    const statuses = await inspector.statuses(table, id);
    const byId = new Map(statuses.known ? statuses.value.map((status) => [status.checkId, status]) : []);
    return checks.map((check): CheckLook => {
      const finding = statuses.known
        ? judgeCheck(check, byId.get(check.id), examination)
        : cannotTell(`check ${check.id}`, statuses.unanswered);
      return { check, finding };
    });
  });
  return looks.flat();
}

function judgeCheck(check: Check, status: Status | undefined, examination: Examination): Finding {
  const name = `check ${check.id}`;
  const now = toInstant(examination.now);
  const { light, lost } = lightAt(status, check, now);
  if (status === undefined) return judgeUnmeasured(name, check, examination);
  const age = formatFor('en').duration(examination.now - Date.parse(status.lastRunAt));
  if (lost === 'clock-ahead') {
    return broken(
      name,
      `Its last run is dated in the future (${status.lastRunAt}).`,
      'Check the clock of this machine.',
    );
  }
  if (lost !== null) {
    return broken(
      name,
      `No run for ${age} (last: ${status.lastRunAt}), although due every ${formatFor('en').duration(check.everyMinutes * minuteMs)}.`,
      'Check the findings for its probe, its queue and dispatch.',
    );
  }
  if (light === 'unknown') {
    return impaired(
      name,
      `Ran ${age} ago but could not measure: ${shorten(oneLine(wordFinding(status.lastFinding, check.probe, 'en', now).sentence), longestReason)}`,
      'docs/runbook.md#reason-blind explains the reasons.',
    );
  }
  return works(name, `Ran ${age} ago, light: ${light}.`);
}

/** A check without any run may be new. */
function judgeUnmeasured(name: string, check: Check, { state, local, now }: Examination): Finding {
  const every = formatFor('en').duration(check.everyMinutes * minuteMs);
  if (state !== null && state.outputs[outputs.configuration] !== local.fingerprint) {
    return notYet(name, 'Has never run; the local file is not the deployed one.', 'Deploy it: npx cdk deploy');
  }
  if (state !== null && toInstant(now) <= freshUntil(check, state.deployedAt)) {
    return notYet(name, `Has not run since the deployment; due every ${every}.`, 'Run this again after that time.');
  }
  return broken(
    name,
    `Has never run, although due every ${every}.`,
    'Check the findings for its probe, its queue and dispatch.',
  );
}
