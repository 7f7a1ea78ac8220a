import type { CountryCode } from 'libphonenumber-js';

/** Beginnings of words in small letters, unless a meaning says otherwise, with what small pattern syntax they need. */
type Words = readonly [string, ...string[]];
/** The same of a meaning that a language may leave to others, or to `everywhere.ts`. */
type MaybeWords = readonly string[];

/** The words that pages have for what Touchlight looks for. */
export interface WordLists {
  /** Whole words that every longer text of the language has, by which it is told from others. */
  readonly common: Words;

  // What a form asks for: labels, names and placeholders of its fields.
  /** A field for the message itself. */
  readonly message: Words;
  readonly email: MaybeWords;
  readonly phone: Words;
  readonly name: Words;
  /** What a check box asks the customer to agree to. */
  readonly consent: Words;
  /** The next five are fields of other kinds, so that "company name" is not taken for a name. */
  readonly company: Words;
  readonly subject: Words;
  readonly city: Words;
  readonly addressField: Words;
  /** Any other kind. */
  readonly otherField: MaybeWords;
  /** A field for a postcode. Words are whole in Latin letters and found anywhere in Cyrillic, as in the next three. */
  readonly postcode: MaybeWords;
  /** A field for the number of a house. */
  readonly houseNumberField: Words;
  /** A field for the day on which the customer was born. */
  readonly birth: Words;
  /** A field for a sum of money. */
  readonly amount: Words;
  /** How many guests or pieces. */
  readonly count: Words;
  readonly hour: Words;
  readonly date: Words;
  /** The letter of months in the pattern of a date, as in "dd.mm.yyyy". */
  readonly monthLetter: MaybeWords;

  // What a form is for: its heading, its button, its own names.
  readonly newsletter: Words;
  readonly booking: Words;
  readonly review: Words;
  /** A field that takes stars, anywhere in its words. */
  readonly ratingField: MaybeWords;
  /** A form for reviews, anywhere in its class or id. */
  readonly reviewForm: MaybeWords;
  readonly checkout: Words;
  readonly order: Words;
  /** Fields of who sells goods or brings them, and of nobody else. */
  readonly goods: Words;
  readonly search: Words;
  readonly callBack: MaybeWords;
  /** How a button begins that does not send. */
  readonly backOrCancel: Words;
  /** How a button begins that sends, or leads to the next step. */
  readonly send: Words;
  /** How a button begins that helps to fill in the form. */
  readonly helperButton: Words;
  /** What the trap for robots says to people whose browser shows it. */
  readonly leaveEmpty: Words;
  /** How the entry of a drop-down begins that stands for no choice. */
  readonly chooseOption: Words;

  // What a page says after sending, anywhere in a line.
  readonly thanks: Words;
  /** What it does not accept, and why. */
  /** Thanks for something else than a message, and what asks for one. */
  readonly noThanks: MaybeWords;
  /** Advice that follows thanks: to look into one's mailbox, or what to do if no answer comes. */
  readonly afterThanks: MaybeWords;
  readonly error: Words;

  /** What asks to choose or tick something. */
  readonly tickOne: Words;
  /** What is counted where a text is too short, right after the number. */
  readonly letters: Words;
  /** What says that a number is the most, not the least. */
  readonly atMost: Words;

  // What links, tabs and paths promise.
  /** A link that promises a form. */
  readonly formLink: Words;
  /** What else opens a form, anywhere in a label. */
  readonly formToggle: MaybeWords;
  /** Anywhere in the address of a page that has no form for customers. */
  readonly formlessPath: MaybeWords;
  readonly contact: Words;
  /** Whole parts of an address, as in `aboutPath`. */
  readonly contactPath: Words;
  /** Whole words: pages where contacts stand when there is no page of their own. */
  readonly about: Words;
  readonly aboutPath: MaybeWords;
  /** Opens the rest of a text that is cut off. */
  readonly readOn: Words;
  /** What shows a number or an address after a tap. */
  readonly reveal: Words;
  /** How a button begins that calls, writes or opens a chat. */
  readonly dialButton: Words;
  /** All that a menu's button says. */
  readonly menu: Words;
  /** Anywhere in the label of a button that names what it opens. */
  readonly menuControl: MaybeWords;

  // What lies over a page; found anywhere in its words.
  /** Words of a cookie banner, wherever it lies. */
  readonly cookie: MaybeWords;
  /** Further words of one, where it is a box over the page. */
  readonly privacy: MaybeWords;
  readonly reject: Words;
  /** How a button begins. */
  readonly close: Words;
  /** The same, anywhere. */
  readonly closeAnywhere: MaybeWords;
  readonly accept: Words;

  // What stands before a page: a step that a visitor takes, or a wall.
  /** What asks a visitor's age, anywhere in it. */
  readonly ageGate: Words;
  /** How the button begins that lets a visitor in. */
  readonly affirm: Words;
  /** How the button begins that sends a visitor away. */
  readonly decline: Words;
  /** What asks for a language, a country or a town, anywhere in it. */
  readonly chooseLanguage: Words;
  /** How a button begins that leads past an opening screen. */
  readonly enterSite: Words;
  /** What puts a form in the place of a box that stands for it, anywhere in a label. */
  readonly loadForm: Words;
  /** What stands where something is still to come. */
  readonly loading: Words;
  /** What a heading says above a form to write with, besides what a link to one says. */
  readonly invitesToWrite: Words;
  /** What a page says that is not open yet, or not at the moment, anywhere in it. */
  readonly comingSoon: Words;
  /** What an address without a page says, anywhere in a heading. */
  readonly notFound: Words;

  // Contacts in running text.
  /** Names of the sign of email addresses, which leave no doubt. */
  readonly atSign: MaybeWords;
  /** Words that stand for it between brackets only, because elsewhere they are words like any other. */
  readonly at: MaybeWords;
  /** How the points of an address are spelled out. */
  readonly dot: MaybeWords;
  readonly phoneStem: MaybeWords;
  readonly callStem: MaybeWords;
  /** What announces that a number is a phone. */
  readonly phoneBefore: Words;
  /** Small words between that and the number, as in "call us on". */
  readonly callFiller: Words;
  /** Whole words that lead from a sentence to its number: "under the number". */
  readonly toNumber: MaybeWords;
  readonly fax: MaybeWords;
  readonly and: Words;
  /** What announces that a number is a tax id, an account, an order or a document. */
  readonly businessNumber: Words;
  /** The same, where a word or sign for "number" follows: one can also call to order. */
  readonly orderNumber: Words;
  /** What may stand between that and the number. */
  readonly numberWord: MaybeWords;
  /** Currencies, before an amount and after it. */
  readonly money: MaybeWords;
  readonly moneyBefore: MaybeWords;
  readonly moneyAfter: MaybeWords;
  /** What else makes the number before it something that nobody calls. */
  readonly measure: MaybeWords;
  /** What makes the number before it a price and not a house. */
  readonly priceAfter: MaybeWords;
  /** Phrases with which who made the page signs. */
  readonly credit: Words;
  /** Words of that trade. They sign where they stand like a heading, and are a business's own trade elsewhere. */
  readonly creditTrade: Words;
  /** What was made. */
  readonly siteWord: Words;
  /** Who watches over businesses: what is given beside it is its own address. */
  readonly authority: Words;
  /** Where authorities are named, and where a business takes complaints itself. */
  readonly complaint: MaybeWords;
  /** Whose number it is when it is not the business's: helplines, the doctor on call, the hotline of a platform. */
  readonly elsewhere: Words;

  // Addresses and opening hours.
  /** Whole words. */
  readonly street: Words;
  /** Before a year, which is no house number. */
  readonly sinceYear: Words;
  /** Behind a number that counts or measures: no house number, either. */
  readonly countedAfter: Words;
  readonly weekdays: Words;
  readonly everyDay: Words;
  readonly roundTheClock: MaybeWords;
  readonly openingHours: MaybeWords;
  /** Before an hour. One of the Russian words is a Latin letter, as it is often typed. */
  readonly from: MaybeWords;
  /** Between two hours. */
  readonly until: MaybeWords;
  /** The same, where minutes leave no doubt: elsewhere these are words like any other. */
  readonly untilShort: MaybeWords;
  readonly halfDay: MaybeWords;
  readonly oClock: MaybeWords;
}

export type Meaning = keyof WordLists;

/** One language of pages. */
export interface Lexicon {
  /** As a page's `lang` begins. */
  readonly code: string;
  /** Whose phone number fits a page in this language. */
  readonly country: CountryCode;
  /** What a test message says. */
  readonly typed: {
    readonly name: string;
    readonly message: string;
    /** A street with its number, and a postcode of the country. */
    readonly street: string;
    readonly postcode: string;
  };
  readonly words: WordLists;
}
