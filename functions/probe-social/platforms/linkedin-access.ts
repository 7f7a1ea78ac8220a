import { z } from 'zod';
import type { Api } from '../api.ts';
import { type Answer, ApiFault, faultByStatus, httpStatus } from '../api-fault.ts';
import { type PlatformAccess, part } from '../platform.ts';

/** LinkedIn ends each version about a year after it came; then the secret's `version` names another one. */
const version = '202610';

export function openLinkedIn(access: PlatformAccess): Api {
  const authorization = `Bearer ${part(access.credential, 'token')}`;
  const fixed = {
    authorization,
    'linkedin-version': access.credential['version'] ?? version,
    'x-restli-protocol-version': '2.0.0',
  };
  return access.open({
    base: access.base ?? 'https://api.linkedin.com/rest/',
    classify: classifyLinkedIn,
    headers: async ({ searchParams }) => ({ ...fixed, ...(searchParams.has('q') && { 'x-restli-method': 'FINDER' }) }),
  });
}

/** In epoch ms, as the secret says it; LinkedIn tells it only to the app. */
export function linkedInTokenEnd({ credential }: PlatformAccess): number | null {
  const endsAt = Date.parse(credential['tokenEndsAt'] ?? '');
  return Number.isNaN(endsAt) ? null : endsAt;
}

const errorSchema = z.looseObject({ message: z.string() });

function classifyLinkedIn(answer: Answer, now: number): ApiFault | null {
  const { status, body } = answer;
  const says = errorSchema.safeParse(body).data?.message ?? '';
  if (status === 429 && /\bDAY limit\b/i.test(says)) return new ApiFault('quota', httpStatus(status));
  return faultByStatus(answer, now);
}

/** Parentheses and commas of a name are encoded, those of the list around it are not. */
export function encodeUrn(urn: string): string {
  return encodeURIComponent(urn).replaceAll('(', '%28').replaceAll(')', '%29');
}

export function urnList(urns: readonly string[]): string {
  return `List(${urns.map(encodeUrn).join(',')})`;
}
