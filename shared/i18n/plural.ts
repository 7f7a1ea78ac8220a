/** A noun in the forms that a language counts with: English `one` and `other`, Ukrainian and Russian `one`, `few`, `many` too. */
export type PluralForms = Partial<Readonly<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `1 hour`, `2 hours`; `1 година`, `2 години`, `5 годин`. */
export function counted(locale: string, n: number, forms: PluralForms): string {
  return `${n} ${forms[new Intl.PluralRules(locale).select(n)] ?? forms.other}`;
}

export interface DurationForms {
  readonly minute: PluralForms;
  readonly hour: PluralForms;
  readonly day: PluralForms;
}

/** A span of time in the largest unit that does not pretend precision: `45 minutes`, `26 hours`, `3 days`. */
export function duration(locale: string, ms: number, forms: DurationForms): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return counted(locale, minutes, forms.minute);
  const hours = Math.round(minutes / 60);
  return hours < 72 ? counted(locale, hours, forms.hour) : counted(locale, Math.round(hours / 24), forms.day);
}
