import type { Answer, Unanswered } from '../ports/stack-inspector.ts';
import { DeployedStackError } from './deployed-stack.ts';

/**
 * Asks AWS; what was not answered says why.
 * @param action as IAM calls it, so that a caller without the permission learns its name
 */
export async function ask<T>(action: string, question: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { known: true, value: await question() };
  } catch (error) {
    // Without a stack or an account there is nothing else to ask.
    if (error instanceof DeployedStackError) throw error;
    return { known: false, unanswered: { why: reasonOf(error), action, message: messageOf(error) } };
  }
}

/** As `ask`; what does not exist is null, and an answer like any other. */
export function askFor<T>(action: string, question: () => Promise<T>): Promise<Answer<T | null>> {
  return ask(action, () =>
    question().catch((error: unknown) => {
      if (isAbsent(error)) return null;
      throw error;
    }),
  );
}

/** Each service has its own word for it. */
function isAbsent(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(ResourceNotFound(Exception)?|NotFound(Exception)?|(AWS\.SimpleQueueService\.NonExistentQueue|QueueDoesNotExist))$/.test(
      error.name,
    )
  );
}

function reasonOf(error: unknown): Unanswered['why'] {
  if (!(error instanceof Error)) return 'failed';
  if (/AccessDenied|Authorization|Unauthorized|NotAuthorized/.test(error.name)) return 'denied';
  if (/not authorized to perform/.test(error.message)) return 'denied';
  return /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|ThroughputExceeded/.test(error.name)
    ? 'throttled'
    : 'failed';
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A connection that several addresses refuse has no message of its own.
  return error.message === '' ? error.name : error.message;
}
