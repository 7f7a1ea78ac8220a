import type { Scenario } from '../../../../shared/model/test-enquiry.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What the shopper writes in one language. The texts suit a business of any kind, and none books, orders or reserves anything. */
export interface LetterWords {
  /** Who signs when the business must not see that it is a test. */
  readonly signer: string;
  readonly letters: Readonly<Record<Scenario, readonly [Letter, Letter]>>;
  /** What it asks in a live chat, in turn; each is one line. */
  readonly chat: {
    /** Of the enquiry in lists: a chat has no subject. */
    readonly subject: string;
    readonly questions: readonly [string, string];
    readonly mark: (token: string, business: string) => string;
  };
  /** Says openly that it is a test. */
  readonly mark: (token: string, business: string) => string;
  /** To the subject of an open test. */
  readonly markedSubject: (subject: string, token: string) => string;
  /** Reveals the test afterwards. */
  readonly closing: Readonly<Record<'answered' | 'expired', (told: Told) => string>>;
}

interface Told {
  readonly token: string;
  readonly business: string;
  /** When the enquiry was sent, as a date. */
  readonly date: string;
}
