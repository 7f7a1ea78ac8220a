import { z } from 'zod';
import type { Visit } from '../../../../shared/browser/visit.ts';
import type { ChatEvent } from '../../../../shared/evaluation/shopper/chat-replies.ts';
import { withinDeadline } from '../../../../shared/runtime/deadline.ts';
import type { Asking } from './askable.ts';

/** What the chat has reported so far. */
export interface Heard {
  /** Our message has left. */
  readonly isSent: boolean;
  /** Since then, by the business's side. */
  readonly events: readonly ChatEvent[];
  /** Before: what greets every visitor. */
  readonly greetings: number;
}

type Page = Pick<Visit, 'page'>;

const mostHeard = 200;

/** The page may report anything. */
const toldSchema = z
  .object({
    heard: z
      .array(z.object({ what: z.enum(['own', 'joined', 'agent', 'bot']), at: z.number() }))
      .max(mostHeard)
      .catch([]),
  })
  .catch({ heard: [] });

/** Has the chat tell what happens in it from now on. @returns false where it does not offer that */
export async function listen({ page }: Page, { listen: hear }: Asking, signal: AbortSignal): Promise<boolean> {
  const installed = page.evaluate<unknown>(`(() => {
    const heard = [];
    const note = (what) => { if (heard.length < ${mostHeard}) heard.push({ what, at: performance.now() }); };
    try {
      ${hear}
      Object.defineProperty(window, 'touchlightHeard', { value: heard });
      return true;
    } catch {
      return false;
    }
  })()`);
  return (await withinDeadline(installed, signal)) === true;
}

/** @param askedAt by the page's own clock */
export async function heardSince({ page }: Page, askedAt: number, signal: AbortSignal): Promise<Heard> {
  const told = await withinDeadline(page.evaluate<unknown>('({ heard: window.touchlightHeard })'), signal);
  const { heard } = toldSchema.parse(told);
  const since = heard.filter(({ at }) => at >= askedAt);
  const events = since.flatMap(({ what, at }) => (what === 'own' ? [] : [{ what, afterMs: at - askedAt }]));
  const greetings = heard.filter(({ what, at }) => at < askedAt && (what === 'agent' || what === 'bot')).length;
  return { isSent: since.some(({ what }) => what === 'own'), events, greetings };
}
