import type { Announcer } from '../../shared/ports/mailer.ts';
import type { Logger } from '../../shared/runtime/logger.ts';
import { announceInstead, type DeliveryDeps, type Outgoing, type ReaderDelivery } from './deliver-digest.ts';

export interface SettleDeps extends Pick<DeliveryDeps, 'digests' | 'now'> {
  readonly announcer: Announcer;
  readonly logger: Logger;
}

/**
 * Where SES may not write to a reader, the text goes over SNS.
 * @param remedy what to do for readers who have no mail, as a sentence
 * @throws Error while one of them has no mail for sure, to be tried again and then to alarm
 */
export async function settleMissing(
  outgoing: Outgoing,
  deliveries: readonly ReaderDelivery[],
  remedy: string,
  { digests, announcer, logger, now }: SettleDeps,
): Promise<void> {
  const unverified = deliveries.filter(({ outcome }) => outcome === 'unverified');
  if (unverified.length > 0) {
    const announced = await announceInstead(outgoing, unverified, { digests, announcer, now });
    logger.warn('SES may not write to every reader; the text goes over SNS', {
      announced,
      readers: unverified.length,
    });
    if (announced === 'unknown')
      throw new Error('An earlier attempt to announce the text over SNS did not say how it ended.');
  }
  const missing = deliveries.filter(({ outcome }) => outcome === 'refused' || outcome === 'unknown');
  if (missing.length === 0) return;
  throw new Error(
    `The mail of ${outgoing.weekId} may not have reached ${missing.length} of ${deliveries.length} readers. ` +
      `${missing.map(({ reader, reason }) => `${reader}: ${reason}`).join(' ')} ${remedy}`,
  );
}
