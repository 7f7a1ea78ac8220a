import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the answer is there. @throws Error with the last answer when it is not there in time */
export async function eventually<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T>,
  isThere: (answer: T) => boolean,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (performance.now() > deadline) {
      throw new Error(
        `${what} did not happen within ${seconds} s; last seen: ${JSON.stringify(answer)?.slice(0, 3000)}`,
      );
    }
    await sleep(1000);
  }
}
