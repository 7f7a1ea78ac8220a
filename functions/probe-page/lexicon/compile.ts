import { everywhere, formServices, languageNames, menuClasses, messengerNames } from './everywhere.ts';
import type { Lexicon, Meaning } from './word-lists.ts';
import { any, asPath, end, inSmallLetters, start, startingWith, wholly } from './word-patterns.ts';

/** The words for some meanings, each once. */
type Find = (...meanings: readonly Meaning[]) => readonly string[];

/** Makes patterns of the words of these languages: what stands around them is said here alone. */
export function compile(languages: readonly Lexicon[]) {
  const find: Find = (...meanings) => [...new Set(meanings.flatMap((meaning) => saidIn(languages, meaning)))];
  return {
    ...fieldPatterns(find),
    ...formPatterns(find),
    ...wayPatterns(find),
    ...overlayPatterns(find),
    ...gatePatterns(find),
    ...contactPatterns(find),
    ...numberPatterns(find),
    ...placePatterns(find),
    openingTime: openingTime(languages, find),
  };
}

function saidIn(languages: readonly Lexicon[], meaning: Meaning): readonly string[] {
  return [...(everywhere[meaning] ?? []), ...languages.flatMap(({ words }) => words[meaning])];
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
    addressField: startingWith(find('addressField')),
    houseNumberField: startingWith(find('houseNumberField')),
    birth: startingWith(find('birth')),
    amount: startingWith(find('amount')),
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
    backOrCancel: new RegExp(`^\\s*[←‹«<×✕]?\\s*(go )?(${any(find('backOrCancel'))})|^\\s*×?\\s*$`, 'iu'),
    send: new RegExp(`^[\\s\\p{P}\\p{S}]*(${any(find('send'))})`, 'iu'),
    helperButton: new RegExp(`^[\\s\\p{P}\\p{S}]*(${any(find('helperButton'))})`, 'iu'),
    leaveEmpty: startingWith(find('leaveEmpty')),
    chooseOption: new RegExp(`^[\\s\\p{P}\\p{S}]*((${any(find('chooseOption'))})|$)`, 'iu'),
    thanks: new RegExp(any(find('thanks')), 'iu'),
    afterThanks: new RegExp(any(find('afterThanks')), 'iu'),
    noThanks: new RegExp(any(find('noThanks')), 'iu'),
    error: new RegExp(any(find('error')), 'iu'),
    tickOne: startingWith(find('tickOne')),
    letters: new RegExp(`(\\d{2,4})\\s*\\+?\\s*(${any(find('letters'))})`, 'iu'),
    atMost: startingWith(find('atMost')),
  };
}

/** What leads from one page or section to another. */
function wayPatterns(find: Find) {
  const [formLink, contact] = [startingWith(find('formLink')), startingWith(find('contact'))];
  return {
    formLink,
    contact,
    formToggle: new RegExp(any([formLink.source, contact.source, ...find('formToggle')]), 'iu'),
    formlessPath: new RegExp(any(find('formlessPath')), 'iu'),
    contactPath: asPath(find('contactPath')),
    about: wholly(find('about')),
    aboutPath: asPath(find('aboutPath')),
    readOn: new RegExp(`^\\P{L}*(${any(find('readOn'))})\\P{L}*$`, 'iu'),
    reveal: startingWith(find('reveal')),
    dialButton: new RegExp(`^[^\\p{L}\\d]*(${any(find('dialButton'))})`, 'iu'),
    menu: new RegExp(`^(${any(find('menu'))})$`, 'iu'),
    menuControl: new RegExp(any(find('menuControl')), 'iu'),
    menuClass: new RegExp(any(menuClasses), 'iu'),
  };
}

/** What lies over a page, and what its buttons do. */
function overlayPatterns(find: Find) {
  const closing = [`^[\\s×✕✖✗⨯x]+$`, `^(${any(find('close'))})\\b`, ...find('closeAnywhere')];
  return {
    cookieCover: new RegExp(any(find('cookie')), 'iu'),
    cookieLayer: new RegExp(any(find('cookie', 'privacy')), 'iu'),
    reject: new RegExp(any(find('reject')), 'iu'),
    close: new RegExp(any(closing), 'iu'),
    accept: new RegExp(any(find('accept')), 'iu'),
  };
}

/** What stands before a page, and what its buttons do. */
function gatePatterns(find: Find) {
  const beginning = (words: readonly string[]): RegExp => new RegExp(`^[^\\p{L}\\d]*(${any(words)})`, 'iu');
  return {
    ageGate: startingWith(find('ageGate')),
    affirm: beginning(find('affirm')),
    decline: beginning(find('decline')),
    chooseLanguage: startingWith(find('chooseLanguage')),
    languageName: new RegExp(`^[^\\p{L}]*(${any(languageNames)})[^\\p{L}]*$`, 'iu'),
    enterSite: beginning(find('enterSite')),
    loadForm: startingWith(find('loadForm')),
    loading: startingWith(find('loading')),
    invitesToWrite: startingWith(find('invitesToWrite', 'formLink')),
    comingSoon: startingWith(find('comingSoon')),
    notFound: new RegExp(any(['^\\s*404', ...find('notFound')]), 'iu'),
    messenger: new RegExp(any(messengerNames), 'iu'),
    formService: new RegExp(any(formServices), 'iu'),
  };
}

/** Addresses that are spelled out, who else signs a page, and whose addresses are given beside the business's own. */
function contactPatterns(find: Find) {
  const [sign, bracketed, dot] = [any(find('atSign')), any(find('atSign', 'at')), any(find('dot'))];
  const opening = `[(\\[{<|«]\\s*(${bracketed}|${dot})\\s*[)\\]}>|»]`;
  const spelled = `${start}(${bracketed})${end}.*${start}(${dot})${end}`;
  return {
    atSign: new RegExp(sign, 'iu'),
    at: new RegExp(bracketed, 'iu'),
    dot: new RegExp(dot, 'iu'),
    /** May a text hold an address or a number? The page asks, before anything is read closely. */
    mayHoldContact: new RegExp(any([atSigns, opening, spelled, `${start}(${sign})${end}`, ...numberShapes]), 'iu'),
    emailBefore: new RegExp(`${start}(${any(find('email'))})\\p{L}*[\\s.:\\u2013-]*$`, 'iu'),
    signature: signature(find),
    trade: wholly(find('creditTrade')),
    authority: startingWith(find('authority', 'complaint')),
    office: startingWith(find('authority')),
    elsewhere: startingWith(find('elsewhere')),
    /** What a line says that only goes on to its number. */
    leadsToNumber: new RegExp(`${start}((tel|тел)\\p{L}*\\.?|(${any(find('toNumber'))})${end})`, 'giu'),
    phonePicture: new RegExp(any(['@', '\\+\\s?\\d', ...find('phoneStem', 'callStem')]), 'iu'),
  };
}

/** Sign and look-alikes. */
const atSigns = '[@\\uff20\\ufe6b]';
/** Six digits with what stands between them, or letters that are dialled. */
const numberShapes = [
  '(?:\\p{Nd}[\\s().\\u00a0\\u2009\\u2010-\\u2015\\u3000\\uff08\\uff09\\uff0d/-]*){6}',
  '\\d{3,4}\\)?[\\s.-]+(?:\\d{1,3}[\\s.-]+)?[A-Za-z]{3}',
];

/**
 * Who made the page signs: a phrase that begins what is said ("Web design by X"), a site that is named ("our site was built
 * by X"), or a word of the trade as a heading of its own ("Realisation: X"). In the middle of a sentence it is a word like any other.
 */
function signature(find: Find): RegExp {
  const [phrases, trade, site] = [any(find('credit')), any(find('creditTrade')), any(find('siteWord'))];
  const opening = '(?:^|[.|©®·•,;:/\\n\\u2013\\u2014-])\\s*';
  const beginning = `${opening}(?:\\p{L}+\\s+)?(?:${phrases})${end}`;
  const ofTheSite = `${start}(?:${site})${end}[^.!?]{0,30}${start}(?:${phrases}|${trade})${end}`;
  const asHeading = `${opening}(?:${trade})(?:\\s+\\p{L}+){0,2}\\s*[:\\u2013\\u2014|]`;
  return new RegExp(any([beginning, ofTheSite, asHeading]), 'iu');
}

/** What stands before and after numbers in running text. */
function numberPatterns(find: Find) {
  const fax = `(?:${any(find('fax'))})\\p{L}*${end}`;
  const onToNumber = `(?:\\s+(?:${any(find('toNumber'))})${end}){0,3}`;
  const extension = '(?:(?:dw|durchw\\p{L}*|nst|klappe|kl|ext|int|wew|wewn|linka|доб|вн|poste|dahili)[\\s.:-]*)?';
  const between = '[\\s./&,+()-]';
  const telephoneAnd = `${start}(?:${any(find('phoneStem'))})(?:(?!fax|faks)\\p{L})*${between}+(?:(?:${any(find('and'))}|\\p{L}{1,3})${end}${between}*)?`;
  const sign = `(?:(?:${any(find('numberWord'))})${end}|[№#])`;
  const ofWhat = '(?:\\s+(?:de|del|do|da|di|of|for|für|pour|для|на)\\s+\\p{L}+)?';
  const announced = (words: string): string =>
    `${start}(?:${words})(?:${end}|(?=${sign}))${ofWhat}[\\s:.№#()-]*(?:${sign}[\\s:.№#-]*)?`;
  const [units, wordUnits] = partition(find('money', 'moneyAfter', 'measure'), (word) => !/^\p{L}/u.test(word));
  const [signs, currencies] = partition(find('money', 'moneyBefore'), (word) => !/^\p{L}/u.test(word));
  return {
    // "Fax:", and "by fax on": the words between lead on to the number.
    faxBefore: new RegExp(`(?:${start}(?<!\\d\\s*\\(\\s*)${fax}${onToNumber}|${start}f)[\\s.:)/\\u2013-]*\\(?$`, 'iu'),
    telephoneAndFax: new RegExp(`(?:${telephoneAnd}${fax}|${start}[tт][./&+-][fф]\\.?)[\\s.:)-]*\\(?$`, 'iu'),
    /** After the number, in brackets of its own or not before the next number. */
    faxAfter: new RegExp(
      `^[\\s,\\u2013-]*(?:\\(\\s*${fax}[.\\s]*\\)|[(\\s]*${fax}[.)]*(?!${onToNumber}[\\s.:)/\\u2013-]*${extension}\\+?\\(?\\d))`,
      'iu',
    ),
    idBefore: new RegExp(`${announced(any(find('businessNumber')))}[A-Z]{0,2}[\\d\\s]*$`, 'iu'),
    /** Words that need a sign or a word for "number", because one can also call to order. */
    orderBefore: new RegExp(`${start}(?:${any(find('orderNumber'))})\\p{L}*[\\s:.-]*${sign}[\\s:.№#-]*$`, 'iu'),
    orderNoun: new RegExp(`${start}(?:${any(find('orderNumber'))})${end}[\\s:.-]*$`, 'iu'),
    moneyBefore: new RegExp(`(?:${any(signs)}|${start}(?:${any(currencies)}))\\s*[\\d\\s.,]*$`, 'iu'),
    unitAfter: new RegExp(`^\\s*(?:${any(units)}|(?:${any(wordUnits)})${end})`, 'iu'),
    phoneBefore: phoneBefore(find),
    hours: hoursInText(find),
  };
}

function partition(
  words: readonly string[],
  isFirst: (word: string) => boolean,
): [readonly string[], readonly string[]] {
  return [words.filter(isFirst), words.filter((word) => !isFirst(word))];
}

/** "Tel.", "Call us on", "Telephone (office):"; a single letter only with a mark behind it. */
function phoneBefore(find: Find): RegExp {
  const [letters, words] = partition(find('phoneBefore'), (word) => /^\p{L}$/u.test(word));
  const filler = `(?:[\\s,]+(?:${any(find('callFiller'))})${end}){0,4}`;
  const inBrackets = '(?:\\s*\\(\\p{L}[\\p{L}\\s.-]{0,20}\\)|(?:\\s+\\p{L}+){1,2}(?=\\s*:))?';
  const word = `${start}(?:${any(words)})${filler}${inBrackets}`;
  return new RegExp(`(?:${word}|${start}(?:${any(letters)})(?=[.:\\s]))[\\s.:)\\u2013-]*[\\s:]*\\(?$`, 'iu');
}

const hour = '(?:[01]?\\d|2[0-4])';

/** Two letters are a whole day; more of them begin it. */
function wholeDays(days: readonly string[]): readonly string[] {
  return days.map((day) => (day.length <= 2 ? `${day}${end}` : `${day}\\p{L}*`));
}

/** Times and dates anywhere in a text: no part of the number beside them. */
function hoursInText(find: Find): RegExp {
  const unit = `(?:${any(find('halfDay', 'oClock'))})${end}`;
  const to = `\\s*(?:[-\\u2010-\\u2015]|${start}(?:${any(find('until', 'untilShort'))})${end})\\s*`;
  const days = wholeDays(find('weekdays', 'everyDay'));
  const [noDigitBefore, noDigitAfter] = ['(?<![\\d.,:/-])', '(?![\\d]|[.:/-]\\d)'];
  const clock = `${hour}\\s?[:.h]\\s?[0-5]\\d`;
  const ways = [
    `${noDigitBefore}${clock}\\s*(?:${unit})?${to}${hour}(?:\\s?[:.h]\\s?[0-5]\\d)?\\s*(?:${unit})?${noDigitAfter}`,
    `${noDigitBefore}${hour}\\s*(?:${unit})?${to}${hour}(?:[:.h][0-5]\\d)?\\s*${unit}`,
    `${start}(?:${any(days)})[.,:]*\\s*${hour}\\s*[-\\u2010-\\u2015]\\s*${hour}${noDigitAfter}`,
    `${start}(?:${any(find('from'))})\\s+${hour}\\s*(?:${any(find('until', 'untilShort'))})\\s*${hour}${noDigitAfter}`,
    `${noDigitBefore}(?:24|7)\\s*(?:${unit}|\\p{L})?\\s*[/×x]\\s*(?:24|7)${noDigitAfter}`,
    `${noDigitBefore}24\\s*${unit}`,
    '(?<![\\d:])\\d{1,2}:\\d{2}(?![\\d:])',
    '(?<![\\d.])\\d{1,2}\\.\\d{1,2}\\.?\\s*[-\\u2010-\\u2015]\\s*\\d{1,2}\\.\\d{1,2}(?:\\.(?:\\d{4}|\\d\\d)?)?(?!\\.?\\d)',
    '(?<![\\d.])\\d{1,2}\\.\\d{1,2}\\.(?:(?:19|20)\\d\\d|\\d\\d)(?![\\d.])',
    '(?<!\\d)\\d{1,2}/(?:19|20)\\d\\d(?!\\d)',
  ];
  return new RegExp(any(ways), 'giu');
}

/** Addresses and the days of opening hours. */
function placePatterns(find: Find) {
  const price = `\\d*\\s*(${any(find('priceAfter'))})`;
  const days = find('weekdays', 'everyDay', 'roundTheClock', 'openingHours');
  return {
    street: wholly(find('street')),
    houseNumber: new RegExp(
      `(?<![\\d₽$€£₴.,:])\\d{1,5}(?!\\d*\\s?(${any(find('countedAfter'))})${end})\\s?[\\p{L}]?(\\/\\d{1,4})?(?!${price})`,
      'iu',
    ),
    sinceYear: new RegExp(`${start}(${any(find('sinceYear'))})\\s+(19|20)\\d\\d(?!\\d)`, 'giu'),
    openingDay: new RegExp(
      `${start}(${any(days.map((day) => (day.length <= 2 ? `${day}${end}` : day)))})\\p{L}*`,
      'iu',
    ),
  };
}

/** The hours of opening, as they are written: "9:00-18:00", "9 am to 6 pm", "24/7", "from 9 to 18". */
function openingTime(languages: readonly Lexicon[], find: Find): RegExp {
  const [halfDay, until] = [any(find('halfDay', 'oClock')), any(find('until'))];
  const oClock = any(find('oClock'));
  const withMinutes = `\\d{1,2}\\s*[:.h]\\s*\\d{2}\\s*(${halfDay})?\\s*(-|–|—|${any(find('until', 'untilShort'))})\\s*`;
  const time = '\\d{1,2}(\\s*[:.]\\s*\\d{2})?';
  // A day of two halves is told in the words of its language only.
  const withHalves = languages
    .filter(({ words }) => words.halfDay.length > 0)
    .map(({ words }) => ({ half: any(words.halfDay), to: any(['-', '–', '—', ...words.until]) }))
    .map(({ half, to }) => `${time}\\s*(${half})\\s*(${to})\\s*${time}\\s*(${half})`);
  const ways = [
    `${withMinutes}\\d{1,2}(\\s*[:.h]\\s*\\d{2})?`,
    ...withHalves,
    `(?<![\\d.,:/-])${hour}\\s*(?:${oClock})?\\s*(?:-|–|—|${any(find('until', 'untilShort'))})\\s*${hour}\\s*(?:${oClock})${end}`,
    `${start}(?:${any(wholeDays(find('weekdays', 'everyDay')))})[.,:]*\\s*${hour}\\s*[-–—]\\s*${hour}(?![\\d.:/])`,
    // "Weds to Suns, 10 'til 4"
    `${start}(?:${any(find('weekdays', 'everyDay'))})[^\\n\\d]{0,25}${hour}\\s*(?:${any(find('untilShort'))})\\s*${hour}(?!\\d|[.:/]\\d|\\s?%)`,
    // "Mon-Thu 11a-9p": beside a day only, or any flat of a house would be one.
    `${start}(?:${any(find('weekdays', 'everyDay'))})[^\\n]{0,25}?(?<![\\d.,:/-])${hour}(?::\\d{2})?\\s?[ap]\\.?\\s*[-–—]\\s*${hour}(?::\\d{2})?\\s?[ap](?![\\p{L}\\d])`,
    '(?<![\\d/])24\\s*[/×x]\\s*7(?![\\d/])',
    `(${any(find('from'))})\\s+\\d{1,2}(:\\d{2})?\\s*(${until})\\s*\\d{1,2}`,
    ...find('roundTheClock').map((words) => (/^\d/.test(words) ? `(?<![\\d/])${words}(?![\\d/])` : words)),
  ];
  return new RegExp(any(ways), 'iu');
}
