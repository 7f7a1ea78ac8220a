import { type Alert, alertSchema } from '../../../shared/model/alert.ts';
import type { Account } from './account.ts';
import { eventually } from './eventually.ts';

/** What a queue that listens to the topic of alerts has got by now. */
export async function takeAlerts(account: Account, queue: string): Promise<Alert[]> {
  // Each quarter of an hour Touchlight looks at itself, and may say here in plain text that nobody hears the topic operations.
  const bodies = (await account.take(queue)).filter((body) => body.startsWith('{'));
  return bodies.map((body) => alertSchema.parse(JSON.parse(body)));
}

/** Waits for the first, and takes what came with it. */
export async function heardAlerts(account: Account, queue: string, seconds: number): Promise<Alert[]> {
  const heard: Alert[] = [];
  const listen = async (): Promise<Alert[]> => {
    heard.push(...(await takeAlerts(account, queue)));
    return heard;
  };
  await eventually('The alert', seconds, listen, () => heard.length > 0);
  return listen();
}
