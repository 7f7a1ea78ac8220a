import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { aStubServer, type StubServer } from './stub-server.ts';

const textBlock = z.object({ type: z.literal('TextBlock'), text: z.string(), wrap: z.literal(true) });
const factSet = z.object({
  type: z.literal('FactSet'),
  facts: z.array(z.object({ title: z.string(), value: z.string() })),
});
const cardSchema = z.object({
  type: z.literal('AdaptiveCard'),
  version: z.enum(['1.4', '1.5']),
  body: z.array(z.discriminatedUnion('type', [textBlock, factSet])),
  actions: z.array(z.object({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() })).optional(),
});
const teamsSchema = z.object({
  type: z.literal('message'),
  attachments: z.array(
    z.object({ contentType: z.literal('application/vnd.microsoft.card.adaptive'), content: cardSchema }),
  ),
});

export interface Teams extends StubServer {
  readonly cards: readonly z.infer<typeof cardSchema>[];
}

/** A workflow that posts Adaptive Cards: 202 and nothing else, 28 KB at most. */
export async function aTeams(): Promise<Teams> {
  const cards: z.infer<typeof cardSchema>[] = [];
  const server = await aStubServer(({ body }) => {
    if (body.byteLength > 28 * 1024) return { status: 413, body: 'Request Entity Too Large' };
    const reading = teamsSchema.safeParse(JSON.parse(body.toString()));
    if (!reading.success) return { status: 400, body: { error: { code: 'InvalidRequest' } } };
    cards.push(...reading.data.attachments.map(({ content }) => content));
    return { status: 202, body: '' };
  });
  return Object.assign(server, { cards });
}

export const signingSecret = `whsec_${Buffer.from('a key of thirty-two bytes, fake.').toString('base64')}`;

export interface Receiver extends StubServer {
  /** By `webhook-id`, each once, in the order in which they came. */
  readonly taken: ReadonlyMap<string, unknown>;
}

/** A receiver that verifies by Standard Webhooks and takes each message once. */
export async function aReceiver(): Promise<Receiver> {
  const taken = new Map<string, unknown>();
  const server = await aStubServer(({ headers, body }) => {
    const [id, at] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    const key = Buffer.from(signingSecret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${at}.${body.toString()}`).digest('base64');
    if (!/^[\w-]+$/.test(id)) return { status: 400, body: { error: 'id' } };
    if (headers['webhook-signature'] !== `v1,${expected}`) return { status: 401, body: { error: 'signature' } };
    if (!taken.has(id)) taken.set(id, JSON.parse(body.toString()));
    return { status: 204, body: '' };
  });
  return Object.assign(server, { taken });
}

export const integrationKey = 'R0FAKE0FAKE0FAKE0FAKE0FAKE0FAKE0';

const eventSchema = z.discriminatedUnion('event_action', [
  z.object({
    event_action: z.literal('trigger'),
    routing_key: z.string(),
    dedup_key: z.string().max(255),
    links: z.array(z.object({ href: z.url(), text: z.string() })).optional(),
    payload: z.object({
      summary: z.string().min(1).max(1024),
      source: z.string(),
      severity: z.enum(['critical', 'error', 'warning', 'info']),
      timestamp: z.iso.datetime(),
      custom_details: z.record(z.string(), z.string()),
    }),
  }),
  z.object({ event_action: z.literal('resolve'), routing_key: z.string(), dedup_key: z.string().max(255) }),
]);
type Triggered = Extract<z.infer<typeof eventSchema>, { event_action: 'trigger' }>['payload'];

export interface PagerDuty extends StubServer {
  /** By dedup key. */
  readonly incidents: ReadonlyMap<string, { state: 'triggered' | 'resolved'; readonly log: Triggered[] }>;
}

/** The Events API v2: what has the key of an open incident belongs to it; `resolve` ends it. */
export async function aPagerDuty(): Promise<PagerDuty> {
  const incidents = new Map<string, { state: 'triggered' | 'resolved'; readonly log: Triggered[] }>();
  const server = await aStubServer(({ path, body }) => {
    const reading = eventSchema.safeParse(JSON.parse(body.toString()));
    if (path !== '/v2/enqueue' || !reading.success || reading.data.routing_key !== integrationKey)
      return {
        status: 400,
        body: { status: 'invalid event', message: 'Event object is invalid', errors: ['Invalid routing key'] },
      };
    const event = reading.data;
    const known = incidents.get(event.dedup_key);
    if (event.event_action === 'resolve') {
      if (known !== undefined) known.state = 'resolved';
    } else if (known === undefined || known.state === 'resolved') {
      incidents.set(event.dedup_key, { state: 'triggered', log: [event.payload] });
    } else {
      known.log.push(event.payload);
    }
    return { status: 202, body: { status: 'success', message: 'Event processed', dedup_key: event.dedup_key } };
  });
  return Object.assign(server, { incidents });
}
