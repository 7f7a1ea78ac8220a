import type { ShadowTree } from '../walking/shadow-tree.ts';
import type { GroupReader } from './box-groups.ts';
import type { FieldDraft } from './form-draft.ts';

/** What a visitor can see of a form. */
interface Sight {
  isSeen(element: Element): boolean;
  /** Styled check boxes hide the input and show their label; scripts hide a drop-down behind one of their own. */
  isOffered(field: Element): boolean;
}

export interface FieldReader {
  isSeen(element: Element): boolean;
  /** Marks the field, too. */
  readField(field: Element, key: string, said: string): FieldDraft;
}

/** Runs in the page and brings all it needs. */
export function makeCutReader({ tree }: { readonly tree: ShadowTree }): (element: Element) => boolean {
  /** Cut down to nothing by a box around it, as texts for screen readers and traps for robots are. */
  function isCutAway(element: Element): boolean {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    let opacity = 1;
    let position = '';
    for (let at: Element | null = element; at !== null && at !== document.body; at = tree.parentOf(at)) {
      const style = getComputedStyle(at);
      opacity *= Number(style.opacity);
      const clip = /rect\((.*)\)/
        .exec(style.clip)?.[1]
        ?.split(/,? /)
        .map((side) => Number.parseFloat(side));
      const [t = 0, r = 9, b = 9, l = 0] = clip ?? [];
      if (r - l <= 2 || b - t <= 2 || /inset\((50|100)%|circle\(0|polygon\(0(px)? 0(px)?, 0/.test(style.clipPath))
        return true;
      const holds = position !== 'absolute' || style.position !== 'static';
      if (holds && at !== element && style.display !== 'contents') {
        const edge = at.getBoundingClientRect();
        if (/hidden|clip/.test(style.overflowX))
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (/hidden|clip/.test(style.overflowY))
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      if (style.position === 'fixed') break;
      if (holds) position = style.position;
    }
    return opacity < 0.1 || right - left <= 2 || bottom - top <= 2;
  }

  return isCutAway;
}

interface SightNeeds {
  readonly tree: ShadowTree;
  readonly isCutAway: (element: Element) => boolean;
}

/** Runs in the page and brings all it needs. */
export function makeSight({ tree, isCutAway }: SightNeeds): Sight {
  function isSeen(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height, left, right, bottom } = element.getBoundingClientRect();
    const outside =
      right + scrollX <= 0 ||
      bottom + scrollY <= 0 ||
      left + scrollX >= Math.max(document.documentElement.scrollWidth, innerWidth);
    if (width <= 2 || height <= 2 || outside || isCutAway(element)) return false;
    return tree.closest(element, '[aria-hidden="true"], [inert]') === null;
  }

  /** Design kits draw the frame beside a date and show the browser's own picker only when it is touched. */
  function isFramedPicker(field: Element): boolean {
    if (!(field instanceof HTMLInputElement) || !/^(date|time|datetime-local|month|week)$/.test(field.type))
      return false;
    const [box, parent] = [field.getBoundingClientRect(), field.parentElement];
    const isOpen = field.checkVisibility({ visibilityProperty: true }) && box.width >= 40 && box.height >= 16;
    if (!isOpen || parent === null || !isSeen(parent)) return false;
    return [...parent.children].some((other) => {
      const { left, top, right, bottom } = other.getBoundingClientRect();
      const isOver = left <= box.left + 8 && right >= box.right - 8 && top <= box.top + 8 && bottom >= box.bottom - 8;
      return isOver && !other.matches('input, textarea, select, button') && isSeen(other);
    });
  }

  function isOffered(field: Element): boolean {
    if (isSeen(field) || isFramedPicker(field)) return true;
    if (field instanceof HTMLSelectElement) {
      const beside = [...(field.parentElement?.children ?? [])].filter((other) => other !== field && isSeen(other));
      return beside.some((other) =>
        /select|choices|dropdown|combobox|chosen|picker/i.test(`${other.className} ${other.role ?? ''}`),
      );
    }
    const isTick = field instanceof HTMLInputElement && /^(checkbox|radio|file)$/.test(field.type);
    if (!isTick || field.tabIndex < 0) return false;
    return [...(field.labels ?? [])].some(isSeen);
  }

  return { isSeen, isOffered };
}

interface ReaderNeeds {
  readonly sight: Sight;
  readonly groupOf: GroupReader;
}

/** Runs in the page and brings all it needs. */
export function makeFieldReader({ sight: { isSeen, isOffered }, groupOf }: ReaderNeeds): FieldReader {
  function typeOf(field: Element): string {
    const role = field.getAttribute('role') ?? '';
    const opensList = role === 'combobox' || /^(listbox|true)$/.test(field.getAttribute('aria-haspopup') ?? '');
    if (field instanceof HTMLInputElement) {
      const asksForText = /^(text|search)$/.test(field.type);
      return asksForText && (opensList || field.getAttribute('aria-autocomplete') === 'list') ? 'choice' : field.type;
    }
    if (field.matches('textarea, select')) return field.localName;
    if (role === 'switch') return 'checkbox';
    if (/^(checkbox|radio)$/.test(role)) return role;
    return opensList ? 'choice' : 'textarea';
  }

  function readField(field: Element, key: string, said: string): FieldDraft {
    field.setAttribute('data-touchlight', key);
    const type = typeOf(field);
    const label = said.slice(0, 200);
    const autocomplete = field.getAttribute('autocomplete') ?? '';
    const root = field.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : null;
    const name = field.getAttribute('name') ?? host?.getAttribute('name') ?? null;
    const own = ['name', 'id', 'placeholder', 'class', 'data-type'].map((each) => field.getAttribute(each) ?? '');
    const isRequired = (element: Element | null): boolean =>
      element !== null && (element.hasAttribute('required') || element.getAttribute('aria-required') === 'true');
    return {
      key,
      name,
      type,
      words: [label, autocomplete, name ?? '', ...own].join(' ').toLowerCase(),
      label: label === '' ? (name ?? type) : label,
      autocomplete,
      required: isRequired(field) || isRequired(host),
      seen: isOffered(field),
      group: groupOf(field),
    };
  }

  return { isSeen, readField };
}
