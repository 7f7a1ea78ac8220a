import type { z } from 'zod';
import { sayer } from '../../model/finding.ts';
import type { Clearer, ShrunkBy } from '../../model/found.ts';
import type { UnfinishedWalk } from '../../model/unfinished-walk.ts';
import type { contacts } from './spec.ts';

/** The contacts that the configuration may name as the right ones. */
export type ExpectedKind = keyof z.infer<typeof contacts.options>['expect'];

export type ExpectedContact = { readonly kind: ExpectedKind; readonly wanted: string };
/** What the site shows in its place. */
export type ReplacedContact = ExpectedContact & { readonly shown: readonly string[] };

/** A number or an address whose colour is close to its background's. */
export type FaintContact = {
  readonly contact: string;
  /** WCAG 2.2 contrast ratio to the background. */
  readonly contrast: number;
  /** What would make it stronger; results of older versions do not say. */
  readonly clearer?: Clearer;
};
/** A number or an address that is hard to read. */
export type UnreadableContact =
  | { readonly contact: string; readonly why: 'small'; readonly letterPx: number }
  | { readonly contact: string; readonly why: 'shrunken'; readonly letterPx: number; readonly shrunkBy: ShrunkBy }
  | (FaintContact & { readonly why: 'pale' });
/** What the page shows, and the link that a tap opens instead of it. */
type MisdirectedContact = { readonly shown: string; readonly opens: string };

/** What lies over contacts: CSS selectors are for the developer. */
export type Cover = { readonly what: 'cookie-banner' } | { readonly what: 'part'; readonly selector: string };

/** What the probe may have to say of what it saw. Contacts are numbers, addresses and links as they were found. */
export type ContactsStatements = {
  readonly 'contacts/found': {
    /** To the nearest. */
    readonly clicks: number;
    readonly contacts: readonly string[];
    /** How many more there are. */
    readonly others: number;
  };
  /** The nearest contact is a number that the page under test shows in a picture only, by its alternative text or file name. */
  readonly 'contacts/drawn': { readonly phone: string; readonly picture: string };
  /**
   * @param samples what the page shows instead, as its template came with it
   * @param scrambled email addresses that stand there as "[email protected]", because the script that shows them does not run
   */
  readonly 'contacts/none': {
    readonly hasForm: boolean;
    readonly samples?: readonly string[];
    readonly scrambled?: readonly string[];
  };
  readonly 'contacts/no-phone': Readonly<Record<string, never>>;
  /** Numbers that visitors see, and numbers in the structured data; they have none in common. */
  readonly 'contacts/contradiction': { readonly shown: readonly string[]; readonly declared: readonly string[] };
  /** @param forGood nobody can put the cover away, and there is no other contact */
  readonly 'contacts/covered': {
    readonly cover: Cover;
    readonly contacts: readonly string[];
    readonly forGood?: boolean;
  };
  readonly 'contacts/unreadable': { readonly contacts: readonly UnreadableContact[] };
  /** Most people read them without effort; WCAG AA asks for more. */
  readonly 'contacts/faint': { readonly contacts: readonly FaintContact[] };
  readonly 'contacts/unusable': { readonly contacts: readonly string[] };
  /** `elsewhere`: on another page of the site, a tap on each of them starts a call. */
  readonly 'contacts/not-tappable': { readonly phones: readonly string[]; readonly elsewhere?: boolean };
  /** They look like links or buttons, and nothing comes of a press. */
  readonly 'contacts/dead-email': { readonly emails: readonly string[]; readonly onPhone: boolean };
  /** As the page writes it, and as it is dialled from abroad. */
  readonly 'contacts/miswritten': { readonly phones: readonly { readonly written: string; readonly right: string }[] };
  readonly 'contacts/misdirected': { readonly contacts: readonly MisdirectedContact[] };
  readonly 'contacts/expected-missing': { readonly contacts: readonly ExpectedContact[] };
  readonly 'contacts/expected-wrong': { readonly contacts: readonly ReplacedContact[] };
  /** No contact was found, but there may be one. */
  readonly 'contacts/unfinished': UnfinishedWalk;
  /** The configured phone number may stand in a picture, but could not be read there. */
  readonly 'contacts/pictured': { readonly picture: string };
};

export const sayContacts = sayer<ContactsStatements>();
