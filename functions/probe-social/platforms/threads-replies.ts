import { z } from 'zod';
import type { Thread } from '../../../shared/model/conversation.ts';
import { aMessage, platformInstant } from '../platform.ts';

export const replySchema = z.looseObject({
  id: z.string(),
  text: z.string().default(''),
  timestamp: platformInstant,
  /** Private accounts are shown without their name. */
  username: z.string().optional(),
  permalink: z.string().optional(),
  replied_to: z.looseObject({ id: z.string() }).optional(),
  is_reply_owned_by_me: z.boolean(),
  hide_status: z.string().optional(),
});
export type Reply = z.infer<typeof replySchema>;

export const replyFields = 'id,text,timestamp,username,permalink,replied_to,is_reply_owned_by_me,hide_status';

/** Hidden by the business, or by somebody whom it has blocked or restricted. What COVERED means is not documented. */
const hiddenStates = new Set(['HIDDEN', 'BLOCKED', 'RESTRICTED']);

/** A first-level reply with everything below it. */
export interface ReplyTree {
  readonly root: Reply;
  /** The root among them. */
  readonly replies: readonly Reply[];
  /** Its top is a first-level reply; otherwise what it replies to was not among the replies. */
  readonly isRooted: boolean;
}

/**
 * Sorts the flat list of a post's replies by the first-level reply above each. A program that posts several replies at once
 * may give a reply an earlier time than what it replies to, so nothing here relies on their order.
 */
export function replyTrees(replies: readonly Reply[], postId: string): ReplyTree[] {
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  const tops = topsOf(byId);
  const below = Map.groupBy(byId.values(), (reply) => tops.get(reply.id) ?? reply);
  return Array.from(below, ([root, all]) => {
    const isRooted = (root.replied_to?.id ?? postId) === postId;
    return { root, replies: all, isRooted };
  });
}

/** By id, the topmost reply above each. Replies that go round in a circle end where it closes. */
function topsOf(byId: ReadonlyMap<string, Reply>): ReadonlyMap<string, Reply> {
  const tops = new Map<string, Reply>();
  for (const reply of byId.values()) {
    const passed = new Set<string>();
    let top = reply;
    for (let above: Reply | undefined = reply; above !== undefined && !passed.has(above.id); ) {
      top = tops.get(above.id) ?? above;
      passed.add(above.id);
      above = tops.has(above.id) ? undefined : byId.get(above.replied_to?.id ?? '');
    }
    for (const id of passed) tops.set(id, top);
  }
  return tops;
}

export function toThread({ root, replies }: ReplyTree, postId: string, postLink: string | null): Thread {
  return {
    id: root.id,
    place: postId,
    kind: 'comment',
    permalink: root.permalink ?? postLink,
    rating: null,
    replyRejected: false,
    messages: replies.map((reply) =>
      aMessage({
        id: reply.id,
        // Threads tells no numbers of those who reply; their names are unique.
        author: { id: reply.username ?? null, name: reply.username ?? null, isBusiness: reply.is_reply_owned_by_me },
        text: reply.text,
        createdAt: reply.timestamp,
        hidden: hiddenStates.has(reply.hide_status ?? ''),
      }),
    ),
  };
}
