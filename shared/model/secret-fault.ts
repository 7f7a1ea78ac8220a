import type { Statement } from './finding.ts';

/** A secret that cannot be read or kept, and why, in words for the person who can help. */
export class SecretFault extends Error {
  override readonly name = 'SecretFault';
  readonly says: Statement;

  constructor(says: Statement, options?: ErrorOptions) {
    super(`${says.id} ${JSON.stringify(says.params)}`, options);
    this.says = says;
  }
}
