import { createHash, createHmac } from 'node:crypto';
import type { ChannelTarget } from '../../../shared/model/channel.ts';
import type { Channel, ChannelIo, ChannelMessage } from '../channel.ts';
import { faultOfStatus } from '../http.ts';
import { readSecret } from '../read-secret.ts';
import { expectEncrypted } from './encrypted-address.ts';

type Target = Extract<ChannelTarget, { kind: 'webhook' }>;

const signingSecret = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;

/**
 * Signed by Standard Webhooks (standardwebhooks.com): `webhook-id` is the same when a message is sent again, so a receiver that
 * remembers it takes each message once. The body is `{type, timestamp, data}`, `data` being the alert (docs/alerts.md) with one
 * notice.
 */
export function createWebhook({ url, urlSecret, secret }: Target, io: ChannelIo): Channel {
  const { transport, secrets, pace, now } = io;
  const address = (): Promise<string> => {
    if (url !== null) return Promise.resolve(url);
    return readSecret(secrets, urlSecret ?? '', /^https?:\/\/\S+$/, 'an address, such as https://hooks.example.com/x');
  };
  const send = async (message: ChannelMessage): Promise<string> => {
    const to = await address();
    expectEncrypted(to);
    const key = await readSecret(secrets, secret, signingSecret, 'whsec_ and at least 24 bytes in base64');
    const body = JSON.stringify({ type: `alert.${message.reason}`, timestamp: message.createdAt, data: message.data });
    const id = idOf(message);
    const at = String(Math.floor(now() / 1000));
    await pace();
    const answer = await transport.post({
      url: to,
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': at,
        'webhook-signature': signature(key, `${id}.${at}.${body}`),
      },
      body,
    });
    if (answer.status < 200 || answer.status > 299) throw faultOfStatus(answer);
    return 'sent';
  };
  return { gapMs: 100, post: send, update: (_, message) => send(message) };
}

/** The scheme asks for an id without full stops that nobody else chooses; paths of pages are in ours. */
function idOf({ id }: ChannelMessage): string {
  return `msg_${createHash('sha256').update(id).digest('hex').slice(0, 40)}`;
}

function signature(key: string, content: string): string {
  const bytes = Buffer.from(key.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', bytes).update(content).digest('base64')}`;
}
