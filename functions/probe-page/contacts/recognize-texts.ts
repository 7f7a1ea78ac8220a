import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import type { Worker } from 'tesseract.js';

/**
 * Reads the letters on pictures, in a thread of its own and without a network: digits look the same in every language.
 * @param pictures PNG or JPEG
 * @returns a text for each, in their order; empty where there are no letters
 * @throws whatever the thread dies of, or was told to end for
 */
export async function recognizeTexts(pictures: readonly Uint8Array[], signal: AbortSignal): Promise<string[]> {
  const worker = await startWorker();
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => {}); // also when nobody waits for it any more
  threadOf(worker)?.on('error', death.reject);
  const stop = (): void => death.reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    signal.throwIfAborted();
    const texts: string[] = [];
    for (const picture of pictures) {
      const { data } = await Promise.race([worker.recognize(Buffer.from(picture)), death.promise]);
      texts.push(data.text);
    }
    return texts;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

async function startWorker(): Promise<Worker> {
  // Needed on few pages, and takes a tenth of a second to load.
  const { createWorker, OEM } = await import('tesseract.js');
  const trained = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json');
  return createWorker('eng', OEM.LSTM_ONLY, {
    langPath: path.join(path.dirname(trained), '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    // Without it, a picture that cannot be read is thrown where nobody catches it.
    errorHandler: () => {},
  });
}

/** Nobody else listens when it dies, and then the whole process would. */
function threadOf(worker: object): Thread | null {
  const thread: unknown = 'worker' in worker ? worker.worker : null;
  return thread instanceof Thread ? thread : null;
}
