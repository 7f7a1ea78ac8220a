import { patterns } from '../lexicon/index.ts';
import { ownAfterAll } from '../lexicon/third-persons.ts';
import { isEmergency } from './dialling.ts';

/** "20.000 - 28.000": from one amount to another. */
const range = /^\s*\d{1,3}([.,]\d{3})+\s*[-\u2010-\u2015]\s*\d{1,3}([.,]\d{3})+\s*$/u;
/** "1 250 000 000": nobody has such a number, and those who do call it one. */
const roundAmount = /(?:[\s.,'’]000){2}$/u;
const networkAddress = /^\s*\d{1,3}(\.\d{1,3}){3}\s*$/;
/** Of Brazil, where "CEP" announces it; in Turkey that is a mobile phone. */
const postcode = /(?<!\p{L})CEP[\s:.]*\d{5}-\d{3}$|(?<![\p{L}.:)]\s?)\s\d{5}-\d{3}$/iu;
/** "3.481.207-9", "80-148293-7": the last figure proves the others, as in registers and accounts. */
const checked = /^[1-9]\d{0,2}(?:[.-]\d{3,6})+-[\dk]$/iu;
/** "2024-048172": a document of that year; four figures behind it may be a telephone. */
const ofYear = /^(?:19|20)\d\d[-/](?:\d{3}|\d{5,7})$/;
/** "NL91 ABNA 0417 …", "CHE-284.917.305" */
const codeBefore = /(?<![\p{L}\d])(?:[A-Z]{2}\d{2}\s?(?:[A-Z\d]{4}\s?)+|[A-Z]{2,5}-)$/u;
/** "43.42210", and not "338.7412905" or "02.4817392", which are phones of Italy. */
const coordinate = /^-?(?:1[0-7]\d|[1-9]?\d)\.\d{4,}/;
/** "0113 49…", "(495) 123-XX-XX", "+49 1511 2345***": the rest is shown to who asks for it. */
const maskStuck = /^[-)]?[xх*•●∗_]{2,}/iu;
const maskAfter = /^[\s)-]{0,3}(?:…|\.{3}|[xх*•●∗_]{2,})/iu;
const maskBefore = /[xх*•●∗_]{2,}[\s)-]{0,3}$/iu;
/** Nobody hides what stands beside so many. */
const wholeDigits = 9;
const lettersBefore = 60;

/** The words before a place in the text, whole: half a word would be another one. */
function textBefore(text: string, at: number, letters = lettersBefore): string {
  const from = Math.max(0, at - letters);
  const before = text.slice(from, at);
  return from > 0 && /[\p{L}\d]/u.test(text[from - 1] ?? '') ? before.replace(/^[\p{L}\d]+/u, '') : before;
}

/** A fax, to which nobody talks, or what only looks like a phone: an amount, a tax id, an account, an order, a document. */
export function isSomethingElse(text: string, start: number, end: number): boolean {
  const [before, after] = [textBefore(text, start), text.slice(end, end + 24)];
  const written = text.slice(start, end);
  if (isDateOrHours(written) || coordinate.test(written) || isEmergency(written)) return true;
  if (isMasked(written, before, after)) return true;
  if (isFax(text, start, end)) return true;
  if (isElsewhere(text, start) || postcode.test(before + written.trim())) return true;
  if (patterns.telephoneAndFax.test(before) || patterns.phoneBefore.test(before)) return false;
  if (/^\s*\+\(?\d/.test(written)) return false;
  if (checked.test(written.trim()) || ofYear.test(written.trim()) || codeBefore.test(before)) return true;
  if (range.test(written) || networkAddress.test(written) || roundAmount.test(written.trim())) return true;
  const isBare = !/\d[\s().-]+\d/.test(written.trim());
  return (
    patterns.idBefore.test(before) ||
    patterns.orderBefore.test(before) ||
    (isBare && patterns.orderNoun.test(before)) ||
    patterns.unitAfter.test(after) ||
    patterns.moneyBefore.test(before) ||
    /[\p{L}\d]$|\d[.:]$/u.test(before)
  );
}

/** Only a part of the number is shown. */
function isMasked(written: string, before: string, after: string): boolean {
  if (maskStuck.test(after)) return true;
  const isPart = written.replace(/\D/g, '').length < wholeDigits;
  return isPart && (maskAfter.test(after) || maskBefore.test(before));
}

/** "Fax" before it or behind it, as far as that word does not belong to the next number; "Tel./Fax" is both. */
export function isFax(text: string, start: number, end: number): boolean {
  const before = textBefore(text, start);
  if (patterns.faxAfter.test(text.slice(end, end + 24))) return true;
  return patterns.faxBefore.test(before) && !patterns.telephoneAndFax.test(before);
}

/** Do the words before it say that it is a phone? */
export function isCalledPhone(text: string, start: number): boolean {
  return patterns.phoneBefore.test(textBefore(text, start));
}

const farthestOwner = 180;
/** "Our own " */
const justBefore = 8;

/**
 * Is it the number of a helpline, of the doctor on call, of a platform or of an authority? What is said of whom ends with the sentence, and
 * with the next number of somebody; a number that begins its line belongs to the line above.
 */
export function isElsewhere(text: string, start: number): boolean {
  const clause = clauseBefore(text, start);
  if (patterns.office.test(clause)) return true;
  const at = patterns.elsewhere.exec(clause)?.index;
  return at !== undefined && !ownAfterAll.test(clause.slice(Math.max(0, at - justBefore)));
}

/** What is said of the number that begins here, and of no other. */
export function clauseBefore(text: string, start: number): string {
  const before = textBefore(text, start, farthestOwner);
  const line = before.lastIndexOf('\n');
  const hasOwnWords = /\p{L}{2}/u.test(before.slice(line + 1).replace(patterns.leadsToNumber, ''));
  const sentence = sentenceOf(line >= 0 && hasOwnWords ? before.slice(line + 1) : before);
  // "116117 or 0711 262801" is one phrase, and so is "15 ou le 04 72 68 93 00".
  const numbers = [...sentence.matchAll(/\+?\d[\d\s()./-]*\d/g)].filter(([digits]) => mayBeCalled(digits));
  const last = numbers.findLast(({ index, 0: digits }) => {
    const between = sentence.slice(index + digits.length);
    return !/^[\s/]*(\p{L}{1,5}\.?\s*){0,2}$/u.test(between);
  });
  return last === undefined ? sentence : sentence.slice(last.index + last[0].length);
}

function sentenceOf(before: string): string {
  return before.split(/(?<=\p{L}{3})[.!?]\s+(?=\p{Lu})|[|•·]/u).at(-1) ?? before;
}

/** A house and a postal code are nobody's number. */
function mayBeCalled(written: string): boolean {
  return written.replace(/\D/g, '').length > 5 || isEmergency(written);
}

/** Does its own sentence, in its own line, say that an email address is somebody else's? "Supervisory authority: ..., phone, email" */
export function isEmailElsewhere(text: string, start: number): boolean {
  const [line = ''] = textBefore(text, start, farthestOwner * 2)
    .split('\n')
    .slice(-1);
  const sentence = sentenceOf(line);
  return patterns.elsewhere.test(sentence) || patterns.authority.test(sentence);
}

export function isDateOrHours(written: string): boolean {
  return (
    /\b(19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[-./]\d{1,2}[-./](19|20)\d\d\b/.test(written) ||
    /^\s*(19|20)\d\d\s*[\u2010-\u2015-]\s*(19|20)\d\d\s*$/.test(written) ||
    /^\s*\d{1,2}[.:]\d\d\s*[\u2010-\u2015-]\s*\d{1,2}[.:]\d\d\s*$/.test(written)
  );
}
