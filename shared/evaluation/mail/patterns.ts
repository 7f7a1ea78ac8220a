import { german } from './phrases/de.ts';
import { english } from './phrases/en.ts';
import { spanish } from './phrases/es.ts';
import { french } from './phrases/fr.ts';
import { italian } from './phrases/it.ts';
import type { MailPhrases } from './phrases/mail-phrases.ts';
import {
  automaticElsewhere,
  blockLabelsElsewhere,
  bounceElsewhere,
  wroteElsewhere,
} from './phrases/other-languages.ts';
import { polish } from './phrases/pl.ts';
import { russian } from './phrases/ru.ts';
import { ukrainian } from './phrases/uk.ts';

// Nobody says in which language a mail is written, and its program often speaks another one: all are read at once.
const languages: readonly MailPhrases[] = [english, german, ukrainian, russian, polish, french, spanish, italian];

type ListOfPhrases = { [Key in keyof MailPhrases]: MailPhrases[Key] extends readonly string[] ? Key : never };

const elsewhere: { readonly [Key in ListOfPhrases[keyof MailPhrases]]?: readonly string[] } = {
  automaticPrefix: automaticElsewhere,
  bounceSubject: bounceElsewhere,
  wrote: wroteElsewhere,
};

function sourcesOf(key: ListOfPhrases[keyof MailPhrases]): string {
  // A full stop ends a sentence, unless a figure or an address goes on behind it.
  const sources = [...languages.flatMap((language) => language[key]), ...(elsewhere[key] ?? [])];
  return `(?:${sources.join('|').replaceAll('[^.]', '(?:[^.]|[.](?=\\S)|(?<=\\d)[.])')})`;
}

function anywhere(key: ListOfPhrases[keyof MailPhrases]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${sourcesOf(key)}`, 'iu');
}

function atStart(key: ListOfPhrases[keyof MailPhrases], end = ''): RegExp {
  return new RegExp(`^[\\s\\[*#"'«„]*${sourcesOf(key)}${end}`, 'iu');
}

/** A whole word or label before a colon: "AW:", "Re[2]:", "Réponse automatique :". */
const colon = '(?:\\[\\d+\\]|\\(\\d+\\))?\\s*[:：]';

export const subjects = {
  automatic: atStart('automaticPrefix', colon),
  absence: atStart('absenceSubject', '(?!\\p{L})'),
  received: atStart('receivedSubject'),
  notice: anywhere('noticeSubject'),
  bounce: atStart('bounceSubject'),
  delay: atStart('delaySubject'),
  receipt: atStart('receiptPrefix', colon),
  reply: atStart('replyPrefix', colon),
  forward: atStart('forwardPrefix', colon),
};

export const sentences = {
  thanks: anywhere('thanks'),
  received: anywhere('received'),
  promise: anywhere('promise'),
  meanwhile: anywhere('meanwhile'),
  absent: anywhere('absent'),
  insteadOf: anywhere('insteadOf'),
  unread: anywhere('unread'),
  byMachine: anywhere('byMachine'),
  ticketMoves: anywhere('ticketMoves'),
  notice: anywhere('notice'),
  challenge: anywhere('challenge'),
  subscribed: anywhere('subscribed'),
  undelivered: anywhere('undelivered'),
  firstPerson: anywhere('firstPerson'),
  formSent: anywhere('formSent'),
  contrast: new RegExp(`(?<!\\p{L})${sourcesOf('contrast')}(?!\\p{L})`, 'iu'),
  courtesy: new RegExp(`^${sourcesOf('courtesy')}$`, 'iu'),
};

function labels(list: readonly string[]): RegExp {
  return new RegExp(`^[\\s*>-]*(?:${list.join('|')})\\s*[:：]`, 'iu');
}

export const lines = {
  formWho: labels(languages.flatMap(({ form }) => form.who)),
  formWhat: labels(languages.flatMap(({ form }) => form.what)),
  block: labels([...languages.flatMap(({ blockLabels }) => blockLabels), ...blockLabelsElsewhere]),
  wrote: new RegExp(`(?<!\\p{L})${sourcesOf('wrote')}\\s*[:：]?\\s*$`, 'iu'),
  onDate: new RegExp(`^[\\s>]*${sourcesOf('onDate')}(?!\\p{L})`, 'iu'),
  original: new RegExp(
    `^[\\s>]*[-_=*]{2,}\\s*${sourcesOf('originalMessage')}|^${sourcesOf('originalMessage')}\\s*[:：]?\\s*$`,
    'iu',
  ),
  sentFrom: atStart('sentFrom', '(?!\\p{L})'),
  disclaimer: atStart('disclaimer'),
  pressRelease: atStart('pressRelease', '(?!\\p{L})'),
};

/** In the spelling that the phrases expect. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[’ʼ`´‘]/g, "'")
    .replaceAll('ё', 'е')
    .replaceAll('Ё', 'Е')
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[^\S\n]+/g, ' ');
}
