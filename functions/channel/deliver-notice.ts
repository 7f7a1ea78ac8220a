import {
  type AlertNotice,
  beginsAnew,
  type Delivery,
  decideDelivery,
  isEnd,
  subjectOf,
} from '../../shared/evaluation/channels/decide-delivery.ts';
import type { Alert } from '../../shared/model/alert.ts';
import type { ChannelTarget } from '../../shared/model/channel.ts';
import type { ChannelPost } from '../../shared/model/channel-post.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { ChannelPostStore } from '../../shared/ports/channel-posts.ts';
import type { Channel, ChannelMessage } from './channel.ts';
import { ChannelFault, PostGoneError } from './channel-fault.ts';
import { insistently, type Patience } from './insistently.ts';
import { messageOf, type Reader } from './message.ts';

export interface DeliveryDeps extends Patience {
  readonly target: ChannelTarget;
  readonly channel: Channel;
  readonly posts: ChannelPostStore;
  readonly reader: Reader;
  /** A word of this delivery's own. */
  readonly newToken: () => string;
}

/** Somebody else delivers about the same subject: come again later. */
class DeliveryBusyError extends Error {
  override readonly name = 'DeliveryBusyError';
}

/**
 * For longer than a delivery may take, so that no two work on one post. What was stopped is taken up by the second redelivery at
 * the latest: Lambda repeats after one minute and after two more.
 */
const claimMs = 120_000;

/**
 * Delivers one notice: claims its subject, posts, and writes down where the post is.
 *
 *   claim -> post -> confirm        stopped before the post: the next delivery finds the claim void, and posts
 *                                   stopped after it, unconfirmed: a channel that can find its own posts finds this one;
 *                                   webhook and PagerDuty recognise it; elsewhere it is posted a second time, and that one is kept up
 *
 * An update is repeated as a whole: to show the same again changes nothing, and its readers are rather told twice than never.
 */
export async function deliverNotice(notice: AlertNotice, alert: Alert, deps: DeliveryDeps): Promise<Delivery> {
  const { target, posts, newToken, now } = deps;
  const subject = subjectOf(notice);
  const known = await posts.load(target.id, subject);
  const at = toInstant(now());
  const { touchpointId, createdAt } = alert;
  const delivery = decideDelivery(known, notice, { target, touchpointId, createdAt, now: at });
  if (delivery.action === 'none') return delivery;
  if (delivery.action === 'wait') throw new DeliveryBusyError(`${subject} is being delivered until ${delivery.until}.`);
  const claim = { by: newToken(), at, until: toInstant(now() + claimMs) };
  const before = postBefore(known, notice, alert, deps);
  const claimed: ChannelPost = { ...before, claim, touchedAt: at, revision: before.revision + 1 };
  await save(claimed, posts);
  const place = await send(delivery, messageOf(notice, alert, deps.reader), before, deps).catch(
    async (error: unknown) => {
      await release(error, before, claimed, deps);
      throw error;
    },
  );
  const last = { reason: notice.reason, n: notice.n, createdAt };
  await save({ ...claimed, place, last, isOver: isEnd(notice), claim: null, revision: claimed.revision + 1 }, posts);
  return delivery;
}

async function send(
  { action }: Delivery,
  message: ChannelMessage,
  { place, claim }: ChannelPost,
  deps: DeliveryDeps,
): Promise<string> {
  const { channel } = deps;
  const change = (there: string): Promise<string> => insistently(() => channel.update(there, message), deps);
  const post = (): Promise<string> => insistently(() => channel.post(message), deps);
  if (action === 'update' && place !== null) {
    return change(place).catch((error: unknown) => {
      // Somebody has deleted the post.
      if (error instanceof PostGoneError) return post();
      throw error;
    });
  }
  const found = claim === null ? null : ((await channel.find?.(message, claim.at)) ?? null);
  if (found === null) return post();
  return found.shows === message.id ? found.place : change(found.place);
}

/**
 * What certainly did not arrive may be tried again at once. Of what may have arrived, the claim stays, void: the next delivery
 * knows that there may be a post.
 */
async function release(error: unknown, before: ChannelPost, claimed: ChannelPost, deps: DeliveryDeps): Promise<void> {
  if (!(error instanceof ChannelFault)) return;
  const { claim } = claimed;
  const left = error.kind === 'silence' && claim !== null ? { ...claim, until: claim.at } : before.claim;
  await save({ ...claimed, claim: left, revision: claimed.revision + 1 }, deps.posts);
}

async function save(post: ChannelPost, posts: ChannelPostStore): Promise<void> {
  if ((await posts.save(post)) === 'conflict') {
    throw new DeliveryBusyError(`${post.subject} has been delivered by somebody else meanwhile.`);
  }
}

/** What is there already; nothing where the subject begins anew. */
function postBefore(
  known: ChannelPost | null,
  notice: AlertNotice,
  { createdAt }: Alert,
  { target }: DeliveryDeps,
): ChannelPost {
  if (known !== null && !beginsAnew(known, notice, createdAt)) return known;
  const { checkId, subjectAt } = notice;
  const nothing = {
    place: null,
    last: null,
    isOver: false,
    claim: known?.claim ?? null,
    revision: known?.revision ?? 0,
  };
  return { channelId: target.id, checkId, subject: subjectOf(notice), subjectAt, ...nothing, touchedAt: createdAt };
}
