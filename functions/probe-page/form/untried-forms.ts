import type { Statement } from '../../../shared/model/finding.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';
import { pageOf } from '../walking/contact-links.ts';
import type { FormDraft } from './form-draft.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { purposeOf } from './purpose.ts';
import { withAdvice } from './with-advice.ts';

const mostNamed = 2;

interface Surroundings {
  /** The page under test. */
  readonly url: string;
  /** Where the forms stand that the file names: `/contact`, `/#callback`. */
  readonly named: readonly string[];
}

/** Says which forms that customers write through were seen and not tried; null where there is none that the file does not name. */
export function untriedForms(
  found: readonly PlacedForm[],
  tried: readonly PlacedForm[],
  { url, named }: Surroundings,
): Statement | null {
  const known = new Set(tried.map(({ form }) => likenessOf(form)));
  const forms = found.map(({ form }) => form).filter((form) => isForCustomers(form, url));
  const untried = forms.filter((form) => {
    const likeness = likenessOf(form);
    if (known.has(likeness)) return false;
    // One that stands on every page is one.
    known.add(likeness);
    return !named.some((place) => isAt(form, place, url));
  });
  if (untried.length === 0) return null;
  const places = untried.slice(0, mostNamed).map((form) => ({
    title: titleOf(form),
    page: pathOf(form.page),
    key: keyOf(form, [...forms, ...tried.map((each) => each.form)]),
  }));
  return sayForm('form/untried', { forms: places, more: untried.length - places.length });
}

/** A form that works says beside it which others nobody has tried. Whose page is configured was asked for alone. */
export function adviseOn(result: Measured, advice: Statement | null, options: { page?: string | undefined }): Measured {
  return advice === null || options.page !== undefined ? result : withAdvice(result, advice);
}

function isForCustomers(form: FormDraft, url: string): boolean {
  const isOurs = URL.parse(form.page)?.host === new URL(url).host;
  return isOurs && form.seen && /^(contact|booking|order)$/.test(purposeOf(form));
}

function likenessOf(form: FormDraft): string {
  return JSON.stringify([titleOf(form), form.fields.map(({ name, type, label }) => [name, type, label])]);
}

function titleOf({ heading, submitText }: FormDraft): string | null {
  const title = shorten(oneLine(heading.trim() || submitText.trim()), 80);
  return title === '' ? null : title;
}

function pathOf(page: string): string {
  const { pathname, search } = new URL(page);
  return `${pathname}${search}`;
}

function isAt(form: FormDraft, place: string, url: string): boolean {
  const there = new URL(place, url);
  const bare = (address: string): string => pageOf(address).replace(/\/$/, '');
  const anchor = there.hash.slice(1);
  return bare(there.href) === bare(form.page) && (anchor === '' || form.anchors.includes(anchor));
}

/** As the file names it: by its page, or by an anchor where others stand on the page; null where nothing names it. */
function keyOf(form: FormDraft, forms: readonly FormDraft[]): string | null {
  const path = pathOf(form.page);
  if (!/^\/(?!\/)[^\s@]*$/.test(path)) return null;
  const others = forms.filter((other) => other.key !== form.key && pageOf(other.page) === pageOf(form.page));
  if (others.length === 0) return `form:${path}`;
  const isItsOwn = (name: string): boolean =>
    /^[\w-]{1,60}$/.test(name) && others.every((o) => !o.anchors.includes(name));
  const anchor = form.anchors.find(isItsOwn);
  return anchor === undefined ? null : `form:${path}#${anchor}`;
}
