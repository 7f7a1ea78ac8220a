/** What the probe may have to say of what it saw. */
export type LighthouseStatements = Readonly<Record<never, never>>;
