import path from 'node:path';
import { readReport } from '../../functions/digest/report/read-report.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import { exitCodes } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { behindWeek, fileFor, type ReadingOptions, readersOf, readWeekOf } from '../history/read-week-of.ts';
import { createEvidenceReader } from '../local/evidence-reader.ts';
import { openFile } from '../local/open-file.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { Terminal } from '../terminal.ts';

/** Writes the whole week with its evidence into one HTML file. */
export async function report(options: ReadingOptions, terminal: Terminal): Promise<number> {
  const configuration = readTouchpoints(options.config, terminal);
  const history = await openHistory(options);
  try {
    const summary = await readWeekOf(configuration, history, options, Date.now());
    const evidence = createEvidenceReader(history.evidenceBucket, path.resolve(options.folder ?? localFolder));
    const found = await readReport({ configuration, stores: history.stores, evidence }, summary);
    const file = fileFor(`report-${summary.week.id}${behindWeek(configuration)}.html`, options);
    const html = renderReport(summary, found, configuration.language);
    await writeFileAtomically('The report', file, html, readersOf(options));
    terminal.printJson({ version: 1, week: summary.week.id, lights: summary.lights, file });
    terminal.print(`${summary.week.id}: ${path.relative('.', file)}`);
    if (options.open && process.stdout.isTTY) openFile(file);
    return summary.lights.red > 0 ? exitCodes.red : exitCodes.ok;
  } finally {
    await history.close();
  }
}
