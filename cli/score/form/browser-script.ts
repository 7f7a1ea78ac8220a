import { assess, earns, failsCritically, isRefused, readAnswer, weightedMean } from './in-browser/assess.ts';
import { canShareFiles, copyText, downloadFile, shareFile, toVisit, visitFile } from './in-browser/hand-over.ts';
import { keepDraft, newDraft, parseDraft, storedDraft } from './in-browser/keep-draft.ts';
import { filledIn, problemRow, problemsOf, questionProblem } from './in-browser/problems.ts';
import { type Parts, ScoreForm } from './in-browser/score-form.ts';

const parts = {
  ...{ readAnswer, isRefused, earns, assess },
  ...{ newDraft, storedDraft, keepDraft },
  ...{ filledIn, problemsOf, problemRow },
  ...{ toVisit, visitFile, downloadFile, canShareFiles, shareFile, copyText },
} satisfies Parts;

/** What the parts call among themselves. */
const further = [failsCritically, weightedMean, parseDraft, questionProblem];

/** The script of the form. It finds its data in the page. */
export const browserScript = `(() => {
${[...Object.values(parts), ...further, ScoreForm].map(String).join('\n')}
new ScoreForm({ ${Object.keys(parts).join(', ')} }, JSON.parse(document.getElementById('data').textContent));
})();`;
