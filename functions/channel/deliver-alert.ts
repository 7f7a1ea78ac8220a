import {
  type AlertNotice,
  type Delivery,
  endedBy,
  endOfUnstable,
} from '../../shared/evaluation/channels/decide-delivery.ts';
import type { Alert } from '../../shared/model/alert.ts';
import type { ChannelPost } from '../../shared/model/channel-post.ts';
import { type DeliveryDeps, deliverNotice } from './deliver-notice.ts';

export interface Delivered {
  readonly deliveries: readonly Delivery[];
  /** One for each notice that was not delivered. */
  readonly failures: readonly unknown[];
}

/** Delivers an alert's notices, each as a post of its own: one that fails holds up no other. Repeating it changes nothing. */
export async function deliverAlert(alert: Alert, deps: DeliveryDeps): Promise<Delivered> {
  const deliveries: Delivery[] = [];
  const failures: unknown[] = [];
  for (const notice of alert.notices) {
    try {
      deliveries.push(await deliverNotice(notice, alert, deps));
      const unstable = await unstableUntil(notice, alert, deps);
      if (unstable !== null) deliveries.push(await deliverNotice(endOfUnstable(notice, unstable), alert, deps));
    } catch (error) {
      failures.push(error);
    }
  }
  return { deliveries, failures };
}

/** The post about an unstable period that the notice ends; null where there is none. */
async function unstableUntil(
  notice: AlertNotice,
  { createdAt }: Alert,
  { target, posts }: DeliveryDeps,
): Promise<ChannelPost | null> {
  const subject = endedBy(notice);
  const post = subject === null ? null : await posts.load(target.id, subject);
  const isOpen = post !== null && post.place !== null && !post.isOver;
  return isOpen && (post.last?.createdAt ?? createdAt) < createdAt ? post : null;
}
