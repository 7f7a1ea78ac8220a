import type { FormDraft } from './form-draft.ts';

/** Of several forms on a page, those that its anchor names. */
export function under<Placed extends { readonly form: FormDraft }>(
  anchor: string | null,
  forms: readonly Placed[],
): Placed[] {
  return forms.filter(({ form }) => anchor === null || form.anchors.includes(anchor));
}

/** `callback` of `/#callback`; null where nothing is named, or where the part behind the `#` is a router's path. */
export function anchorOf(place: string | undefined): string | null {
  const [, anchor = ''] = /#([^/!].*)$/.exec(place ?? '') ?? [];
  if (anchor === '') return null;
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
