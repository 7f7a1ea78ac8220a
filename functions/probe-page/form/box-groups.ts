import { patterns } from '../lexicon/index.ts';
import type { FieldDraft, FormDraft } from './form-draft.ts';
import { roleOf } from './purpose.ts';
import { isMarked } from './required.ts';

/** Which group of check boxes a field is one of. */
export type GroupReader = (field: Element) => FieldDraft['group'];

/** Runs in the page and brings all it needs. */
export function makeGroupReader(): GroupReader {
  /** The widest box around a check box in which there is nothing but check boxes, and more than one. */
  function boxAround(field: Element): Element | null {
    let box: Element | null = null;
    for (let at = field.parentElement; at !== null && at.localName !== 'form'; at = at.parentElement) {
      const inside = [...at.querySelectorAll('input:not([type="hidden"]), select, textarea, button')];
      if (inside.some((each) => !each.matches('[type="checkbox"]'))) break;
      if (inside.length > 1) box = at;
      if (at.matches('fieldset, [role="group"]')) break;
    }
    return box;
  }

  function groupOf(field: Element): FieldDraft['group'] {
    if (!(field instanceof HTMLInputElement) || field.type !== 'checkbox') return undefined;
    const box = boxAround(field);
    const named = [...(field.form?.elements ?? [])].filter(
      (each) => each instanceof HTMLInputElement && each.type === 'checkbox' && each.name === field.name,
    );
    const first = named.length > 1 && field.name !== '' ? named[0] : box?.querySelector('[type="checkbox"]');
    if (first == null) return undefined;
    const before = box?.previousElementSibling;
    const caption = before?.querySelector('input, select, textarea') === null ? before.textContent : '';
    const says = `${box?.textContent ?? ''} ${box?.getAttribute('aria-label') ?? ''} ${caption ?? ''}`;
    const marked = says.includes('*') || box?.matches('[aria-required="true"], [class*="required" i]') === true;
    return { key: first.getAttribute('data-touchlight') ?? '', marked };
  }

  return groupOf;
}

/** The first of each group of check boxes, where one has to be ticked and nobody agrees to anything by it. */
export function picksOf({ fields }: FormDraft, isAsked: boolean): ReadonlySet<string> {
  const boxes = fields.filter(({ seen, group }) => seen && group !== undefined);
  const groups = [...Map.groupBy(boxes, ({ group }) => group?.key).values()];
  const free = groups.filter((group) =>
    group.every((box) => roleOf(box) !== 'consent' && !patterns.newsletter.test(box.words) && !isMarked(box)),
  );
  return new Set(
    free
      .filter((group) => group.length > 1 && (isAsked || group.some((box) => box.group?.marked)))
      .flatMap(([first]) => first?.key ?? []),
  );
}
