import { probesElsewhere } from '../../../shared/evaluation/schedule/stack-shape.ts';
import { functionName, regionStackName } from '../../../shared/model/stack-names.ts';
import type { StackInspector } from '../../../shared/ports/stack-inspector.ts';
import { broken, type Finding, works } from '../finding.ts';
import { cannotTell, type Examination, firstUnanswered, weigh } from './examination.ts';
import { judgeConcurrency, judgeState } from './functions.ts';

/** Can each further region that touchpoints.yaml names be asked what it sees? One finding of each: its probes are only asked when something fails. */
export async function examineRegions({ configuration, stack, inspectorIn }: Examination): Promise<Finding[]> {
  if (configuration === null || inspectorIn === undefined) return [];
  const probes = probesElsewhere(configuration);
  if (probes.length === 0) return [];
  return Promise.all(
    configuration.regions.map(async (region) => {
      const inspector = inspectorIn(region);
      try {
        const names = probes.map((probe) => functionName(regionStackName(stack, region), probe));
        return await examineRegion(region, names, inspector);
      } finally {
        inspector.close();
      }
    }),
  );
}

async function examineRegion(
  region: string,
  functions: readonly string[],
  inspector: StackInspector,
): Promise<Finding> {
  const name = `region ${region}`;
  const looks = await Promise.all(
    functions.map(async (called) => {
      const [found, reserved] = await Promise.all([inspector.function(called), inspector.reservedConcurrency(called)]);
      if (found.known && found.value === null) return { finding: notThere(name, called), unanswered: null };
      return {
        finding:
          (found.known ? judgeState(name, found.value) : null) ??
          (reserved.known ? judgeConcurrency(name, called, reserved.value) : null),
        unanswered: firstUnanswered(found, reserved),
      };
    }),
  );
  const [unanswered = null] = looks.flatMap((look) => look.unanswered ?? []);
  const all = works(name, `Its probes are ready: ${functions.join(', ')}.`);
  return weigh(
    [...looks.map(({ finding }) => finding), all],
    unanswered === null ? null : cannotTell(name, unanswered),
  );
}

function notThere(name: string, called: string): Finding {
  return broken(
    name,
    `It has no function ${called}, so it cannot be asked and counts for neither side.`,
    'Deploy the stacks of all regions: npx cdk deploy --all',
  );
}
