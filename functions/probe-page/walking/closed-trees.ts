import type { Page } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { treeKit } from './in-tree.ts';
import type { ShadowTree } from './shadow-tree.ts';

const mostTurns = 3;
const patienceMs = 2_000;

/**
 * A component may keep scripts out of its shadow tree; a visitor sees what stands there as anything else. Its host is given the
 * tree as an open one has it, so that it is read and pressed like the rest of the page.
 */
export async function openClosedTrees({ page }: Visit, signal: AbortSignal): Promise<void> {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    const hosts = await withinDeadline(treeKit.evaluate(page, markHosts, {}), signal);
    if (hosts === 0) return;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
    const opened = await withinDeadline(openMarked(page), limit).catch(() => 0); // without it the page is read as before
    signal.throwIfAborted();
    if (opened === 0) return;
  }
}

/** Runs in the page. @returns how many parts show something although nothing stands in them that scripts can see */
function markHosts({ tree }: { readonly tree: ShadowTree }): number {
  const mostHosts = 20;
  const mayBeHost = (element: Element): boolean => {
    const isWidget =
      element.localName.includes('-') || (element.parentElement === document.body && element.matches('div'));
    if (!isWidget || element.shadowRoot !== null || element.hasAttribute('data-touchlight-closed')) return false;
    if (element.childElementCount > 0 || (element.textContent ?? '').trim() !== '') return false;
    const { width, height } = element.getBoundingClientRect();
    return width >= 20 && height >= 10 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const hosts = tree.all('*').filter(mayBeHost).slice(0, mostHosts);
  for (const host of hosts) host.setAttribute('data-touchlight-closed', 'now');
  return hosts.length;
}

/** @returns how many of the marked parts had a closed tree */
async function openMarked(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const closed = closedBelow(root);
    for (const backendNodeId of closed) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      if (object.objectId === undefined) continue;
      await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId,
        functionDeclaration: String(giveToHost),
      });
    }
    return closed.length;
  } finally {
    await session.detach();
  }
}

/** Of the protocol's nodes, what is asked here. */
interface ProtocolNode {
  readonly backendNodeId: number;
  readonly attributes?: string[];
  readonly children?: ProtocolNode[];
  readonly shadowRoots?: ProtocolNode[];
  readonly shadowRootType?: string;
}

function closedBelow(node: ProtocolNode): number[] {
  const isMarked = node.attributes?.includes('data-touchlight-closed') === true;
  const roots = node.shadowRoots ?? [];
  const own = isMarked ? roots.filter(({ shadowRootType }) => shadowRootType === 'closed') : [];
  const below = [...(node.children ?? []), ...roots].flatMap(closedBelow);
  return [...own.map(({ backendNodeId }) => backendNodeId), ...below];
}

/** Runs in the page, as a method of the tree. */
function giveToHost(this: ShadowRoot): void {
  Object.defineProperty(this.host, 'shadowRoot', { value: this, configurable: true });
}
