import { endlessPages } from '../hostile/endless.ts';
import { fightingPages } from '../hostile/fighting.ts';
import { greedyPages } from '../hostile/greedy.ts';
import { strangePages } from '../hostile/strange.ts';
import { visitHostile } from '../hostile/visit-hostile.ts';
import { serve } from '../support/serve.ts';

/** Visits every hostile page as a phone, with the load measured and contacts looked for. @param only part of a name */
export async function benchHostile(only = ''): Promise<boolean> {
  const badTls = await serve({}, { tls: true });
  const all = [...endlessPages, ...fightingPages, ...greedyPages, ...strangePages(badTls.url)];
  const pages = all.filter(({ name }) => name.includes(only));
  let missed = 0;
  let peakMb = 0;
  try {
    for (const page of pages) {
      const survey = await visitHostile(page, ['page-load', 'contacts']);
      const outcomes = survey.results.map(({ outcome, cause }) => cause ?? outcome).join(', ');
      const figures = `${String(survey.wallMs).padStart(6)} ms ${String(survey.peakMb).padStart(5)} MB`;
      console.log(`${survey.faults.length === 0 ? 'ok  ' : 'FAIL'} ${page.name.padEnd(52)} ${figures}  ${outcomes}`);
      for (const fault of survey.faults) console.log(`       ${fault}`);
      if (survey.faults.length > 0) missed++;
      peakMb = Math.max(peakMb, survey.peakMb);
    }
  } finally {
    await badTls.close();
  }
  console.log(
    `${pages.length - missed} of ${pages.length} hostile pages as they should be; at most ${peakMb} MB of memory.`,
  );
  return missed === 0 && pages.length > 0;
}
