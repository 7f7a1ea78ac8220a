/** What a server answered when it was asked for a page, in whichever way it was asked. */
export interface PageAnswer {
  readonly url: string;
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The beginning of the body; empty when it could not be read. */
  readonly body: string;
  /** There is no more of it. */
  readonly isWhole?: boolean;
}
