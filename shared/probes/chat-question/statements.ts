import type { ChatVendorId } from '../../model/chat-vendor.ts';
import { type Statement, sayer } from '../../model/finding.ts';

/** The question that is spoken of: its token, when it was asked, in the business's time zone, and on which page. */
type Asked = {
  readonly token: string;
  readonly sentAt: string;
  readonly timeZone: string;
  readonly to: string;
};

/** @param acknowledged whether a program has answered; @param perhapsHuman the same, but it may have been a person */
type Acknowledged = { readonly acknowledged: boolean; readonly perhapsHuman?: boolean };

type Waiting = Asked & Acknowledged & { readonly dueAt: string | null };

/** What the probe can report. */
export type ChatQuestionStatements = {
  /** @param via where the answer came; @param confidence how sure it is that a person wrote it */
  readonly 'chat-question/answered': Asked & {
    readonly responseMinutes: number;
    readonly via: 'chat' | 'email';
    readonly confidence: 'sure' | 'likely';
  };
  readonly 'chat-question/late': Asked & { readonly slaMinutes: number };
  readonly 'chat-question/waiting': Waiting;
  readonly 'chat-question/nudge': Waiting;
  readonly 'chat-question/unanswered': Asked & { readonly acknowledged: boolean; readonly slaMinutes: number };
  /** No mail was promised. In the two minutes that were watched, no person came, though the chat said that somebody is there. */
  readonly 'chat-question/nobody-came': Asked & { readonly acknowledged: boolean; readonly slaMinutes: number };
  /** The same of a chat that did not say so: all that is known is what was seen. */
  readonly 'chat-question/unseen': Asked & { readonly acknowledged: boolean; readonly slaMinutes: number };
  /** All that came was an answer within seconds. */
  readonly 'chat-question/cannot-tell': Asked & { readonly slaMinutes: number };
  /** @param at when the first one is asked; null when the business never opens */
  readonly 'chat-question/not-asked-yet': { readonly at: string | null; readonly timeZone: string };
  readonly 'chat-question/under-way': Asked;
  /** @param why what the visit says; null where nobody has made it */
  readonly 'chat-question/not-asked': { readonly to: string; readonly why: Statement | null };
  /** It may have been asked. @param why null where the visit was interrupted */
  readonly 'chat-question/unclear': Asked & { readonly why: Statement | null };
  /** Of the visit itself, from here on. */
  readonly 'chat-question/sent': { readonly vendor: ChatVendorId };
  readonly 'chat-question/unaskable': { readonly vendor: ChatVendorId };
  readonly 'chat-question/nobody-there': { readonly vendor: ChatVendorId };
  readonly 'chat-question/nowhere-to-write': { readonly vendor: ChatVendorId };
  readonly 'chat-question/unheard': { readonly vendor: ChatVendorId };
  readonly 'chat-question/unconfirmed': { readonly vendor: ChatVendorId };
  readonly 'chat-question/outside-hours': { readonly at: string | null; readonly timeZone: string };
  readonly 'chat-question/asked-today': { readonly at: string; readonly timeZone: string };
  readonly 'chat-question/asked-before': { readonly at: string; readonly timeZone: string };
  readonly 'chat-question/too-late': Readonly<Record<string, never>>;
};

export const sayChatQuestion = sayer<ChatQuestionStatements>();
