export interface SecretReader {
  /**
   * The value of a secret by the name that touchpoints.yaml gives it.
   * @throws Error with a sentence when there is no such secret or it may not be read
   */
  read(name: string): Promise<string>;
}
