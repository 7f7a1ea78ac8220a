import type { FleetToDeploy } from '../../../shared/config/fleet/to-deploy.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { worstFirst } from '../../../shared/model/light.ts';
import type {
  Answer,
  StackInspector,
  StackResource,
  StackState,
  Unanswered,
} from '../../../shared/ports/stack-inspector.ts';
import { type Finding, unclear } from '../finding.ts';

/** Touchlight on this machine: what `npx cdk deploy` would deploy from here. */
export interface LocalOrigin {
  readonly version: string;
  /** touchpoints.yaml, or a fleet's folder, as the person named it. */
  readonly file: string;
  /** Its fingerprint; null when there is no valid one here. */
  readonly fingerprint: string | null;
}

/** What the examinations of one stack have in common. */
export interface Examination {
  /** The stack's name. */
  readonly stack: string;
  readonly inspector: StackInspector;
  /** Looks at the stack in a further region. To be closed by who asked for it. */
  readonly inspectorIn?: (region: string) => StackInspector;
  /** touchpoints.yaml on this machine; null when there is none that can be read. */
  readonly configuration: Configuration | null;
  /** The businesses of a fleet, whose configuration holds what they need together; absent for one business. */
  readonly fleet?: FleetToDeploy;
  readonly local: LocalOrigin;
  /** Null when it is not known. */
  readonly state: StackState | null;
  readonly resources: readonly StackResource[];
  readonly now: number;
}

/** For what was changed or deleted by hand: an ordinary deployment compares with the last one, not with the account. */
export const putBack = 'Restore it: npx cdk deploy --revert-drift';

/** Of one type, such as `AWS::SQS::Queue`. */
export function resourcesOf({ resources }: Pick<Examination, 'resources'>, type: string): readonly StackResource[] {
  return resources.filter((resource) => resource.type === type);
}

/** The finding for an answer. A question that AWS did not answer is grey, whatever was asked. */
export function judged<T>(name: string, answer: Answer<T>, judge: (value: T) => Finding): Finding {
  return answer.known ? judge(answer.value) : cannotTell(name, answer.unanswered);
}

export function cannotTell(name: string, { why, action, message }: Unanswered): Finding {
  switch (why) {
    case 'denied':
      return unclear(
        name,
        `Cannot tell: access denied, needs ${action}.`,
        `Grant ${action} to these credentials; docs/doctor.md has a policy to paste.`,
      );
    case 'throttled':
      return unclear(name, `Cannot tell: AWS throttled ${action}.`, 'Run this again in a minute.');
    default:
      return unclear(
        name,
        `Cannot tell: ${action} failed (${message}).`,
        'Run this again; if it keeps failing, check the network.',
      );
  }
}

/** Of several answers that one judgement needs: the first that was not given. */
export function firstUnanswered(...answers: readonly Answer<unknown>[]): Unanswered | null {
  for (const answer of answers) if (!answer.known) return answer.unanswered;
  return null;
}

/** Joins several looks at one thing: a certain fault comes first, then what is not known, then the worst of the rest. */
export function weigh(looks: readonly (Finding | null)[], unanswered: Finding | null): Finding {
  const [worst] = worstFirst(
    looks.flatMap((look) => look ?? []),
    ({ light }) => light,
  );
  if (worst?.light === 'red') return worst;
  const finding = unanswered ?? worst;
  if (finding === undefined) throw new Error('There is nothing to judge.');
  return finding;
}
