import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { toInstant } from '../model/instant.ts';
import { signInPath, targetParameter } from '../model/page-paths.ts';
import { type PageSession, pageRoles } from '../model/page-session.ts';
import { parseJson } from '../model/parse-json.ts';
import { minuteMs } from '../model/time-spans.ts';

/** Another version's tokens are not read: what they hold may mean something else. */
const version = 'v1';
/** The clocks of who signs and who checks may differ by so much. */
const skewMs = 5 * minuteMs;
/** Who may be named in at most 200 characters, which leaves room to spare. */
const longestToken = 2048;
const longestWho = 200;

/** What a token is good for. A session's does not open the door, and a link's is no session. */
type Use = 'link' | 'session';

export interface Seal {
  /** The one secret: anyone who has it can make links. */
  readonly key: string;
  /** Whose page it is, so that another stack's tokens are none of this one. */
  readonly audience: string;
  readonly use: Use;
}

const payloadSchema = z.tuple([z.enum(pageRoles), z.int().min(0).max(8_640_000_000_000), z.string().max(longestWho)]);

/** A token that says who may come in, until when, and that only the holder of the key can have made. */
export function sign({ role, who, until }: PageSession, seal: Seal): string {
  const seconds = Math.floor(Date.parse(until) / 1000);
  const content = payloadSchema.parse([role, seconds, who.slice(0, longestWho)]);
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${version}.${payload}.${macOf(payload, seal)}`;
}

/** @returns null for whatever `sign` has not made with the same seal, and for what is over; never why */
export function verify(token: string, seal: Seal, nowMs: number): PageSession | null {
  if (token.length > longestToken) return null;
  const [, payload, mac] = /^v1\.([\w-]+)\.([\w-]{43})$/.exec(token) ?? [];
  if (payload === undefined || mac === undefined) return null;
  // As text, because several texts stand for the same bytes.
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(payload, seal)))) return null;
  const content = payloadSchema.safeParse(parseJson(Buffer.from(payload, 'base64url').toString()));
  if (!content.success) return null;
  const [role, seconds, who] = content.data;
  return nowMs > seconds * 1000 + skewMs ? null : { role, who, until: toInstant(seconds * 1000) };
}

/**
 * The address that lets somebody in and leads on.
 * @param page where the live page is; it ends with a slash where it has a path
 * @param path on the page, such as `incidentPath(...)`
 */
export function linkTo(page: string, path: string, token: string): string {
  const url = new URL(`.${signInPath}/${token}`, page);
  url.searchParams.set(targetParameter, path);
  return url.href;
}

function macOf(payload: string, { key, audience, use }: Seal): string {
  if (key.length < 32) throw new Error('The key of the live page is too short; it must have at least 32 characters.');
  const sealed = JSON.stringify(['touchlight page', version, use, audience, payload]);
  return createHmac('sha256', key).update(sealed).digest('base64url');
}
