import type { ShadowTree } from '../walking/shadow-tree.ts';
import type { ChatFieldTest } from './chat-fields.ts';

/** Which elements make up the forms of the page. */
export interface FormFinder {
  forms(): Element[];
  fieldsOf(form: Element): Element[];
  submitTextOf(form: Element): string;
}

/** What else counts as a form. */
interface LooseForms {
  readonly looseForms: () => Element[];
}

interface FinderNeeds {
  readonly fieldSelector: string;
  readonly button: string;
  readonly tree: ShadowTree;
}

interface LooseNeeds extends Omit<FinderNeeds, 'fieldSelector'> {
  readonly isInChat: ChatFieldTest;
}

/** Runs in the page and brings all it needs. */
export function makeLooseForms({ button, tree, isInChat }: LooseNeeds): () => Element[] {
  const loosely = 'textarea, input[type="email"], input[type="tel"], input[type="text"], input:not([type])';

  /** An icon beside a field clears it or shows what is typed; what sends has a word to say so. */
  function canSend(element: Element): boolean {
    const said = `${element instanceof HTMLInputElement ? element.value : element.textContent}${element.getAttribute('aria-label') ?? ''}`;
    return element.matches('[type="submit"], [type="image"]') || /\p{L}{2}/u.test(said) || element.shadowRoot !== null;
  }

  function boxOf(field: Element): Element | null {
    let at = tree.parentOf(field);
    for (let up = 0; at !== null && at !== document.body && up < 10; up += 1) {
      if (tree.all(button, at).some(canSend)) return at;
      at = tree.parentOf(at);
    }
    return at === document.body && tree.all(button, at).some(canSend) ? at : null;
  }

  /** Fields outside any form that share a box with a button: a form to a visitor all the same. */
  function looseForms(): Element[] {
    const loose = tree.all(loosely).filter((field) => tree.closest(field, 'form') === null && !isInChat(field));
    const boxes = [...new Set(loose.map(boxOf).filter((box) => box !== null))];
    return (
      boxes
        .filter((box) => box !== document.body || tree.find('textarea, input[type="email"]', box) !== null)
        .filter((box) => tree.find('form', box) === null)
        .filter((box) => box !== document.body || boxes.length === 1)
        // A row with a button of its own belongs to the box around it.
        .filter((box) => !boxes.some((other) => other !== box && other !== document.body && tree.holds(other, box)))
    );
  }

  return looseForms;
}

/** Runs in the page and brings all it needs. */
export function makeFormFinder({ fieldSelector, button, tree, looseForms }: FinderNeeds & LooseForms): FormFinder {
  function fieldsOf(form: Element): Element[] {
    const elsewhere = form instanceof HTMLFormElement ? [...form.elements].filter((e) => !form.contains(e)) : [];
    const inside = tree.all(fieldSelector, form);
    return [...inside, ...elsewhere.filter((e) => e.matches(fieldSelector))]
      .filter((field) => !(field instanceof HTMLInputElement && /^(submit|button|image|reset)$/.test(field.type)))
      .filter((field) => !isOnlyDress(field, inside))
      .slice(0, 60);
  }

  /** What a script has put over a control that is read itself: the visible half of a drop-down or a check box. */
  function isOnlyDress(field: Element, all: readonly Element[]): boolean {
    if (field.matches('input, textarea, select')) return false;
    if (all.some((other) => other !== field && tree.holds(field, other))) return true;
    let at = field.parentElement;
    for (let up = 0; at !== null && up < 3 && !at.matches('form, fieldset'); up += 1) {
      const [native, ...others] = all.filter((other) => other !== field && at?.contains(other) === true);
      if (others.length > 0) return false;
      if (native?.matches('select, input[type="checkbox"], input[type="radio"]')) return true;
      at = at.parentElement;
    }
    return false;
  }

  function submitTextOf(form: Element): string {
    const buttons = tree.all(button, form);
    const submit =
      buttons.find((b) => b.matches('[type="submit"], [type="image"]')) ??
      buttons.findLast((b) => b.matches('button:not([type])')) ??
      buttons.at(-1);
    const text =
      submit instanceof HTMLInputElement
        ? submit.value
        : (submit?.textContent ?? submit?.getAttribute('aria-label') ?? '') || hostText(submit);
    return text.replace(/\s+/g, ' ').trim().slice(0, 80);
  }

  /** What stands between the tags of the custom element that a button is the inside of. */
  function hostText(inner: Element | undefined): string {
    const root = inner?.getRootNode();
    return root instanceof ShadowRoot ? (root.host.textContent ?? '') : '';
  }

  return { forms: () => [...tree.all('form'), ...looseForms()].slice(0, 20), fieldsOf, submitTextOf };
}
