/**
 * Reads once, and keeps the answer for a while. Callers at the same time share one reading; one that failed is not kept, and
 * what is older than that is never given out.
 * @param now epoch milliseconds
 */
export function remember<T>(read: () => Promise<T>, keepMs: number, now: () => number): () => Promise<T> {
  let known: { readonly answer: Promise<T>; readonly at: number } | null = null;
  return () => {
    if (known === null || now() - known.at >= keepMs) {
      const mine = { answer: read(), at: now() };
      known = mine;
      mine.answer.catch(() => {
        if (known === mine) known = null;
      });
    }
    return known.answer;
  };
}
