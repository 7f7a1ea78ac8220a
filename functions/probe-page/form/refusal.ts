import { failed, type Measured, unknown } from '../../../shared/runtime/probe.ts';
import { withoutQuery } from './endpoint.ts';
import type { Outgoing } from './wire.ts';

type Rest = Pick<Measured, 'measurements' | 'details'>;

/**
 * What it means that the address guard keeps a form's message from where it goes; null when it does not. Red only where the
 * form itself names the address, because every visitor gets the same form. Grey where a name leads there, because other name
 * servers may say otherwise, and behind a redirect, because servers send robots to 127.0.0.1 to be rid of them.
 */
export function judgeRefusal({ url, ledTo, refusal }: Outgoing, rest: Rest): Measured | null {
  if (refusal === null) return null;
  const to = withoutQuery(ledTo ?? url);
  if (ledTo !== null) {
    return unknown(
      'private-address',
      `The form was sent, but its server then leads to ${to}. ${refusal.message} If customers are led there, too, they get an error instead of a confirmation: fill the form in once by hand.`,
      rest,
    );
  }
  if (refusal.isWritten) {
    return failed(
      'form-error',
      `Messages from the form are lost: it sends them to ${to}, an address that exists only on the visitor's own computer or inside a private network. Ask your developer to put the site's public address there.`,
      rest,
    );
  }
  return unknown(
    'private-address',
    `The form sends its messages to ${to}, so it was not tried to the end. ${refusal.message} If customers' name servers say the same, they cannot write: ask your developer whether the address is right.`,
    rest,
  );
}
