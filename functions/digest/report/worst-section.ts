import { createElement as h, type ReactElement } from 'react';
import type { Found, SiteTrouble } from '../../../shared/evaluation/audit/worst-troubles.ts';
import { auditPageWords } from '../../../shared/i18n/audit-page.ts';
import { digestWords } from '../../../shared/i18n/digest.ts';
import { wordFinding } from '../../../shared/i18n/wording.ts';
import type { Language } from '../../../shared/model/business.ts';
import { oneLine } from '../../../shared/model/foreign-text.ts';
import type { ShownLight } from '../../../shared/model/light.ts';
import { wordsOf } from '../../../shared/probes/words.ts';

/** How many of the worst things stand at the top, and how many sentences each has. */
const atTheTop = 3;
const sentencesEach = 3;

interface Looked {
  readonly name: string;
  readonly light: ShownLight;
}

/** The worst things in plain words; where there are none, what was looked at and what nobody can know. */
export function worstSection(
  troubles: readonly SiteTrouble[],
  checks: readonly Looked[],
  { language, chip }: { readonly language: Language; readonly chip: (light: ShownLight) => ReactElement },
): ReactElement {
  const words = auditPageWords[language];
  const unseen = checks.filter(({ light }) => light === 'unknown').map(({ name }) => name);
  const seen = checks.filter(({ light }) => light !== 'unknown' && light !== null).map(({ name }) => name);
  const top = troubles.slice(0, atTheTop);
  const isBlind = seen.length === 0 && unseen.length > 0;
  const heading = isBlind ? words.nothingMeasured : words.heading(top.length);
  return h(
    'section',
    { 'aria-label': heading, className: 'worst' },
    h('h2', null, heading),
    top.length === 0
      ? null
      : h('ol', { className: 'things' }, ...top.map((trouble) => thing(trouble, { language, chip }))),
    top.length === 0 ? null : h('p', null, whatElse(troubles.length - top.length, unseen.length, language)),
    top.length > 0 || seen.length === 0 ? null : list(words.lookedAt, seen),
    unseen.length === 0 ? null : list(words.notMeasured, unseen),
    h('p', { className: 'mute' }, words.limits),
  );
}

function whatElse(more: number, unseen: number, language: Language): string {
  const words = auditPageWords[language];
  if (more > 0) return words.more(more);
  return unseen > 0 ? words.noMoreMeasured : words.noMore;
}

function list(label: string, names: readonly string[]): ReactElement {
  return h('p', null, h('b', null, `${label}: `), `${names.join('; ')}.`);
}

function thing(
  trouble: SiteTrouble,
  { language, chip }: { readonly language: Language; readonly chip: (light: ShownLight) => ReactElement },
): ReactElement {
  const { kind, found, light, role } = trouble;
  const words = auditPageWords[language];
  const title =
    kind === 'other'
      ? (wordsOf(found[0].check.probe, language)?.name ?? found[0].check.probe)
      : words.trouble[kind].title;
  const todo = ownAdvice(trouble, language);
  const row = (label: string, text: string): ReactElement =>
    h('p', { key: label, className: 'mute' }, h('b', null, `${label}: `), text);
  return h(
    'li',
    { key: title },
    h('div', { className: 'title' }, h('h3', null, title), chip(light)),
    kind === 'other' ? null : h('p', null, words.trouble[kind].cost),
    h('ul', null, ...sentences(trouble, language)),
    todo === null ? null : row(words.todo, todo),
    row(words.who, digestWords[language].role[role]),
  );
}

/** Each once, with the devices that it was seen on; of what is slow in many ways, the worst of each visit. */
function sentences({ kind, found }: SiteTrouble, language: Language): ReactElement[] {
  const { full } = digestWords[language];
  const isWorst = (one: Found): boolean => found.find(({ check }) => check.id === one.check.id) === one;
  const told = kind === 'speed' ? found.filter(isWorst) : found;
  const said = Map.groupBy(told, ({ check, finding }) => wordFinding(finding, check.probe, language).sentence);
  return [...said].slice(0, sentencesEach).map(([sentence, where]) => {
    const on = [
      ...new Set(where.flatMap(({ check: { device, page } }) => placeOf(device === null ? null : full[device], page))),
    ];
    return h(
      'li',
      { key: sentence },
      on.length === 0 ? null : h('b', null, `${on.join('; ')}: `),
      h('bdi', null, oneLine(sentence)),
    );
  });
}

function placeOf(device: string | null, page: string | null): string[] {
  const parts = [device, page].filter((part) => part !== null);
  return parts.length === 0 ? [] : [parts.join(' ')];
}

/** For what was found without advice of its own: a number beyond its bound that nothing explains. */
function ownAdvice({ kind, found }: SiteTrouble, language: Language): string | null {
  const isExplained = found.some(({ finding }) => finding.kind === 'cause' || finding.because !== undefined);
  if (isExplained || kind === 'other' || kind === 'no-page') return null;
  return wordsOf(found[0].check.probe, language)?.trouble.todo ?? null;
}
