import type { Outgoing } from './outgoing.ts';

/** The fields that a request sends, by name, from its address and its body; empty where its body is of another kind. */
export function fieldsOf({
  url,
  body,
  contentType,
}: Pick<Outgoing, 'url' | 'body' | 'contentType'>): Map<string, string> {
  const text = body?.toString('utf8') ?? '';
  const query = [...new URL(url).searchParams];
  return new Map([...query, ...inBody(text, contentType)]);
}

function inBody(text: string, contentType: string): (readonly [string, string])[] {
  if (/multipart/i.test(contentType)) return inParts(text);
  const data = /^\s*[{[]/.test(text) ? parsed(text) : undefined;
  if (data !== undefined) return leavesOf(data, '');
  return /urlencoded/i.test(contentType) || /^[^\s=&]+=/.test(text) ? [...new URLSearchParams(text)] : [];
}

function inParts(text: string): (readonly [string, string])[] {
  const parts = text.matchAll(/[;\s]name="([^"]*)"[^\n]*\r?\n(?:[\w-]+:[^\n]*\n)*\r?\n([\s\S]*?)\r?\n--/g);
  return [...parts].map(([, name = '', value = '']) => [name, value] as const);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function leavesOf(data: unknown, name: string): (readonly [string, string])[] {
  if (typeof data !== 'object' || data === null) return [[name, String(data)]];
  return Object.entries(data).flatMap(([key, value]) => leavesOf(value, name === '' ? key : `${name}.${key}`));
}
