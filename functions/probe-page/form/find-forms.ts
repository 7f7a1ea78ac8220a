import type { Frame } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { isFile, isSameSite, pageOf, rankContactLink } from '../contacts/contact-links.ts';
import { dismissOverlays, waitOutCurtain } from '../contacts/overlays.ts';
import { readScreen, type SeenLink } from '../contacts/screen.ts';
import { type FormDraft, readForms } from './drafts.ts';
import { mainForm, purposeOf } from './purpose.ts';

export interface PlacedForm {
  readonly form: FormDraft;
  readonly frame: Frame;
  readonly clicks: number;
}

const pageTimeoutMs = 8_000;
const lateResourcesMs = 1_500;
const mostPages = 5;

/** Words of links that promise a form, beside those of contact pages. */
const formWords =
  /(?<!\p{L})(book|reserv|appointment|schedule|quote|order|request|enquir|inquir|callback|feedback|termin|buch|anfrag|angebot|bestell|reserva|cita|presupuesto|pedido|rendez-?vous|réserv|devis|commande|umów|rezerw|zamów|wycen|randevu|rezervasyon|teklif|sipariş|запис|заяв|заказ|брон|расч[её]т|рассчит|отзыв|замов|розрах|відгук)/iu;

/** Opens a page of the form visit and makes it ready to be looked at. False when there is no page. */
export async function openFormPage({ page }: Visit, url: string, signal: AbortSignal): Promise<boolean> {
  const response = await withinDeadline(
    page.goto(url, { waitUntil: 'domcontentloaded', timeout: pageTimeoutMs }).catch(() => null),
    signal,
  );
  if (response === null || response.status() >= 400) return false;
  await withinDeadline(
    page.waitForLoadState('load', { timeout: lateResourcesMs }).catch(() => {}),
    signal,
  );
  await waitOutCurtain(page, signal);
  await dismissOverlays(page, signal);
  return true;
}

/** The forms of the page as it stands, those in its frames included. */
export async function formsHere(visit: Visit, clicks: number, signal: AbortSignal): Promise<PlacedForm[]> {
  const forms: PlacedForm[] = [];
  for (const frame of visit.page.frames()) {
    if (frame.isDetached() || !(await isVisibleFrame(frame, signal))) continue;
    const drafts = await withinDeadline(
      frame.evaluate(readForms).catch(() => []),
      signal,
    );
    forms.push(...drafts.map((form) => ({ form, frame, clicks })));
  }
  return forms;
}

async function isVisibleFrame(frame: Frame, signal: AbortSignal): Promise<boolean> {
  if (frame.parentFrame() === null) return true;
  const isVisible = async (): Promise<boolean> => {
    const element = await frame.frameElement();
    const box = await element.boundingBox();
    return box !== null && box.width > 100 && box.height > 60;
  };
  return withinDeadline(
    isVisible().catch(() => false),
    signal,
  );
}

/**
 * Looks for the form that a customer writes through: on the page under test, then where its links promise one.
 * @param configured the page that is said to hold the form; then no other is looked at
 */
export async function findForms(
  visit: Visit,
  configured: string | undefined,
  signal: AbortSignal,
): Promise<PlacedForm[]> {
  const start = new URL(configured ?? visit.url, visit.url).href;
  if (!(await openFormPage(visit, start, signal))) return [];
  const found = await formsHere(visit, 0, signal);
  if (configured !== undefined || hasMain(found)) return found;
  const screen = await withinDeadline(visit.page.evaluate(readScreen, { iconsFailed: true, budgetMs: 1_500 }), signal);
  for (const url of formPages(screen.links, screen.url).slice(0, mostPages)) {
    if (!(await openFormPage(visit, url, signal))) continue;
    found.push(...(await formsHere(visit, 1, signal)));
    if (hasMain(found)) break;
  }
  return found;
}

function hasMain(found: readonly PlacedForm[]): boolean {
  const main = mainForm(found.map(({ form }) => form));
  return main !== null && /^(contact|booking|order|comment)$/.test(purposeOf(main));
}

/** Contact pages first, then pages that promise a form, then the rest of the site's own pages. */
function formPages(links: readonly SeenLink[], here: string): string[] {
  const best = new Map<string, number>();
  for (const link of links) {
    const url = pageOf(link.url);
    if (
      !isSameSite(url, here) ||
      url === pageOf(here) ||
      isFile(url) ||
      /privacy|impressum|imprint|datenschutz|policy|terms|agb|cookie|log-?in|sign-?in/i.test(url)
    )
      continue;
    const contact = rankContactLink(link);
    const promises = formWords.test(link.text) ? 1 : 2;
    const rank = (contact === 'contact' ? 0 : promises) + (link.seen ? 0 : 0.5);
    best.set(url, Math.min(rank, best.get(url) ?? 9));
  }
  return [...best].toSorted((a, b) => a[1] - b[1]).map(([url]) => url);
}
