/** A pattern on its way into the page, where nothing can be imported. */
export interface IntoPage {
  readonly source: string;
  readonly flags: string;
}

export function intoPage({ source, flags }: RegExp): IntoPage {
  return { source, flags };
}
