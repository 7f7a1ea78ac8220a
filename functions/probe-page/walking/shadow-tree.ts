/**
 * The page as a visitor sees it: what stands in open shadow trees is part of it. A selector matches within one tree, so it must
 * not reach across a shadow boundary.
 */
export interface ShadowTree {
  /** The document and its open shadow trees. */
  roots(): (Document | ShadowRoot)[];
  /** Every match below `root`, the nearest tree first; `root` itself excluded. */
  all(selector: string, root?: Document | Element | ShadowRoot): Element[];
  find(selector: string, root?: Document | Element | ShadowRoot): Element | null;
  /**
   * The parent, or the host of the shadow tree that it stands in. A form's field may be called parentElement, and then stands
   * in the place of the form's own parent, for ever round and round: so it is asked of the prototype.
   */
  parentOf(element: Element): Element | null;
  /** Like `Element.closest`, out of shadow trees, too. */
  closest(element: Element, selector: string): Element | null;
  /** Like `Node.contains`, into shadow trees, too. */
  holds(outer: Element, inner: Element): boolean;
}

/** Runs in the page and brings all it needs. */
export function makeShadowTree(): ShadowTree {
  const mostHosts = 2_000;

  /** The roots of all open shadow trees below. Most pages have none, and then only custom elements have been looked at. */
  function rootsBelow(root: Document | Element | ShadowRoot): ShadowRoot[] {
    const hosts = [...root.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot !== null).slice(0, mostHosts);
    const own = root instanceof Element && root.shadowRoot !== null ? [root.shadowRoot] : [];
    const roots = [...own, ...hosts.flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots.flatMap((inner) => [inner, ...rootsBelow(inner)]);
  }

  function roots(): (Document | ShadowRoot)[] {
    return [document, ...rootsBelow(document)];
  }

  function all(selector: string, root: Document | Element | ShadowRoot = document): Element[] {
    return [root, ...rootsBelow(root)].flatMap((each) => [...each.querySelectorAll(selector)]);
  }

  function find(selector: string, root: Document | Element | ShadowRoot = document): Element | null {
    return root.querySelector(selector) ?? all(selector, root)[0] ?? null;
  }

  const { parentElement } = Object.getOwnPropertyDescriptors(Node.prototype);
  const { assignedSlot } = Object.getOwnPropertyDescriptors(Element.prototype);

  function parentOf(element: Element): Element | null {
    return assignedSlot.get?.call(element) ?? parentElement.get?.call(element) ?? hostOf(element);
  }

  function hostOf(element: Element): Element | null {
    const root = Node.prototype.getRootNode.call(element);
    return root instanceof ShadowRoot ? root.host : null;
  }

  function closest(element: Element, selector: string): Element | null {
    for (let at: Element | null = element; at !== null; at = hostOf(at)) {
      const found = at.closest(selector);
      if (found !== null) return found;
    }
    return null;
  }

  function holds(outer: Element, inner: Element): boolean {
    for (let at: Element | null = inner; at !== null; at = hostOf(at)) if (outer.contains(at)) return true;
    return false;
  }

  return { roots, all, find, parentOf, closest, holds };
}
