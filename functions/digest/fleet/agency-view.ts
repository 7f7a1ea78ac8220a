import type { Language } from '../../../shared/model/business.ts';
import type { Light } from '../../../shared/model/light.ts';

/** The agency's mail, worded. */
export interface AgencyView {
  readonly language: Language;
  readonly subject: string;
  readonly agency: string;
  readonly period: string;
  readonly verdict: string;
  readonly light: Light;
  readonly note: string | null;
  readonly sections: readonly AgencySection[];
  readonly small: string;
}

export interface AgencySection {
  readonly heading: string;
  readonly lines: readonly { readonly light: Light; readonly name: string; readonly says: string | null }[];
  readonly more: string | null;
}
