/** What a chat says beside the alert itself. */
export interface ChannelWords {
  /** On the button that opens the incident and acknowledges it. */
  readonly openButton: string;
  /** On the button of what is over. */
  readonly historyButton: string;
  /** In the place of facts that did not fit. */
  readonly cut: string;
  /** A test, which must not be taken for an alert. */
  readonly test: {
    readonly title: string;
    readonly text: (business: string) => string;
    readonly todo: string;
    readonly over: string;
  };
}
