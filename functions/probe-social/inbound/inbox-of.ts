import type { ReceivedMails } from '../../../shared/ports/received-mails.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { ApiFault } from '../api-fault.ts';
import type { SocialTarget } from '../social-probe.ts';

/** @throws ApiFault `setup` on a laptop, where no mail is received */
export function inboxOf({ inboxes }: Pick<SocialTarget, 'inboxes'>, touchpointId: string): ReceivedMails {
  if (inboxes === undefined) throw new ApiFault('setup', sayResponses('responses/no-inbox', {}));
  return inboxes(touchpointId);
}
