import { z } from 'zod';
import type { Api } from '../api.ts';
import { type Answer, ApiFault, errorCode, faultByStatus } from '../api-fault.ts';
import { type PlatformAccess, part } from '../platform.ts';

export async function callVk<T>(
  api: Api,
  method: string,
  query: Record<string, string | number | undefined>,
  schema: z.ZodType<T>,
): Promise<T> {
  const answer = await api.call({
    path: method,
    form: { ...query, v: '5.199' },
    schema: z.looseObject({ response: schema }),
  });
  return answer['response'];
}

export function openVk(access: PlatformAccess): Api {
  const authorization = `Bearer ${part(access.credential, 'token')}`;
  return access.open({
    base: access.base ?? 'https://api.vk.com/method/',
    classify: classifyVk,
    headers: async () => ({ authorization }),
    // The narrowest documented limit is three requests a second.
    minIntervalMs: 340,
  });
}

const errorSchema = z.looseObject({ error: z.looseObject({ error_code: z.number() }) });

const codes: readonly (readonly [ApiFault['kind'], ReadonlySet<number>])[] = [
  ['auth', new Set([5, 14, 17, 24, 25, 27, 28, 1114, 1116, 1117])],
  ['permission', new Set([7, 15, 19, 20, 23, 30, 203, 210, 211])],
  ['gone', new Set([18, 37, 40])],
  ['quota', new Set([29, 103])],
  ['transient', new Set([1, 10, 36, 43])],
];

/** VK answers 200 and says in the body what is wrong; its `request_params` echo the request and are never looked at. */
function classifyVk(answer: Answer, now: number): ApiFault | null {
  const parsed = errorSchema.safeParse(answer.body);
  if (!parsed.success) return faultByStatus(answer, now);
  const code = parsed.data.error.error_code;
  const clue = errorCode(code);
  if (code === 6) return new ApiFault('throttled', clue, now + 1000);
  if (code === 9) return new ApiFault('throttled', clue, now + 60_000);
  const kind = codes.find(([, known]) => known.has(code))?.[0] ?? 'refused';
  return new ApiFault(kind, clue);
}
