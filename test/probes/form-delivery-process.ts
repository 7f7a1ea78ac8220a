import { createSubmissionFolder } from '../../cli/local/submission-folder.ts';
import { runVisit } from '../../functions/probe-page/run-visit.ts';
import { visitRequestSchema } from '../../shared/model/visit.ts';

/** One delivery of a visit, in a process of its own: the request, and the folder in which it is written down what was sent. */
const [request = '', folder = ''] = process.argv.slice(2);
const results = await runVisit(visitRequestSchema.parse(JSON.parse(request)), {
  evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
  submissions: createSubmissionFolder(folder),
  now: Date.now,
  progress: () => {},
  onFault: (checkId, error) => process.stderr.write(`${checkId}: ${String(error)}\n`),
  network: 'any',
});
process.stdout.write(JSON.stringify(results));
