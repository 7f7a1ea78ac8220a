import type { Visit } from '../../../shared/browser/visit.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { failed, type Measured } from '../../../shared/runtime/probe.ts';
import type { FormDraft } from './form-draft.ts';

/** Not 403 or 429, with which robots alone are turned away. */
function isRefusal(status: number | null): boolean {
  return status === 404 || status === 410 || (status !== null && status >= 500);
}

/** What a captcha shows, once its script has come. */
const drawn = /^(iframe|img|canvas) /;

/**
 * A form that waits for a captcha whose script its server does not have waits for ever: no visitor can solve what is not there.
 * Only an answer of the server's tells so; a script that we could not reach, others may.
 */
export function withMissingCaptcha(
  result: Measured,
  { captchaMarks }: FormDraft,
  { requests }: Pick<Visit, 'requests'>,
): Measured {
  if (result.outcome !== 'unknown' || result.cause !== 'captcha') return result;
  if (captchaMarks.some((mark) => drawn.test(mark))) return result;
  const missing = requests.find(
    ({ type, url, status }) => /^script$/i.test(type) && /captcha|turnstile/i.test(url) && isRefusal(status),
  );
  if (missing === undefined) return result;
  const { outcome, reason, cause, ...rest } = result;
  const [url = missing.url] = missing.url.split('?');
  return failed('form-does-nothing', sayForm('form/captcha-missing', { url, status: missing.status ?? 0 }), rest);
}
