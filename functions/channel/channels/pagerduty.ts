import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ChannelTarget } from '../../../shared/model/channel.ts';
import { shorten } from '../../../shared/model/foreign-text.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Channel, ChannelIo, ChannelMessage } from '../channel.ts';
import { faultOfStatus } from '../http.ts';
import { readSecret } from '../read-secret.ts';

type Target = Extract<ChannelTarget, { kind: 'pagerduty' }>;

const hosts = { us: 'https://events.pagerduty.com', eu: 'https://events.eu.pagerduty.com' } as const;
const severities: Readonly<Record<Light, string>> = {
  red: 'critical',
  yellow: 'warning',
  green: 'info',
  unknown: 'warning',
};
const limits = { summary: 1024, key: 255 } as const;
const answerSchema = z.object({ message: z.string().optional(), errors: z.array(z.string()).optional() });

/**
 * The Events API v2: `trigger` and `resolve` with the subject as `dedup_key`, so that whatever is sent twice is one incident, and
 * it ends by itself. `secret` is the integration key.
 */
export function createPagerDuty({ secret, region, api }: Target, { transport, secrets, pace }: ChannelIo): Channel {
  const url = `${(api ?? hosts[region]).replace(/\/+$/, '')}/v2/enqueue`;
  const send = async (message: ChannelMessage): Promise<string> => {
    const key = await readSecret(secrets, secret, /^[A-Za-z0-9]{20,40}$/, 'an integration key of the Events API v2');
    await pace();
    const body = JSON.stringify({ routing_key: key, dedup_key: dedupKey(message), ...eventOf(message) });
    const answer = await transport.post({ url, headers: { 'content-type': 'application/json' }, body });
    if (answer.status === 202) return 'sent';
    const { message: says = '', errors = [] } = answerSchema.safeParse(answer.body).data ?? {};
    throw faultOfStatus(answer, [says, ...errors].join(' ').trim());
  };
  // 120 events a minute for an integration.
  return { gapMs: 500, post: send, update: (_, message) => send(message) };
}

function eventOf(message: ChannelMessage): object {
  if (message.isEnd) return { event_action: 'resolve' };
  const { title, text, touchpointId, checkId, light, createdAt, facts, todo, button } = message;
  return {
    event_action: 'trigger',
    client: 'Touchlight',
    ...(button !== null && { client_url: button.url, links: [{ href: button.url, text: button.label }] }),
    payload: {
      summary: shorten(`${title}: ${text}`, limits.summary),
      source: touchpointId,
      component: checkId,
      severity: severities[light],
      timestamp: createdAt,
      custom_details: Object.fromEntries([...facts, [todo.label, todo.text]]),
    },
  };
}

function dedupKey({ subject }: ChannelMessage): string {
  return subject.length <= limits.key ? subject : createHash('sha256').update(subject).digest('hex');
}
