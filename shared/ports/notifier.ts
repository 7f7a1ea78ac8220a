import type { Notification } from '../model/notification.ts';

export interface Notifier {
  /** Sends one message; resolves when it is accepted (SNS: a message id; locally: written to disk). */
  send(notification: Notification): Promise<void>;
}
