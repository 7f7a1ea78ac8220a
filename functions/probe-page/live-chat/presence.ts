import type { Visit } from '../../../shared/browser/visit.ts';
import type { Presence, Unread } from '../../../shared/probes/live-chat/statements.ts';
import { DeadlineError, withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { PresenceCall } from './vendors.ts';
import type { Waits } from './waits.ts';

/** `null` for a chat that has no such call. */
export type ReadPresence = { readonly presence: Presence } | { readonly unread: Unread } | null;

const longestAnswer = 60;

/**
 * Asks the chat who is there, by the call that its vendor documents. A chat begins as "offline" and learns better, so only
 * "online" is believed at once; what throws is asked again as well.
 */
export async function readPresence(
  { page }: Pick<Visit, 'page'>,
  call: PresenceCall | null,
  { presenceMs, answerMs, pollMs }: Waits,
  signal: AbortSignal,
): Promise<ReadPresence> {
  if (call === null) return null;
  const startedMs = performance.now();
  for (;;) {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
    const answer = await withinDeadline(page.evaluate<Answer>(question(call)), patience).catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof DeadlineError) return { kind: 'hung' } as const;
      return { kind: 'threw', message: String(error).slice(0, longestAnswer) } as const;
    });
    // Whatever keeps the page busy keeps it busy for the next question, too.
    if (answer.kind === 'hung') return { unread: { why: 'hung', seconds: Math.round(answerMs / 1000) } };
    const read = meaning(answer, call);
    const isOver = performance.now() - startedMs >= presenceMs;
    // It may come some seconds after the rest of the chat.
    if (isOver && answer.kind === 'absent' && call.optional === true) return null;
    if (isOver || (isOnline(read) && call.unsureAtFirst !== true)) return read;
    await withinDeadline(page.waitForTimeout(pollMs), signal);
  }
}

type Answer =
  | { readonly kind: 'absent' }
  | { readonly kind: 'said'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly message: string };

function isOnline(read: ReadPresence): boolean {
  return read !== null && 'presence' in read && read.presence === 'online';
}

function meaning(answer: Answer, { needs, ...call }: PresenceCall): ReadPresence {
  switch (answer.kind) {
    case 'absent':
      return { unread: { why: 'threw', message: `${needs} is not there` } };
    case 'threw':
      return { unread: { why: 'threw', message: String(answer.message).slice(0, longestAnswer) } };
    case 'said': {
      const { value } = answer;
      const said = typeof value === 'string' || typeof value === 'boolean' ? value : null;
      const presence = (['online', 'away', 'offline'] as const).find(
        (each) => said !== null && call[each].includes(said),
      );
      if (presence !== undefined) return { presence };
      return { unread: { why: 'nonsense', answer: String(said ?? typeof value).slice(0, longestAnswer) } };
    }
  }
}

/** Evaluated in the page beside its own scripts. Only the call comes from the vendors' table; what it answers is cut short. */
function question({ needs, ask }: PresenceCall): string {
  return `(async () => {
    const short = (value) => { try { return String(value).slice(0, ${longestAnswer}); } catch { return typeof value; } };
    try {
      let at = window;
      for (const key of ${JSON.stringify(needs.split('.'))}) {
        at = at === undefined || at === null ? undefined : at[key];
      }
      if (at === undefined || at === null) return { kind: 'absent' };
      const value = await (${ask});
      return { kind: 'said', value: typeof value === 'boolean' ? value : short(value) };
    } catch (error) {
      return { kind: 'threw', message: short(error) };
    }
  })()`;
}
