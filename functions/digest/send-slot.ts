import PQueue from 'p-queue';
import { digestSlots } from '../../shared/config/fleet/as-one.ts';
import type { DeployedBusiness } from '../../shared/config/fleet/deployed-fleet.ts';

/** Each reads its own weeks and writes its own mail; SES takes fourteen a second from a new account. */
const atOnce = 4;

/**
 * Sends the digests of a fleet that are due at one time. One that fails keeps no other from being sent; the invocation then fails
 * as a whole, and repeating it sends what is missing.
 * @throws Error that names the businesses whose digest may be missing
 */
export async function sendSlot(
  slot: string,
  businesses: readonly DeployedBusiness[],
  send: (business: DeployedBusiness) => Promise<void>,
): Promise<void> {
  const due = digestSlots(businesses).find(({ id }) => id === slot);
  if (due === undefined)
    throw new Error(`No business of this fleet has its digest at "${slot}". Deploy the fleet again.`);
  const failures: { readonly id: string | null; readonly error: unknown }[] = [];
  const queue = new PQueue({ concurrency: atOnce });
  await queue.addAll(
    due.businesses.map(
      (business) => () => send(business).catch((error: unknown) => void failures.push({ id: business.id, error })),
    ),
  );
  if (failures.length === 0) return;
  throw new AggregateError(
    failures.map(({ error }) => error),
    `The digests of ${failures.length} of ${due.businesses.length} businesses may be missing: ${failures.map(({ id, error }) => `${id} (${String(error)})`).join('; ')}`,
  );
}
