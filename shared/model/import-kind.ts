/** How files of one kind are named and kept. */
interface ImportFacts {
  /** Names of the files that are read; others beside them are left alone. */
  readonly names: RegExp;
  /** Once read they are of no more use; the others are read again and again, as long as what they say holds. */
  readonly isReadOnce: boolean;
}

/**
 * What people or other systems put into a folder to be read, by the folder's name: `calls/<touchpoint>/` in the stack's
 * bucket, `.touchlight/calls/<touchpoint>/` on one machine.
 */
export const importKinds = {
  /** Call records of a phone. */
  calls: { names: /\.csv$/i, isReadOnce: true },
  /** Filled-in scorecards. */
  scorecards: { names: /\.(csv|json)$/i, isReadOnce: false },
  /** Answers of customers to "would you recommend us". */
  surveys: { names: /\.csv$/i, isReadOnce: false },
  /** Customers and the days of their orders. */
  orders: { names: /\.csv$/i, isReadOnce: false },
} as const satisfies Readonly<Record<string, ImportFacts>>;

export type ImportKind = keyof typeof importKinds;

/** The folder of one touchpoint within the stack's bucket. */
export function importPrefix(kind: ImportKind, touchpointId = ''): string {
  return touchpointId === '' ? `${kind}/` : `${kind}/${touchpointId}/`;
}

/** Of which touchpoint a file in the bucket is, and of which kind; null for what nobody reads. */
export function importedBy(key: string): { readonly kind: ImportKind; readonly touchpointId: string } | null {
  const [folder = '', touchpointId = '', ...name] = key.split('/');
  const kind = (Object.keys(importKinds) as ImportKind[]).find((each) => importPrefix(each) === `${folder}/`);
  if (kind === undefined || !importKinds[kind].names.test(name.at(-1) ?? '')) return null;
  return { kind, touchpointId };
}
