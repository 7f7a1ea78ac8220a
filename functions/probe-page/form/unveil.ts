import type { Frame } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { evaluateInTree } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';
import { isHiddenTrap } from './fill.ts';
import type { FormDraft } from './form-draft.ts';

/** By then a script has seen that the field is on the screen. */
const noticedMs = 150;
const fadeInMs = 900;
const pollMs = 100;
const mostScrolls = 12;

/** Fields that fade in when they are scrolled to are there for a visitor, who scrolls: they count as seen, also if they fade out again. */
export async function unveil(frame: Frame, form: FormDraft, signal: AbortSignal): Promise<FormDraft> {
  const unseen = form.fields.filter((field) => !field.seen && !isHiddenTrap(field, form));
  if (unseen.length === 0) return form;
  const keys = unseen.map(({ key }) => key);
  const veiled = await withinDeadline(
    evaluateInTree(frame, veiledHere, { keys }).catch((): string[] => []),
    signal,
  );
  const seen = new Set<string>();
  const rest = (ms: number): Promise<void> => withinDeadline(new Promise((resolve) => setTimeout(resolve, ms)), signal);
  const note = async (): Promise<void> => {
    const still = await withinDeadline(
      evaluateInTree(frame, veiledHere, { keys: veiled }).catch(() => veiled),
      signal,
    );
    for (const key of veiled) if (!still.includes(key)) seen.add(key);
  };
  for (const key of veiled.slice(0, mostScrolls)) {
    if (seen.has(key)) continue;
    await withinDeadline(
      evaluateInTree(frame, scrollTo, { key }).catch(() => {}),
      signal,
    );
    await rest(noticedMs);
    await note();
  }
  for (let waitedMs = 0; waitedMs < fadeInMs && seen.size < veiled.length && veiled.length > 0; waitedMs += pollMs) {
    await rest(pollMs);
    await note();
  }
  if (seen.size === 0) return form;
  return { ...form, fields: form.fields.map((field) => (seen.has(field.key) ? { ...field, seen: true } : field)) };
}

/** Runs in the page: those that would be seen if they, or what they stand in, were not wholly transparent. */
function veiledHere({ keys, tree }: { readonly keys: readonly string[]; readonly tree: ShadowTree }): string[] {
  return keys.filter((key) => {
    const field = tree.find(`[data-touchlight="${key}"]`);
    if (field === null || !field.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = field.getBoundingClientRect();
    return width > 2 && height > 2 && !field.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  });
}

/** Runs in the page. */
function scrollTo({ key, tree }: { readonly key: string; readonly tree: ShadowTree }): void {
  tree.find(`[data-touchlight="${key}"]`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
}
