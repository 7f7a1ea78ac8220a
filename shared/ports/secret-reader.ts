export interface SecretReader {
  /**
   * The value of a secret by the name that touchpoints.yaml gives it.
   * @throws SecretFault when there is no such secret or it may not be read
   */
  read(name: string): Promise<string>;
  /** How a renewed value is stored under that name; null or absent where it cannot be (an environment variable). */
  keeper?(name: string): SecretKeeper | null;
}

/** @throws SecretFault, or the system's own error, when it could not be stored */
type SecretKeeper = (value: string) => Promise<void>;
