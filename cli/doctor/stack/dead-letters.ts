import { z } from 'zod';
import { checkIdSchema, parseCheckId } from '../../../shared/model/check-id.ts';
import { parseJson } from '../../../shared/model/parse-json.ts';
import { channelStep, functionName, steps } from '../../../shared/model/stack-names.ts';
import { type DeadLetterQueue, purposeOfQueue } from '../../../shared/model/stack-resources.ts';
import type { Answer, DeadLetter, QueueState } from '../../../shared/ports/stack-inspector.ts';
import { stepOf } from '../../../shared/probes/index.ts';
import { broken, type Finding, works } from '../finding.ts';
import { cannotTell, type Examination, judged, putBack, resourcesOf } from './examination.ts';

/** What failed for good, and in which step. */
export async function examineDeadLetters(examination: Examination): Promise<Finding[]> {
  const queues = resourcesOf(examination, 'AWS::SQS::Queue').flatMap(({ logicalId, physicalId }) => {
    const purpose = purposeOfQueue(logicalId);
    return purpose?.kind === 'dead-letters' ? [{ url: physicalId, queue: purpose.queue }] : [];
  });
  return Promise.all(queues.map((each) => examineOne(each, examination)));
}

async function examineOne(
  { url, queue }: { readonly url: string; readonly queue: DeadLetterQueue },
  { inspector, stack }: Examination,
): Promise<Finding> {
  const name = `dead letters ${queue}`;
  const found = await inspector.queue(url);
  if (!found.known) return cannotTell(name, found.unanswered);
  const count = found.value === null ? null : found.value.visible + found.value.hidden;
  const letters: Answer<readonly DeadLetter[]> =
    count === null || count === 0 ? { known: true, value: [] } : await inspector.peek(url);
  return judged(name, found, (state) => judgeQueue(name, state, letters, stack));
}

function judgeQueue(
  name: string,
  state: QueueState | null,
  letters: Answer<readonly DeadLetter[]>,
  stack: string,
): Finding {
  if (state === null) {
    return broken(name, 'The queue is missing: someone deleted it by hand. Work that fails is lost.', putBack);
  }
  const count = state.visible + state.hidden;
  if (count === 0) return works(name, 'Empty.');
  const messages = `${count} failed ${count === 1 ? 'message' : 'messages'}`;
  const who = letters.known
    ? letters.value.length === 0
      ? ''
      : `: ${listed(letters.value.map((letter) => authorOf(letter, stack)))}`
    : `, from unknown steps (${letters.unanswered.action}: ${letters.unanswered.why})`;
  return broken(
    name,
    `${messages}${who}.`,
    'Fix the cause, then delete or move them back: docs/runbook.md#dead-letters',
  );
}

/** `3 from probe-page (website/form), 1 from dispatch` */
function listed(authors: readonly string[]): string {
  return [...Map.groupBy(authors, (author) => author)]
    .map(([author, all]) => `${all.length} from ${author}`)
    .join(', ');
}

const envelopeSchema = z.object({ requestContext: z.object({ functionArn: z.string() }) });
const resultSchema = z.object({ checkId: checkIdSchema });
/** Of a fleet's chat; its id is checked, because it is shown. */
const postSchema = z.object({
  channel: z
    .string()
    .max(80)
    .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/),
  alert: z.object({}),
});
const visitSchema = z.object({ checks: z.array(z.object({ id: checkIdSchema })).min(1) });

/**
 * Whose work a dead letter is. Lambda wraps what a function failed at, EventBridge Scheduler names its target, and a visit or
 * a result names its checks. Nothing else of the message is shown: anyone who may send to the queue can have written it.
 */
function authorOf({ body, targetArn }: DeadLetter, stack: string): string {
  const content = parseJson(body);
  const envelope = envelopeSchema.safeParse(content);
  const step =
    stepOfFunction(targetArn, stack) ??
    (envelope.success ? stepOfFunction(envelope.data.requestContext.functionArn, stack) : null);
  if (step !== null) return step;
  const visit = visitSchema.safeParse(content);
  if (visit.success) return byCheck(visit.data.checks.map(({ id }) => id));
  const post = postSchema.safeParse(content);
  if (post.success) return `${channelStep} ${post.data.channel}`;
  const result = resultSchema.safeParse(content);
  // It could not be stored, whichever probe sent it.
  return result.success ? `evaluate (${result.data.checkId})` : 'an unknown sender';
}

/** Of a function's ARN, with or without a version behind it. */
function stepOfFunction(functionArn: string | null, stack: string): string | null {
  const called = functionArn?.split(':')[6];
  const channels = functionName(stack, channelStep);
  if (called === channels) return channelStep;
  if (called?.startsWith(`${channels}-`)) return `${channelStep} ${called.slice(channels.length + 1)}`;
  return steps.find((step) => functionName(stack, step) === called) ?? null;
}

function byCheck(checkIds: readonly string[]): string {
  const [first = ''] = checkIds;
  return `${stepOf(parseCheckId(first).probe) ?? 'an unknown probe'} (${checkIds.join(', ')})`;
}
