/** Notifies the people who run Touchlight of something about Touchlight itself, never about the business. */
export interface Operations {
  /**
   * Resolves when the message is accepted.
   * @param name of the part at fault, as its heading in docs/runbook.md has it ("Operations digest")
   * @param text whole sentences, the last one naming that heading
   */
  notify(name: string, text: string): Promise<void>;
}
