/** One control of a form, as the page offers it. */
export interface FieldDraft {
  /** Finds it again in its frame: the value of its `data-touchlight` attribute. */
  readonly key: string;
  readonly name: string | null;
  /** `select`, `textarea`, the type of an input, or `choice`: a drop-down that a script has made. */
  readonly type: string;
  /** Everything the page says about it: label, placeholder, name, id, autocomplete; in lower case. */
  readonly words: string;
  /** What a visitor reads: label or placeholder. */
  readonly label: string;
  readonly autocomplete: string;
  readonly required: boolean;
  /** A visitor can see and fill it; what cannot be seen is no visitor's business (and may be a trap for robots). */
  readonly seen: boolean;
  /** Of a check box beside others of its kind: which group it is one of, and whether the page marks it as required. */
  readonly group?: { readonly key: string; readonly marked: boolean } | undefined;
}

/** A form as it stands in the page, before anybody judges what it is for. */
export interface FormDraft {
  readonly key: string;
  readonly page: string;
  readonly seen: boolean;
  /** The action attribute as written; null when there is none. */
  readonly action: string | null;
  readonly actionUrl: string;
  readonly method: string;
  readonly target: string;
  readonly words: string;
  /** Ids that an address may name it by: its own, of what it stands in, of what it holds, and of what stands just before it. */
  readonly anchors: readonly string[];
  readonly heading: string;
  readonly submitText: string;
  readonly fields: readonly FieldDraft[];
  readonly captchaMarks: readonly string[];
  readonly language: string;
}
