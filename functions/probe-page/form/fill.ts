import type { Frame, Locator } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { evaluateInTree } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';
import { attachmentFor } from './attachment.ts';
import { picksOf } from './box-groups.ts';
import { choose, chooseWhenOffered, pickFromPopUp, tick } from './choose.ts';
import { announcesItsBeginning, type Displaced, displacedIn } from './displaced.ts';
import type { FieldDraft, FormDraft } from './form-draft.ts';
import { type Role, roleOf } from './purpose.ts';
import { isMarked } from './required.ts';
import { alternativesFor, birthday, type Typing, valueFor } from './typing.ts';

export interface Filled {
  readonly field: FieldDraft;
  readonly role: Role;
  /** The value as it stands in the field afterwards; null when nothing could be put in. */
  readonly value: string | null;
  /** What a mask made of the number as most people write it, where it cannot be left so; absent where it can. */
  readonly displaced?: Displaced;
}

/** How a form is filled in. */
export interface Filling {
  readonly typing: Typing;
  /** Fields that have been filled in before, by key. */
  readonly skip: ReadonlySet<string>;
  /** What a visitor may leave out is filled in, too. */
  readonly thorough: boolean;
}

/** A field that cannot be typed into by then is covered or disabled; a busy host takes a second. */
const patienceMs = 3_000;
const lastKeys = 4;
const keysPatienceMs = 6_000;

/** Names that only robots' traps have, also when the trap is not hidden well. */
const trapWords = /honey|(^|[\s_-])(hp|url|website|homepage|fax)([\s_-]|$)/;
const hiddenTrapWords = /trap|gotcha|(^|[\s_-])(bots?|robots?|spam)([\s_-]|$)/;

/** A trap for robots: it is hidden from people in a form that they see, and called as such traps are. */
export function isHiddenTrap({ seen, type, words }: FieldDraft, form: Pick<FormDraft, 'seen'>): boolean {
  if (seen || !form.seen || !/^(text|url|email|tel|search|textarea|checkbox|number)$/.test(type)) return false;
  return trapWords.test(words) || hiddenTrapWords.test(words) || patterns.leaveEmpty.test(words);
}

/**
 * Fills the fields that a visitor would: what is seen and has a role, is required or is chosen from a list. Where nothing is
 * marked as required, a script may want everything.
 */
export async function fillForm(
  frame: Frame,
  form: FormDraft,
  { typing, skip, thorough }: Filling,
  signal: AbortSignal,
): Promise<Filled[]> {
  const filled: Filled[] = [];
  const wantsAll = thorough || !form.fields.some(isMarked);
  const groups = new Set<string>();
  const picks = picksOf(form, thorough && patterns.tickOne.test(typing.refusal));
  for (const field of form.fields) {
    // Nobody types into a slider that says "slide if you are human".
    const isTrap = field.type !== 'range' && patterns.leaveEmpty.test(field.words);
    if (!field.seen || skip.has(field.key) || isTrap) continue;
    if (field.type === 'radio' && groups.has(field.name ?? field.key)) continue;
    groups.add(field.name ?? field.key);
    const role = roleOf(field);
    const isPick = picks.has(field.key);
    const isText = /^(text|url|number|search|textarea)$/.test(field.type);
    const given = typing.given(field);
    const isIdle = role === 'other' && isText && !isMarked(field) && (!wantsAll || trapWords.test(field.words));
    const isSpare = field.type === 'file' && !isMarked(field) && !thorough;
    const isUncalled = role === 'phone' && typing.leavesOutPhone && !isMarked(field) && !thorough;
    if (((isIdle || isUncalled) && given === null) || isSpare) continue;
    const values = given === null ? valuesFor(role, field, typing) : [given];
    const how = { role, given: given !== null, thorough, isPick };
    const displaced: Displaced[] = [];
    const value = await withinDeadline(fillField(frame, field, values, { ...how, displaced }), signal);
    filled.push({ field, role, value, ...(displaced[0] !== undefined && { displaced: displaced[0] }) });
  }
  return filled;
}

/** In the order of preference. */
function valuesFor(role: Role, field: FieldDraft, typing: Typing): readonly string[] {
  if (role === 'phone') return typing.phoneForms;
  const usual = valueFor(role, field, typing);
  return role === 'other' ? [usual, ...alternativesFor(field.type, typing)] : [usual];
}

/** What of it can be told again in a request. */
export function typedValues(filled: readonly Filled[]): string[] {
  const texts = filled.filter(({ role, value }) => role !== 'consent' && value !== null && value.length >= 6);
  return texts
    .filter(({ field }) => !/^(checkbox|radio|select|date|time|datetime-local|range|color)$/.test(field.type))
    .flatMap(({ value }) => value ?? []);
}

async function fillDay(control: Locator, day: string): Promise<string> {
  await control.fill(day, { timeout: patienceMs });
  return day;
}

interface How {
  readonly role: Role;
  readonly given: boolean;
  readonly thorough: boolean;
  /** It stands for its group of check boxes. */
  readonly isPick: boolean;
  /** Filled with what a mask made of a number. */
  readonly displaced: Displaced[];
}

/** @param values in the order of preference; the first that the field takes as it is stays */
async function fillField(
  frame: Frame,
  field: FieldDraft,
  values: readonly string[],
  { role, given, thorough, isPick, displaced }: How,
): Promise<string | null> {
  const control = frame.locator(`[data-touchlight="${field.key}"]`);
  try {
    switch (field.type) {
      case 'checkbox':
        if (role !== 'consent' && !isMarked(field) && !isPick) return null;
        return await tick(frame, field.key);
      case 'radio':
        return await tick(frame, field.key);
      case 'select':
        if (given) return (await control.selectOption(values[0] ?? '', { timeout: patienceMs }))[0] ?? null;
        return isMarked(field) ? await chooseWhenOffered(frame, field.key, thorough) : await choose(frame, field.key);
      case 'choice':
        return await pickFromPopUp(frame, field.key);
      case 'date':
      case 'time':
      case 'datetime-local':
      case 'month':
      case 'week':
      case 'range':
      case 'color':
        if (!given && !(field.type === 'date' && patterns.birth.test(field.words)))
          return await choose(frame, field.key, thorough);
        if (!given) return await fillDay(control, birthday);
        await control.fill(values[0] ?? '', { timeout: patienceMs });
        return values[0] ?? null;
      case 'file': {
        const attachment = attachmentFor((await control.getAttribute('accept', { timeout: patienceMs })) ?? '');
        await control.setInputFiles(attachment, { timeout: patienceMs });
        return attachment.name;
      }
      default:
        return await typeInto(frame, control, field, { values, displaced });
    }
  } catch {
    return null; // covered, disabled or replaced meanwhile; the form's own validation will say whether it matters
  }
}

/** Key by key, because masks and buttons listen for keys; at once where no way to write it comes out whole. */
async function typeInto(
  frame: Frame,
  control: Locator,
  { key, words }: FieldDraft,
  { values, displaced }: Pick<How, 'displaced'> & { readonly values: readonly string[] },
): Promise<string | null> {
  const read = (): Promise<FieldState> => evaluateInTree(frame, readField, { key });
  const before = await read();
  // A calendar that fills it in, mostly.
  if (before.readOnly) return pickFromPopUp(frame, key);
  const takes = async (value: string): Promise<string | null> => {
    const taken = await read();
    const isWhole = taken.value !== '' && taken.value.replace(/\D/g, '').endsWith(lastDigits(value));
    return taken.valid && isWhole && (taken.value.length >= value.length || lastDigits(value) !== '')
      ? taken.value
      : null;
  };
  for (const value of values) {
    await control.fill('', { timeout: patienceMs });
    await control.focus({ timeout: patienceMs });
    // A number goes through a mask key by key; of words, the last keys are heard as well as all of them.
    const keys = lastDigits(value) === '' ? Math.min(value.length, lastKeys) : value.length;
    if (keys < value.length) await frame.page().keyboard.insertText(value.slice(0, -keys));
    await control.pressSequentially(value.slice(-keys), { timeout: keysPatienceMs });
    const typed = await takes(value);
    if (typed !== null) return typed;
    const left = announcesItsBeginning(before.value, words) ? null : displacedIn(value, (await read()).value);
    if (left !== null) displaced.push(left);
  }
  for (const value of values) {
    await control.fill(value, { timeout: patienceMs });
    const filled = await takes(value);
    if (filled !== null) return filled;
  }
  await control.fill(values[0] ?? '', { timeout: patienceMs });
  return (await read()).value;
}

/** A mask may rewrite a number, but it must not cut it. */
function lastDigits(value: string): string {
  return /^[+\d\s().-]+$/.test(value) ? value.replace(/\D/g, '').slice(-7) : '';
}

interface FieldState {
  readonly value: string;
  readonly valid: boolean;
  readonly readOnly: boolean;
}

/** Runs in the page. */
function readField({ key, tree }: { readonly key: string; readonly tree: ShadowTree }): FieldState {
  const element = tree.find(`[data-touchlight="${key}"]`);
  if (element === null) throw new Error('The field has gone.');
  const readOnly = element.hasAttribute('readonly');
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? { value: element.value, valid: element.validity.valid, readOnly }
    : { value: element.textContent ?? '', valid: true, readOnly };
}
