import { z } from 'zod';
import { dayMs, minuteMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { ApiFault, errorWord, type FaultKind } from '../api-fault.ts';
import { sayUnreached } from '../unreached.ts';
import { patienceMs, Throttled } from './imap-client.ts';

/** What the library hangs on its errors; all of it is optional. */
const errorSchema = z.looseObject({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  authenticationFailed: z.boolean().optional().catch(undefined),
  tlsFailed: z.boolean().optional().catch(undefined),
  responseStatus: z.string().optional().catch(undefined),
  responseText: z.string().optional().catch(undefined),
  serverResponseCode: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
});
type ClientError = z.infer<typeof errorSchema>;

/** Response codes (RFC 5530, and those of Gmail, Yahoo and Exchange) that say what is wrong whatever was asked. */
const kinds: Readonly<Record<string, FaultKind>> = {
  AUTHENTICATIONFAILED: 'auth',
  EXPIRED: 'auth',
  AUTHORIZATIONFAILED: 'permission',
  NOPERM: 'permission',
  PRIVACYREQUIRED: 'setup',
  CONTACTADMIN: 'permission',
  NONEXISTENT: 'gone',
  TRYCREATE: 'gone',
  UNAVAILABLE: 'transient',
  INUSE: 'transient',
  SERVERBUG: 'transient',
  CORRUPTION: 'transient',
  LIMIT: 'throttled',
  THROTTLED: 'throttled',
  OVERQUOTA: 'throttled',
};

/** The library's and Node's own codes. */
const trouble: Readonly<Record<string, FaultKind>> = {
  LineTooLarge: 'wrong-answer',
  LiteralTooLarge: 'wrong-answer',
  ResponseTooLarge: 'wrong-answer',
  InvalidResponse: 'wrong-answer',
  NotFound: 'gone',
};

/** Gmail's bandwidth allowance ends with the day; a number of connections does with the next poll. */
const dailyAllowance = /bandwidth|command.*limit/i;
const tooMany = /too many|throttl|rate limit|try again later/i;

/**
 * What is wrong between us and a mail server. Its words are never repeated: they may quote a user or a mail.
 * @param server whom it was said to
 * @param now epoch milliseconds
 */
export function toFault(
  error: unknown,
  server: { readonly host: string; readonly port: number },
  now: number,
): ApiFault {
  if (error instanceof ApiFault) return error;
  if (error instanceof Throttled) {
    const pauseMs = Math.min(Math.max(error.pauseMs, minuteMs), dayMs);
    return new ApiFault('throttled', errorWord('throttled'), now + pauseMs);
  }
  const said = errorSchema.safeParse(error).data ?? {};
  return faultBySaying(said) ?? faultByConnection(said, server);
}

/** The server has heard the command and says no; the connection goes on. */
export function isRefusal(error: unknown): boolean {
  const said = errorSchema.safeParse(error).data;
  return said?.responseStatus === 'NO' || said?.code === 'NotFound';
}

/** What the server says; null when it says nothing that is known. */
function faultBySaying({
  serverResponseCode,
  responseText = '',
  responseStatus,
  authenticationFailed,
  reason = '',
}: ClientError): ApiFault | null {
  const code =
    serverResponseCode ?? /^\[([A-Z]+)/.exec(responseText)?.[1] ?? /^\[?([A-Z]{4,})\b/.exec(reason)?.[1] ?? '';
  const text = `${responseText} ${reason}`;
  if (dailyAllowance.test(text)) return new ApiFault('quota', errorWord(code || 'OVERQUOTA'));
  if (tooMany.test(text)) return new ApiFault('throttled', errorWord(code || 'LIMIT'));
  const kind = kinds[code];
  if (kind !== undefined) return new ApiFault(kind, errorWord(code));
  if (authenticationFailed === true) return new ApiFault('auth', errorWord(code || 'AUTHENTICATIONFAILED'));
  if (responseStatus === 'NO' || responseStatus === 'BAD') {
    return new ApiFault(responseStatus === 'NO' ? 'transient' : 'refused', errorWord(code || responseStatus));
  }
  return null;
}

function faultByConnection(
  { code = '', message = '', tlsFailed }: ClientError,
  server: { readonly host: string; readonly port: number },
): ApiFault {
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code);
  if (isCertificate) return new ApiFault('setup', sayResponses('responses/bad-certificate', { says: code }));
  if (tlsFailed === true || /starttls/i.test(message))
    return new ApiFault('setup', sayResponses('responses/no-tls', {}));
  const kind = trouble[code];
  if (kind === 'gone') return new ApiFault('gone', errorWord('NONEXISTENT'));
  if (kind === 'wrong-answer') {
    return new ApiFault(
      'wrong-answer',
      /TooLarge/.test(code)
        ? sayResponses('responses/too-large', { limitMb: 32 })
        : sayResponses('responses/other-shape', { path: null }),
    );
  }
  const unreached = sayUnreached(code, server);
  if (unreached !== null) return new ApiFault('transient', unreached);
  const isSilence = /TIMEOUT|ETIMEDOUT/i.test(code);
  return new ApiFault(
    'transient',
    isSilence ? sayResponses('responses/no-answer', { patienceMs }) : sayResponses('responses/no-connection', {}),
  );
}
