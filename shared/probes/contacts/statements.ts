/** What the probe may have to say of what it saw. */
export type ContactsStatements = Readonly<Record<never, never>>;
