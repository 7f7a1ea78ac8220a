import type { Frame } from 'playwright-core';
import { patterns } from '../lexicon/index.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';
import { makeSleepers, type Sleepers } from './asleep.ts';
import { type Cards, cardKit } from './cards.ts';

/** What a visitor sees of the page around a submission. */
export interface PageState {
  readonly url: string;
  /** When this document was opened: another number is another document. */
  readonly loadedAt: number;
  readonly lines: readonly string[];
  readonly inForm: readonly string[];
  /** Those of what stands before and behind the form, and of what is read out when it changes. */
  readonly beside: readonly string[];
  /** What the fields hold now, without consents and choices. */
  readonly values: readonly string[];
  /** Which fields are in view, as one word per field. */
  readonly fields: string;
  /** Fields that the browser itself refuses. */
  readonly invalid: readonly InvalidField[];
  /** Every field in view is disabled, so that nobody can type or choose anything. */
  readonly switchedOff: boolean;
  /** What the button says that has to be pressed before the one that sends; null where nothing waits for any. */
  readonly waitsFor: string | null;
  /** A script failed for want of what our guard has taken from the page. */
  readonly hindered: boolean;
}

/** A field by its key, and how the browser words what it misses there. */
export interface InvalidField {
  readonly key: string;
  readonly says: string;
  /** The browser cannot show what it misses: nobody can see the field, and no choice in the form could bring it out. */
  readonly hidden: boolean;
  /** What nobody could put right: a drop-down that offers nothing, a range or a length that excludes itself; null otherwise. */
  readonly impossible: 'choice' | 'value' | null;
}

interface StateNeeds {
  readonly formKey: string;
  readonly tree: ShadowTree;
  readonly impossibility: (field: Element) => InvalidField['impossible'];
  readonly choices: Choices;
  readonly sleepers: Sleepers;
}

const stateKit = cardKit
  .with('impossibility', makeImpossibility)
  .with('choices', makeChoices)
  .with('sleepers', makeSleepers);

export function readState(frame: Frame, formKey: string): Promise<PageState> {
  return stateKit.evaluate(frame, readStateHere, { formKey });
}

/** Runs in the page and brings all it needs. */
function makeImpossibility(): (field: Element) => InvalidField['impossible'] {
  /** A script that draws the drop-down itself may hold its choices elsewhere. */
  function isBare(field: Element): boolean {
    const { width, height } = field.getBoundingClientRect();
    return width > 20 && height > 8 && field.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  }

  function impossibility(field: Element): 'choice' | 'value' | null {
    if (!isBare(field)) return null;
    if (field instanceof HTMLSelectElement) {
      const isOffered = (o: HTMLOptionElement): boolean => o.value !== '' && !o.matches(':disabled');
      return [...field.options].some(isOffered) ? null : 'choice';
    }
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
    if (field.maxLength >= 0 && field.minLength > field.maxLength) return 'value';
    if (field instanceof HTMLTextAreaElement || field.min === '' || field.max === '') return null;
    const isDay = /^(date|month|week|datetime-local)$/.test(field.type);
    const isReversed = field.type === 'number' ? Number(field.min) > Number(field.max) : isDay && field.min > field.max;
    return isReversed ? 'value' : null;
  }

  return impossibility;
}

/** What in a form may bring out a field that nobody sees. */
interface Choices {
  mayBringOut(form: Element, parts: readonly Element[]): boolean;
  /** A drop-down that nobody sees; one in a part that is seen is drawn by a script. */
  isAway(part: Element): boolean;
}

/** Runs in the page and brings all it needs. */
function makeChoices({ tree, cards }: { readonly tree: ShadowTree; readonly cards: Cards }): Choices {
  const chosen = 'select, [type="radio"], [type="checkbox"], [contenteditable]';
  const unfolded = 'summary, [aria-expanded], [aria-controls], [data-toggle], [data-bs-toggle], [role="tab"]';
  const isAway = (part: Element): boolean => part.matches('select') && part.parentElement?.checkVisibility() === false;
  return {
    isAway,
    mayBringOut: (form, parts) =>
      parts.some((part) => part.matches(chosen) && !isAway(part)) ||
      tree.all(unfolded, form).some((part) => part.checkVisibility()) ||
      cards.groupsIn(form).length > 0,
  };
}

/** Runs in the page or frame of the form. */
function readStateHere({ formKey, tree, impossibility, choices, sleepers }: StateNeeds): PageState {
  const fields = tree.all('input, textarea, select');
  const typed = fields.filter((f) => f instanceof HTMLInputElement || f instanceof HTMLTextAreaElement);
  const shown = fields.filter((field) => field.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
  const form = tree.find(`[data-touchlight="${formKey}"]`);
  const invalid = form === null ? [] : tree.all(':invalid:not(fieldset)', form);
  const parts = form === null ? [] : tree.all('input:not([type="hidden"]), textarea, select, [contenteditable]', form);
  const inView = parts.filter((part) => part.checkVisibility({ visibilityProperty: true }));
  const mayBringOut = form !== null && invalid.length > 0 && choices.mayBringOut(form, parts);
  const isAsked = !(form instanceof HTMLFormElement && form.noValidate);
  const texts = tree
    .roots()
    .map((root) =>
      root instanceof Document
        ? (root.body?.innerText ?? '')
        : [...root.children].map((child) => (child instanceof HTMLElement ? child.innerText : '')).join('\n'),
    );
  const beside = [form?.previousElementSibling, form?.nextElementSibling, form?.nextElementSibling?.nextElementSibling];
  const announced = tree.all('[role="alert"], [role="status"], [aria-live]');
  const textOf = (element: Element | null | undefined): string =>
    element instanceof HTMLElement ? element.innerText : '';
  const linesOf = (said: string): string[] =>
    said
      .slice(0, 50_000)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {
    hindered: document.documentElement.hasAttribute('data-touchlight-hindered'),
    url: location.href,
    inForm: linesOf(textOf(form)),
    beside: linesOf([...beside, ...announced].map(textOf).join('\n')),
    loadedAt: performance.timeOrigin,
    lines: linesOf(texts.join('\n')),
    values: typed.filter(({ type }) => !/checkbox|radio|hidden|submit|button/.test(type)).map(({ value }) => value),
    fields: shown.map((field) => field.getAttribute('data-touchlight') ?? field.getAttribute('name') ?? '').join(' '),
    invalid: [...invalid].map((field) => ({
      key: field.getAttribute('data-touchlight') ?? '',
      says: 'validationMessage' in field ? String(field.validationMessage).slice(0, 300) : '',
      hidden:
        isAsked &&
        !mayBringOut &&
        (field.matches('input, textarea') ? !field.checkVisibility() : choices.isAway(field)),
      impossible: isAsked ? impossibility(field) : null,
    })),
    waitsFor: form === null ? null : sleepers.waitsFor(form),
    switchedOff: inView.length > 0 && inView.every((part) => part.matches(':disabled')),
  };
}

export interface Reaction {
  readonly appeared: readonly string[];
  /** Of these, what stands in the form, and what stands beside it. */
  readonly appearedInForm: readonly string[];
  readonly appearedBeside: readonly string[];
  readonly disappeared: readonly string[];
  readonly cleared: boolean;
  readonly navigated: boolean;
  /** The same page again, as a form without action and handler does it. */
  readonly reloaded: boolean;
  readonly fieldsChanged: boolean;
}

export function compareStates(before: PageState, after: PageState): Reaction {
  const [old, now] = [new Set(before.lines), new Set(after.lines)];
  const isNew = (line: string): boolean => !old.has(line) && ![...before.inForm, ...before.beside].includes(line);
  const filled = (state: PageState): number => state.values.filter((value) => value.trim() !== '').length;
  return {
    appeared: after.lines.filter((line) => !old.has(line)),
    appearedInForm: after.inForm.filter(isNew),
    appearedBeside: after.beside.filter(isNew),
    disappeared: before.lines.filter((line) => !now.has(line)),
    cleared: filled(after) < filled(before),
    reloaded: before.loadedAt !== after.loadedAt && pathOf(before.url) === pathOf(after.url),
    navigated: before.url.split('#')[0] !== after.url.split('#')[0],
    fieldsChanged: before.fields !== after.fields,
  };
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? url;
}

/** Does what stands beside the form change by itself, as slides of praise do? */
export function isRestless(before: PageState, after: PageState): boolean {
  return (
    before.beside.some((line) => !after.beside.includes(line)) &&
    after.beside.some((line) => !before.beside.includes(line))
  );
}

export function showsAnything({ appeared, disappeared, cleared, navigated, fieldsChanged }: Reaction): boolean {
  return appeared.length > 0 || disappeared.length > 0 || cleared || navigated || fieldsChanged;
}

export function soundsLikeThanks(lines: readonly string[]): string | null {
  return lines.find((line) => thanks(line) && !refuses(line)) ?? null;
}

function thanks(line: string): boolean {
  return sentencesOf(line).some((said) => patterns.thanks.test(said) && !patterns.noThanks.test(said));
}

/** "Thank you! Please check your inbox." refuses nothing, and "Thank you! Sadly, an error has occurred." does. */
function refuses(line: string): boolean {
  const isThanked = thanks(line);
  return sentencesOf(line).some((said) => patterns.error.test(said) && !(isThanked && patterns.afterThanks.test(said)));
}

function sentencesOf(line: string): string[] {
  return line.split(/(?<=[.!?…])\s+/u).map((said) => said.replace(/^[^\p{L}]+/u, ''));
}

/** What the form says to a press by which it sends nothing; that it is busy says nothing. */
function answersWith(lines: readonly string[]): string | null {
  const isBusy = (line: string): boolean => /(\.{3}|…)$/.test(line) || (line.length < 25 && patterns.send.test(line));
  return lines.find((line) => /\p{L}{2}/u.test(line) && line.length < 300 && !isBusy(line)) ?? null;
}

/** What the page answers to what was typed; null when it says nothing of it. */
export function refusalIn({ dialogs, reaction, restless }: Answered): string | null {
  const refusal = soundsLikeRefusal([...dialogs, ...reaction.appeared]);
  return refusal ?? answersWith([...reaction.appearedInForm, ...(restless ? [] : reaction.appearedBeside)]);
}

interface Answered {
  readonly dialogs: readonly string[];
  readonly reaction: Reaction;
  readonly restless: boolean;
}

export function soundsLikeRefusal(lines: readonly string[]): string | null {
  return lines.find((line) => line.length < 300 && refuses(line)) ?? null;
}
