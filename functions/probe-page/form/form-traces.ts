import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { patterns } from '../lexicon/index.ts';
import { type IntoPage, intoPage } from '../lexicon/into-page.ts';
import { isForeignFrame } from '../walking/foreign-frames.ts';
import { treeKit } from '../walking/in-tree.ts';
import type { ShadowTree } from '../walking/shadow-tree.ts';

/** What says that there may be a form that was not seen; null where nothing does. */
export interface FormTraces {
  /** The host of another company's form that did not appear. */
  readonly service: string | null;
  /** What stands in a form's place until a visitor consents. */
  readonly consent: string | null;
  /** An element named after a form that keeps its inside closed. */
  readonly closedElement: string | null;
  /** The host of a frame that did not answer. */
  readonly silentFrame: string | null;
  /** What stands where a form was still to come, after it has been waited for. */
  readonly announced: string | null;
}

export const noTraces: FormTraces = {
  service: null,
  consent: null,
  closedElement: null,
  silentFrame: null,
  announced: null,
};

export function joinTraces(a: FormTraces, b: FormTraces): FormTraces {
  return {
    service: a.service ?? b.service,
    consent: a.consent ?? b.consent,
    closedElement: a.closedElement ?? b.closedElement,
    silentFrame: a.silentFrame ?? b.silentFrame,
    announced: a.announced ?? b.announced,
  };
}

const framePatienceMs = 1_500;

/** Looks for traces of forms on the page as it stands, where no form was seen. */
export async function formTraces(visit: Visit, signal: AbortSignal): Promise<FormTraces> {
  const { page } = visit;
  const unlocks = intoPage(new RegExp(`${patterns.accept.source}|${patterns.loadForm.source}`, 'iu'));
  const words = { service: intoPage(patterns.formService), consent: intoPage(patterns.cookieLayer), unlocks };
  const service = await withinDeadline(treeKit.evaluate(page, serviceIn, words), signal);
  const parts = await withinDeadline(treeKit.evaluate(page, partsIn, words), signal);
  return { ...noTraces, service, ...parts, silentFrame: await silentFrame(visit, signal) };
}

async function silentFrame({ page }: Visit, signal: AbortSignal): Promise<string | null> {
  for (const frame of page
    .frames()
    .filter((each) => each.parentFrame() !== null)
    .slice(0, 12)) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(framePatienceMs)]);
    const look = async (): Promise<string | null> => {
      const element = await frame.frameElement();
      const box = await element.boundingBox();
      const url = URL.parse((await element.getAttribute('src')) ?? '', page.url());
      if (box === null || box.width < 200 || box.height < 100 || url === null || !/^https?:/.test(url.protocol))
        return null;
      if (isForeignFrame(url)) return null;
      const answers =
        !frame.url().startsWith('chrome-error:') && (await frame.evaluate('document.readyState')) !== 'loading';
      return answers ? null : url.host;
    };
    const host = await withinDeadline(look(), limit).catch(() => URL.parse(frame.url())?.host ?? null);
    signal.throwIfAborted();
    if (host !== null && host !== '') return host;
  }
  return null;
}

interface TraceWords {
  readonly tree: ShadowTree;
  readonly service: IntoPage;
  readonly consent: IntoPage;
  readonly unlocks: IntoPage;
}

/** Runs in the page. */
function serviceIn({ tree, service: words }: TraceWords): string | null {
  const service = new RegExp(words.source, words.flags);
  for (const element of tree.all('script, iframe, div, form, section')) {
    const isScript = element.localName === 'script';
    const src = element.getAttribute('src') ?? element.getAttribute('data-src') ?? '';
    const inline = isScript && src === '' ? (element.textContent ?? '').slice(0, 4_000) : '';
    const names = isScript
      ? ''
      : `${element.id} ${element.getAttribute('class') ?? ''} ${element.getAttributeNames().join(' ')}`;
    const said = service.exec(`${src} ${names} ${inline}`)?.[0];
    if (said !== undefined)
      return URL.parse(src, document.baseURI)?.host === location.host || src === ''
        ? said
        : (URL.parse(src)?.host ?? said);
  }
  return null;
}

/** Runs in the page. */
function partsIn({ tree, ...words }: TraceWords): Pick<FormTraces, 'consent' | 'closedElement'> {
  const [consent, unlocks] = [words.consent, words.unlocks].map(({ source, flags }) => new RegExp(source, flags));
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  /** A box that speaks of a form and of consent stands in the form's place. */
  function placeholderHere(): string | null {
    const box = tree.all('div, p, section, figure').find((element) => {
      const text = element instanceof HTMLElement ? element.innerText.trim() : '';
      if (text.length < 20 || text.length > 400 || !isShown(element)) return false;
      const speaksOfForm = /form(?!at|al)|анкет|форм[аиуы]/i.test(text);
      const isPlaceholder = tree.find('input, textarea', element) === null && element.closest('form, footer') === null;
      return isPlaceholder && speaksOfForm && consent?.test(text) === true && unlocks?.test(text) === true;
    });
    return box instanceof HTMLElement ? box.innerText.trim().replace(/\s+/g, ' ').slice(0, 80) : null;
  }

  function closedHere(): string | null {
    const closed = tree.all('*').find((element) => {
      if (!element.localName.includes('-') || element.shadowRoot !== null || !isShown(element)) return false;
      const names = `${element.localName} ${element.id} ${element.getAttribute('class') ?? ''}`;
      const { width, height } = element.getBoundingClientRect();
      const isEmpty =
        tree.find('input, textarea, iframe', element) === null && (element.textContent ?? '').trim().length < 40;
      const isKnown = customElements.get(element.localName) !== undefined;
      return (
        /form|contact|callback|feedback|lead/i.test(names) && isEmpty && (!isKnown || (width > 100 && height > 60))
      );
    });
    return closed?.localName ?? null;
  }

  return { consent: placeholderHere(), closedElement: closedHere() };
}
