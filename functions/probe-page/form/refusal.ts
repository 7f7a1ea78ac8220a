import { sayForm } from '../../../shared/probes/form/statements.ts';
import { failed, type Measured, unknown } from '../../../shared/runtime/probe.ts';
import { withoutQuery } from './endpoint.ts';
import type { Outgoing } from './outgoing.ts';

type Rest = Pick<Measured, 'measurements' | 'details'>;

/**
 * What it means that the address guard keeps a form's message from where it goes; null when it does not. Red only where the
 * form itself names the address, because every visitor gets the same form. Grey where a name leads there, because other name
 * servers may say otherwise, and behind a redirect, because servers send robots to 127.0.0.1 to be rid of them.
 */
export function judgeRefusal({ url: sentTo, ledTo, refusal }: Outgoing, rest: Rest): Measured | null {
  if (refusal === null) return null;
  const url = withoutQuery(ledTo ?? sentTo);
  const why = refusal.says;
  if (ledTo !== null) return unknown('private-address', sayForm('form/sent-on-inside', { url, why }), rest);
  if (refusal.isWritten) return failed('form-error', sayForm('form/private-address', { url }), rest);
  return unknown('private-address', sayForm('form/leads-inside', { url, why }), rest);
}
