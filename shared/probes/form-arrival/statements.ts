import { type Statement, sayer } from '../../model/finding.ts';

/** The message that is spoken of: when it was sent, in the business's time zone. */
type Sent = { readonly sentAt: string; readonly timeZone: string };

/** What the probe may have to say. */
export type FormArrivalStatements = {
  /** @param arrivalMs from the sending on; @param folder where it lies, null in the inbox; @param copies of it in the inbox */
  readonly 'form-arrival/arrived': Sent & {
    readonly arrivalMs: number;
    readonly folder: string | null;
    readonly copies: number;
  };
  /** Nobody saw the message itself, but an answer to it or a forward. */
  readonly 'form-arrival/answered': Sent;
  readonly 'form-arrival/in-spam': Sent & { readonly folder: string };
  /** SES, which receives the mailbox's mail, takes it for spam. */
  readonly 'form-arrival/marked-as-spam': Sent;
  readonly 'form-arrival/late': Sent & { readonly arrivalMs: number; readonly withinMinutes: number };
  /** @param confirmed whether the form thanked its visitor; @param mailbox its address */
  readonly 'form-arrival/never': Sent & {
    readonly confirmed: boolean;
    readonly withinMinutes: number;
    readonly mailbox: string;
  };
  /** @param until when it must have arrived */
  readonly 'form-arrival/under-way': Sent & { readonly until: string };
  readonly 'form-arrival/nothing-sent': { readonly days: number };
  /** The visit that sent it was interrupted at that moment. */
  readonly 'form-arrival/unfinished': Sent;
  /** @param why what the form's own check says */
  readonly 'form-arrival/not-accepted': Sent & { readonly why: Statement };
  readonly 'form-arrival/still-reading': Sent & { readonly mailbox: string };
  readonly 'form-arrival/no-spam-folder': Sent & { readonly mailbox: string };
  /** A mail program takes everything out, as POP3 programs do. */
  readonly 'form-arrival/emptied': Sent & { readonly mailbox: string };
  /** @param receivedAt as the mail server has it */
  readonly 'form-arrival/too-early': Sent & { readonly receivedAt: string };
  /** @param secret its name where that is at fault, otherwise null */
  readonly 'form-arrival/unreadable': {
    readonly mailbox: string;
    readonly why: Statement;
    readonly secret: string | null;
  };
  /** Where nothing that was sent is written down. */
  readonly 'form-arrival/no-list': Readonly<Record<string, never>>;
};

export const sayFormArrival = sayer<FormArrivalStatements>();
