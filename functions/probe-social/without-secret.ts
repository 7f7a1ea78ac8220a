import type { Identity } from './platform.ts';

/** What nobody logs in to. */
export const withoutSecret: Omit<Identity, 'may'> = {
  who: 'read without a secret',
  expiresAt: null,
  renewedBy: 'nobody: it does not end',
};

/** A mailbox whose mail SES receives. */
export const receivedIdentity: Identity = {
  ...withoutSecret,
  may: ["the mails that SES has put into the stack's bucket"],
};
