import type { FleetToDeploy } from '../../../shared/config/fleet/to-deploy.ts';
import type { MetricQuestion } from '../../../shared/model/metric-question.ts';
import { channelFunctionName, channelStep, functionName } from '../../../shared/model/stack-names.ts';
import { counted } from '../../counted.ts';
import { broken, type Finding, impaired, works } from '../finding.ts';
import { cannotTell, type Examination, firstUnanswered, resourcesOf, weigh } from './examination.ts';
import { businessesNamed } from './fleet/businesses-named.ts';
import { judgeConcurrency, judgeState } from './functions.ts';

const minutesPerDay = 24 * 60;
const ofAllChats = 'channels';

/** Does each channel have its function, and does that deliver? A channel rests as long as nothing breaks. */
export async function examineChannels(examination: Examination): Promise<Finding[]> {
  const { stack, configuration } = examination;
  const ofFleet = functionName(stack, channelStep);
  const called = resourcesOf(examination, 'AWS::Lambda::Function').map(({ physicalId }) => physicalId);
  // One for all chats of a fleet.
  if (called.includes(ofFleet)) return [await examineOne(ofAllChats, ofFleet, examination)];
  if (examination.fleet !== undefined) return missingChats(examination, examination.fleet);
  const prefix = `${ofFleet}-`;
  const there = called.flatMap((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : []));
  const configured = configuration?.alerts.channels.map(({ id }) => id) ?? [];
  const missing = examination.resources.length === 0 ? [] : configured.filter((id) => !there.includes(id));
  return [
    ...(await Promise.all(there.map((id) => examineOne(`channel ${id}`, channelFunctionName(stack, id), examination)))),
    ...missing.map((id) =>
      broken(
        `channel ${id}`,
        'touchpoints.yaml names it, but the stack has no function for it.',
        'Deploy this file: npx cdk deploy',
      ),
    ),
  ];
}

function missingChats({ resources }: Examination, { businesses }: FleetToDeploy): Finding[] {
  const withChats = businesses.filter(({ configuration }) => configuration.alerts.channels.length > 0);
  if (resources.length === 0 || withChats.length === 0) return [];
  const whose = businessesNamed(withChats.map(({ id }) => id));
  const sentence = `The stack has no function for chats, and these businesses have some: ${whose}.`;
  return [broken(ofAllChats, sentence, 'Deploy this folder: npx cdk deploy')];
}

async function examineOne(name: string, called: string, { inspector }: Examination): Promise<Finding> {
  const [found, reserved, figures] = await Promise.all([
    inspector.function(called),
    inspector.reservedConcurrency(called),
    inspector.metrics([about(called, 'Invocations'), about(called, 'Errors')]),
  ]);
  const unanswered = firstUnanswered(found, reserved, figures);
  return weigh(
    [
      found.known ? judgeState(name, found.value) : null,
      reserved.known ? judgeConcurrency(name, called, reserved.value) : null,
      figures.known
        ? judgeDay(name, called, {
            runs: figures.value.get('Invocations')?.value ?? 0,
            errors: figures.value.get('Errors')?.value ?? 0,
          })
        : null,
    ],
    unanswered === null ? null : cannotTell(name, unanswered),
  );
}

function about(called: string, metric: string): MetricQuestion {
  const dimensions = { FunctionName: called };
  return { name: metric, namespace: 'AWS/Lambda', metric, dimensions, statistic: 'Sum', minutes: minutesPerDay };
}

function judgeDay(name: string, called: string, { runs, errors }: { runs: number; errors: number }): Finding {
  if (errors === 0) {
    if (runs === 0) return works(name, 'Nothing to deliver in the last day.');
    // That of a fleet runs for what it takes, and again for what it posts.
    if (name === ofAllChats) return works(name, `Ran ${counted(runs, 'time')} in the last day, and nothing failed.`);
    return works(name, `Delivered ${runs} alerts in the last day.`);
  }
  const log = `Check its log, /aws/lambda/${called}, and docs/runbook.md#operations-channel`;
  const sentence = `${errors} of ${runs} deliveries in the last day failed.`;
  return errors >= runs ? broken(name, sentence, log) : impaired(name, `${sentence} Failed ones are repeated.`, log);
}
