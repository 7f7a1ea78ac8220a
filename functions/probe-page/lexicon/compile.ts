import { everywhere, menuClasses } from './everywhere.ts';
import type { Lexicon, Meaning } from './word-lists.ts';

/** The words for some meanings, each once. */
type Find = (...meanings: readonly Meaning[]) => readonly string[];

/** Makes patterns of the words of these languages: what stands around them, and how they are compared, is said here alone. */
export function compile(languages: readonly Lexicon[]) {
  const find: Find = (...meanings) => [...new Set(meanings.flatMap((meaning) => saidIn(languages, meaning)))];
  return {
    ...fieldPatterns(find),
    ...formPatterns(find),
    ...wayPatterns(find),
    ...overlayPatterns(find),
    ...contactPatterns(find),
    ...numberPatterns(find),
    ...placePatterns(find),
    openingTime: openingTime(languages, find),
  };
}

function saidIn(languages: readonly Lexicon[], meaning: Meaning): readonly string[] {
  return [...(everywhere[meaning] ?? []), ...languages.flatMap(({ words }) => words[meaning])];
}

const any = (words: readonly string[]): string => words.join('|');
/** No letter before or after it, of whatever alphabet. */
const start = '(?<!\\p{L})';
const end = '(?!\\p{L})';
const startingWith = (words: readonly string[]): RegExp => new RegExp(`${start}(${any(words)})`, 'iu');
const wholly = (words: readonly string[]): RegExp => new RegExp(`${start}(${any(words)})${end}`, 'iu');
/** A part of an address between signs. */
const asPath = (words: readonly string[]): RegExp => new RegExp(`(^|[/_.-])(${any(words)})([/_.-]|$)`, 'i');

/** Whole words, in texts of small letters. `\b` knows Latin letters only, so Cyrillic words are found anywhere. */
function inSmallLetters(words: readonly string[]): RegExp {
  const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);
  const latin = words.filter((word) => !isCyrillic(word));
  return new RegExp(any([`\\b(${any(latin)})\\b`, ...words.filter(isCyrillic)]));
}

/** What fields ask for. */
function fieldPatterns(find: Find) {
  return {
    message: startingWith(find('message')),
    email: startingWith(find('email')),
    phone: startingWith(find('phone')),
    name: startingWith(find('name')),
    consent: startingWith(find('consent')),
    otherField: startingWith(find('company', 'subject', 'city', 'addressField', 'otherField')),
    postcode: inSmallLetters(find('postcode')),
    count: inSmallLetters(find('count')),
    hour: inSmallLetters(find('hour')),
    date: inSmallLetters(find('date')),
    monthFirst: new RegExp(`^(${any(find('monthLetter'))})`),
  };
}

/** What forms are for, which buttons do not send, and what a page says after sending. */
function formPatterns(find: Find) {
  return {
    newsletter: startingWith(find('newsletter')),
    booking: startingWith(find('booking')),
    review: startingWith(find('review')),
    ratingField: new RegExp(any(find('ratingField'))),
    reviewForm: new RegExp(any(find('reviewForm'))),
    checkout: startingWith(find('checkout')),
    order: startingWith(find('order')),
    goods: startingWith(find('goods')),
    search: startingWith(find('search')),
    callBack: startingWith(find('callBack')),
    backOrCancel: new RegExp(`^\\s*[←‹«<×✕]?\\s*(go )?(${any(find('backOrCancel'))})|^\\s*×?\\s*$`, 'i'),
    send: new RegExp(`^[\\s\\p{P}\\p{S}]*(${any(find('send'))})`, 'iu'),
    helperButton: new RegExp(`^[\\s\\p{P}\\p{S}]*(${any(find('helperButton'))})`, 'iu'),
    leaveEmpty: startingWith(find('leaveEmpty')),
    chooseOption: new RegExp(`^[\\s\\p{P}\\p{S}]*((${any(find('chooseOption'))})|$)`, 'iu'),
    thanks: new RegExp(any(find('thanks')), 'iu'),
    error: new RegExp(any(find('error')), 'iu'),
  };
}

/** What leads from one page or section to another. */
function wayPatterns(find: Find) {
  const [formLink, contact] = [startingWith(find('formLink')), startingWith(find('contact'))];
  return {
    formLink,
    contact,
    formToggle: new RegExp(any([formLink.source, contact.source, ...find('formToggle')]), 'iu'),
    formlessPath: new RegExp(any(find('formlessPath')), 'i'),
    contactPath: asPath(find('contactPath')),
    about: wholly(find('about')),
    aboutPath: asPath(find('aboutPath')),
    reveal: startingWith(find('reveal')),
    menu: new RegExp(`^(${any(find('menu'))})$`, 'i'),
    menuControl: new RegExp(any(find('menuControl')), 'i'),
    menuClass: new RegExp(any(menuClasses), 'i'),
  };
}

/** What lies over a page, and what its buttons do. */
function overlayPatterns(find: Find) {
  const closing = [`^[\\s×✕✖✗⨯x]+$`, `^(${any(find('close'))})\\b`, ...find('closeAnywhere')];
  return {
    cookieCover: new RegExp(any(find('cookie')), 'i'),
    cookieLayer: new RegExp(any(find('cookie', 'privacy')), 'i'),
    reject: new RegExp(any(find('reject')), 'i'),
    close: new RegExp(any(closing), 'i'),
    accept: new RegExp(any(find('accept')), 'i'),
  };
}

/** Addresses that are spelled out, and who else signs a page. */
function contactPatterns(find: Find) {
  return {
    at: new RegExp(any(find('at')), 'iu'),
    dot: new RegExp(any(find('dot')), 'iu'),
    credit: wholly(find('credit')),
    phonePicture: new RegExp(any(['@', '\\+\\s?\\d', ...find('phoneStem', 'callStem')]), 'i'),
  };
}

/** What stands before and after numbers in running text. */
function numberPatterns(find: Find) {
  const fax = any(find('fax'));
  const announced = `(${any(find('businessNumber'))})[\\s:.№#-]*(${any(find('numberWord'))})?[\\s:.№#-]*`;
  const telephoneAnd = `(${any(find('phoneStem'))})\\p{L}*[\\s./&,+-]*(${any(find('and'))})?[\\s./&,+-]*`;
  return {
    faxBefore: new RegExp(`${start}(tele)?(${fax})\\p{L}*[\\s.:)/\\u2013-]*\\(?$`, 'iu'),
    telephoneAndFax: new RegExp(`${telephoneAnd}(tele)?(${fax})\\p{L}*[\\s.:)-]*\\(?$`, 'iu'),
    faxAfter: new RegExp(`^[\\s,(\\u2013-]*(${fax})`, 'iu'),
    idBefore: new RegExp(`${announced}[A-Z]{0,2}[\\d\\s]*$`, 'iu'),
    moneyBefore: new RegExp(`(${any(find('money', 'moneyBefore'))})\\s*[\\d\\s.,]*$`, 'iu'),
    unitAfter: new RegExp(`^\\s*(${any(find('money', 'moneyAfter', 'measure'))})`, 'iu'),
    phoneBefore: new RegExp(`${start}(${any(find('phoneBefore'))})[\\s.:)\\u2013-]*[\\s:]*\\(?$`, 'iu'),
  };
}

/** Addresses and the days of opening hours. */
function placePatterns(find: Find) {
  const price = `\\d*\\s*(${any(find('priceAfter'))})`;
  const days = find('weekdays', 'everyDay', 'roundTheClock', 'openingHours');
  return {
    street: wholly(find('street')),
    houseNumber: new RegExp(`(?<![\\d₽$€£₴.,:])\\d{1,5}\\s?[\\p{L}]?(\\/\\d{1,4})?(?!${price})`, 'u'),
    openingDay: new RegExp(`${start}(${any(days)})\\p{L}*`, 'iu'),
  };
}

/** The hours of opening, as they are written: "9:00-18:00", "9 am to 6 pm", "24/7", "from 9 to 18". */
function openingTime(languages: readonly Lexicon[], find: Find): RegExp {
  const [halfDay, until] = [any(find('halfDay', 'oClock')), any(find('until'))];
  const withMinutes = `\\d{1,2}\\s*[:.h]\\s*\\d{2}\\s*(${halfDay})?\\s*(-|–|—|${any(find('until', 'untilShort'))})\\s*`;
  // A day of two halves is told in the words of its language only.
  const withHalves = languages
    .filter(({ words }) => words.halfDay.length > 0)
    .map(({ words }) => ({ half: any(words.halfDay), to: any(['-', '–', '—', ...words.until]) }))
    .map(({ half, to }) => `\\d{1,2}\\s*(${half})\\s*(${to})\\s*\\d{1,2}\\s*(${half})`);
  const ways = [
    `${withMinutes}\\d{1,2}(\\s*[:.h]\\s*\\d{2})?`,
    ...withHalves,
    '24\\s*[/×x]\\s*7',
    `(${any(find('from'))})\\s+\\d{1,2}(:\\d{2})?\\s*(${until})\\s*\\d{1,2}`,
    ...find('roundTheClock'),
  ];
  return new RegExp(any(ways), 'iu');
}
