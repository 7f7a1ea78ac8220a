import { type Statement, sayer } from '../../model/finding.ts';

/** The enquiry that is spoken of: its token, when it was sent, in the business's time zone, and to which address. */
type Asked = {
  readonly token: string;
  readonly sentAt: string;
  readonly timeZone: string;
  readonly to: string;
};

/** @param acknowledged whether a machine has confirmed that it arrived; @param perhapsHuman the same, but a person may have written it */
type Acknowledged = { readonly acknowledged: boolean; readonly perhapsHuman?: boolean };

/** @param waitedMinutes business time */
type Waiting = Asked & Acknowledged & { readonly waitedMinutes: number; readonly dueAt: string | null };

/** What the probe may have to say. */
export type ShopperStatements = {
  /** @param confidence how sure it is that a person wrote the answer */
  readonly 'shopper/answered': Asked & {
    readonly responseMinutes: number;
    readonly confidence: 'sure' | 'likely';
  };
  readonly 'shopper/late': Asked & { readonly responseMinutes: number; readonly slaMinutes: number };
  readonly 'shopper/waiting': Waiting;
  readonly 'shopper/nudge': Waiting;
  readonly 'shopper/unanswered': Asked & Acknowledged & { readonly slaMinutes: number };
  readonly 'shopper/undeliverable': Asked;
  /** The sending was interrupted, and nothing has come back. */
  readonly 'shopper/unclear': Asked;
  /** @param at when the first one is sent; null when the business never opens */
  readonly 'shopper/not-asked-yet': { readonly at: string | null; readonly timeZone: string };
  readonly 'shopper/inconclusive': Asked;
  /** @param secret its name where that is at fault, otherwise null */
  readonly 'shopper/not-sent': { readonly why: Statement; readonly secret: string | null; readonly server: string };
  /** A browser is asked to send it through the form on the page `to`. */
  readonly 'shopper/under-way': Asked;
  /** @param why what the visit says; null where nobody has made it */
  readonly 'shopper/form-not-sent': { readonly to: string; readonly why: Statement | null };
  /** The message has left, but the form did not confirm it. @param why null where the visit was interrupted */
  readonly 'shopper/form-unclear': Asked & { readonly why: Statement | null };
  /** Where no browser can be asked. */
  readonly 'shopper/no-browser': Readonly<Record<string, never>>;
  readonly 'shopper/unreadable': { readonly address: string; readonly why: Statement; readonly secret: string | null };
  /** The same, said when the secrets are checked. */
  readonly 'shopper/cannot-send': { readonly why: Statement; readonly secret: string | null; readonly server: string };
  readonly 'shopper/cannot-read': { readonly address: string; readonly why: Statement; readonly secret: string | null };
  readonly 'shopper/still-reading': { readonly address: string };
  readonly 'shopper/no-smtp': Readonly<Record<string, never>>;
  readonly 'shopper/smtp-reply': { readonly code: number };
  /** Where enquiries cannot be written down, none is sent. */
  readonly 'shopper/no-store': Readonly<Record<string, never>>;
};

export const sayShopper = sayer<ShopperStatements>();
