import type { Configuration } from '../../shared/model/business.ts';
import { worstFirst } from '../../shared/model/light.ts';
import type {
  Answer,
  StackInspector,
  StackResource,
  StackState,
  Unanswered,
} from '../../shared/ports/stack-inspector.ts';
import { type Finding, unclear } from '../local/doctor/finding.ts';

/** Touchlight on this machine: what `npx cdk deploy` would deploy from here. */
export interface LocalOrigin {
  readonly version: string;
  /** touchpoints.yaml as the person named it. */
  readonly file: string;
  /** Its fingerprint; null when there is no valid one here. */
  readonly fingerprint: string | null;
}

/** What the examinations of one stack have in common. */
export interface Examination {
  /** The stack's name. */
  readonly stack: string;
  readonly inspector: StackInspector;
  /** touchpoints.yaml on this machine; null when there is none that can be read. */
  readonly configuration: Configuration | null;
  readonly local: LocalOrigin;
  /** Null when it is not known. */
  readonly state: StackState | null;
  readonly resources: readonly StackResource[];
  readonly now: number;
}

/** For what was changed or deleted by hand: an ordinary deployment compares with the last one, not with what is there. */
export const putBack = 'Put it back: npx cdk deploy --revert-drift';

/** Of one type, such as `AWS::SQS::Queue`. */
export function resourcesOf({ resources }: Pick<Examination, 'resources'>, type: string): readonly StackResource[] {
  return resources.filter((resource) => resource.type === type);
}

/** The finding for an answer, or for the lack of one: what AWS did not answer is grey, whatever was asked. */
export function judged<T>(name: string, answer: Answer<T>, judge: (value: T) => Finding): Finding {
  return answer.known ? judge(answer.value) : cannotTell(name, answer.unanswered);
}

export function cannotTell(name: string, { why, action, message }: Unanswered): Finding {
  switch (why) {
    case 'denied':
      return unclear(
        name,
        `Cannot tell: AWS refused ${action}.`,
        `Give these credentials ${action}; docs/doctor.md has a policy to paste.`,
      );
    case 'throttled':
      return unclear(
        name,
        `Cannot tell: AWS throttled ${action}.`,
        'Run it again in a minute, when less is asked of this account.',
      );
    default:
      return unclear(
        name,
        `Cannot tell: ${action} failed (${message}).`,
        'Run it again; look at the network if it stays.',
      );
  }
}

/** Of several answers that one judgement needs: the first that was not given. */
export function firstUnanswered(...answers: readonly Answer<unknown>[]): Unanswered | null {
  for (const answer of answers) if (!answer.known) return answer.unanswered;
  return null;
}

/** One finding out of several looks at one thing: what is surely wrong; else what is not known; else the worst of them. */
export function weigh(looks: readonly (Finding | null)[], unanswered: Finding | null): Finding {
  const [worst] = worstFirst(
    looks.flatMap((look) => look ?? []),
    ({ light }) => light,
  );
  if (worst?.light === 'red') return worst;
  const finding = unanswered ?? worst;
  if (finding === undefined) throw new Error('A thing was looked at in no way at all.');
  return finding;
}
