import type { ScoreFormWords } from '../../../../shared/i18n/score-form/words.ts';
import type { Question, ScorecardTemplate } from '../../../../shared/model/scorecard.ts';
import type { Answer, assess, earns, isRefused, readAnswer } from './assess.ts';
import type { canShareFiles, copyText, downloadFile, shareFile, toVisit, visitFile } from './hand-over.ts';
import type { Draft, keepDraft, newDraft, storedDraft } from './keep-draft.ts';
import type { filledIn, Problem, problemRow, problemsOf } from './problems.ts';

/** What the form is made of, given to it because its text takes no imports along. */
export interface Parts {
  readonly readAnswer: typeof readAnswer;
  readonly isRefused: typeof isRefused;
  readonly earns: typeof earns;
  readonly assess: typeof assess;
  readonly newDraft: typeof newDraft;
  readonly storedDraft: typeof storedDraft;
  readonly keepDraft: typeof keepDraft;
  readonly filledIn: typeof filledIn;
  readonly problemsOf: typeof problemsOf;
  readonly problemRow: typeof problemRow;
  readonly toVisit: typeof toVisit;
  readonly visitFile: typeof visitFile;
  readonly downloadFile: typeof downloadFile;
  readonly canShareFiles: typeof canShareFiles;
  readonly shareFile: typeof shareFile;
  readonly copyText: typeof copyText;
}

/** What the page holds as JSON. */
export interface FormData {
  readonly template: ScorecardTemplate;
  readonly words: ScoreFormWords;
  readonly shapes: Readonly<Record<'green' | 'yellow' | 'red' | 'unknown', string>>;
  /** Of the draft: a changed template begins anew. */
  readonly key: string;
}

type Way = 'save' | 'share' | 'copy';

/** Fills in, keeps, scores and hands over one visit after the other. */
export class ScoreForm {
  readonly #parts: Parts;
  readonly #data: FormData;
  readonly #questions: readonly Question[];
  readonly #form: HTMLFormElement;
  readonly #opened = new Set<string>();
  #draft: Draft;
  #wanted: Way = 'save';

  constructor(parts: Parts, data: FormData) {
    this.#parts = parts;
    this.#data = data;
    this.#questions = data.template.sections.flatMap(({ questions }) => questions);
    this.#form = this.#find('form') as HTMLFormElement;
    const stored = parts.storedDraft(data.key);
    this.#draft = stored?.isTouched === true ? stored : parts.newDraft(stored?.evaluator ?? '');
    this.#fill();
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('input', () => this.#entered());
    document.addEventListener('click', (event) => this.#pressed(event));
    document.addEventListener('visibilitychange', () => this.#lookAgain());
    this.#showSaved();
    this.#find('share').hidden = !parts.canShareFiles();
    document.body.classList.add('lively');
  }

  #find(id: string): HTMLElement {
    const element = document.getElementById(id);
    if (element === null) throw new Error(`The form has no ${id}.`);
    return element;
  }

  /** Of a field, or of the chosen one among several. */
  #field(name: string): { value: string } {
    return this.#form.elements.namedItem(name) as RadioNodeList | HTMLInputElement;
  }

  #lacksAnswerBox(id: string): HTMLInputElement | null {
    return this.#form.querySelector(`#n-${id}`);
  }

  #answer(question: Question): Answer | undefined {
    return this.#parts.readAnswer(question, this.#draft.answers[question.id] ?? '');
  }

  #needsComment(question: Question): boolean {
    const earned = this.#parts.earns(question, this.#answer(question));
    return this.#data.template.comments === 'below-full' && earned !== null && earned < 1 - 1e-9;
  }

  /** From the draft to the fields. */
  #fill(): void {
    const { at, evaluator, contact, name, answers, comments } = this.#draft;
    this.#form.reset();
    Object.entries({ at, evaluator, contact, name }).forEach(([field, value]) => {
      this.#field(field).value = value;
    });
    (this.#find('together') as HTMLDetailsElement).open = name !== '';
    for (const { id } of this.#questions) {
      const entered = answers[id] ?? '';
      const lacks = this.#lacksAnswerBox(id);
      if (lacks !== null) lacks.checked = entered === '~';
      if (entered !== '') this.#field(`a-${id}`).value = lacks !== null && entered === '~' ? '' : entered;
      this.#field(`c-${id}`).value = comments[id] ?? '';
    }
    this.#show(this.#parts.keepDraft(this.#data.key, this.#draft));
  }

  /** From the fields to the draft. */
  #entered(): void {
    this.#draft.at = this.#field('at').value;
    this.#draft.evaluator = this.#field('evaluator').value;
    this.#draft.contact = this.#field('contact').value;
    this.#draft.name = this.#field('name').value;
    for (const { id } of this.#questions) {
      const lacks = this.#lacksAnswerBox(id)?.checked === true;
      this.#draft.answers[id] = lacks ? '~' : this.#field(`a-${id}`).value.trim();
      this.#draft.comments[id] = this.#field(`c-${id}`).value;
    }
    this.#draft.isSaved = false;
    this.#draft.isThere = false;
    this.#draft.isTouched = true;
    this.#clear();
    this.#show(this.#parts.keepDraft(this.#data.key, this.#draft));
  }

  /** Of what was said about an earlier state. */
  #clear(): void {
    for (const id of ['already', 'there', 'by-hand', 'problems', 'save-anyway']) this.#find(id).hidden = true;
    this.#find('said').textContent = '';
  }

  /** Another tab may have gone on with the visit since: what was entered there is not to be overwritten here. */
  #lookAgain(): void {
    const stored = this.#parts.storedDraft(this.#data.key);
    if (document.hidden || stored === null || stored.changedAt <= this.#draft.changedAt) return;
    this.#draft = stored;
    this.#clear();
    this.#fill();
    this.#showSaved();
  }

  /** Of a visit that was handed over before. */
  #showSaved(): void {
    const { isSaved, isThere } = this.#draft;
    const { words } = this.#data;
    this.#find('already').hidden = !isSaved;
    this.#find('already-text').textContent = isThere ? words.alreadySaved : words.isItThere;
    this.#find('already-there').hidden = isThere;
  }

  /** The person has looked. */
  #arrived(button: Element): void {
    Object.assign(this.#draft, { isSaved: true, isThere: true });
    this.#parts.keepDraft(this.#data.key, this.#draft);
    button.parentElement?.querySelector<HTMLElement>('.next')?.focus();
    for (const id of ['there', 'already-there']) this.#find(id).hidden = true;
    this.#find('already-text').textContent = this.#data.words.alreadySaved;
    this.#find('said').textContent = this.#data.words.arrived;
  }

  #show(kept: keyof ScoreFormWords['kept']): void {
    const { words } = this.#data;
    this.#find('kept').textContent = words.kept[kept];
    for (const question of this.#questions) this.#showComment(question);
    const done = this.#questions.filter((question) => this.#answer(question) !== undefined).length;
    (this.#find('progress') as HTMLProgressElement).value = done;
    this.#find('count').textContent = this.#parts.filledIn(words.progress, { done, all: this.#questions.length });
    this.#showScore();
  }

  #showComment(question: Question): void {
    const { words } = this.#data;
    const needed = this.#needsComment(question);
    const text = this.#draft.comments[question.id] ?? '';
    const isShown = needed || text !== '' || this.#opened.has(question.id);
    this.#find(`k-${question.id}`).hidden = !isShown;
    this.#find(`o-${question.id}`).hidden = isShown;
    this.#find(`l-${question.id}`).textContent = needed ? words.commentNeeded : words.comment;
    const field = this.#find(`c-${question.id}`);
    field.setAttribute('aria-required', String(needed));
    field.classList.toggle('wanted', needed && text.trim() === '');
  }

  #showScore(): void {
    const { template, words, shapes } = this.#data;
    const { score, light, sections, failed } = this.#parts.assess(template, (question) => this.#answer(question));
    const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)}%`);
    for (const section of sections) this.#find(`s-${section.id}`).textContent = percent(section.score);
    this.#find('total').textContent = percent(score);
    const chip = this.#find('light');
    chip.className = `chip ${light}`;
    chip.textContent = score === null ? words.noScore : `${shapes[light]} ${words.light[light]}`;
    const numbers = failed.map((id) => this.#questions.findIndex((question) => question.id === id) + 1).join(', ');
    const isTooFew = score !== null && light === 'unknown';
    this.#find('why').textContent =
      numbers !== '' ? this.#parts.filledIn(words.criticalFailed, { numbers }) : isTooFew ? words.tooFew : '';
  }

  #pressed(event: Event): void {
    const button = (event.target as Element).closest('button');
    if (button === null) return;
    const { step, comment, way, next, there } = button.dataset;
    if (step !== undefined) this.#count(button.value, Number(step));
    if (comment !== undefined) {
      this.#opened.add(comment);
      this.#show(this.#parts.keepDraft(this.#data.key, this.#draft));
      this.#find(`c-${comment}`).focus();
    }
    if (way !== undefined) this.#wanted = way as Way;
    if (way !== undefined) void this.#handOver(false);
    if (button.id === 'save-anyway') void this.#handOver(true);
    if (there !== undefined) this.#arrived(button);
    if (next !== undefined) this.#next();
  }

  /** The buttons beside a number. */
  #count(id: string, step: number): void {
    const before = Number(this.#field(`a-${id}`).value.replace(',', '.')) || 0;
    this.#field(`a-${id}`).value = String(Math.max(0, before + step));
    const lacks = this.#lacksAnswerBox(id);
    if (lacks !== null) lacks.checked = false;
    this.#entered();
  }

  #problems(): Problem[] {
    return this.#parts.problemsOf({
      draft: this.#draft,
      questions: this.#questions,
      words: this.#data.words,
      answerOf: (question) => this.#answer(question),
      isRefused: this.#parts.isRefused,
      needsComment: (question) => this.#needsComment(question),
    });
  }

  async #handOver(evenUnanswered: boolean): Promise<void> {
    const problems = this.#problems().filter(({ isOptional }) => !(isOptional && evenUnanswered));
    this.#tell(problems);
    if (problems.length > 0) return;
    const { template, words } = this.#data;
    const draft = this.#draft;
    const { changedAt } = draft;
    const visit = this.#parts.toVisit(template, draft, (question) => this.#answer(question));
    const file = this.#parts.visitFile(visit, draft);
    const said = await this.#send(file);
    // While it was being shared, it may have changed, or the next visit have begun.
    if (said === null || draft !== this.#draft || draft.changedAt !== changedAt) return;
    // Text to select is not yet anywhere else.
    draft.isSaved ||= said !== words.copyByHand;
    draft.isThere ||= said === words.shared;
    this.#parts.keepDraft(this.#data.key, draft);
    this.#find('said').textContent = this.#parts.filledIn(said, { file: file.name });
    this.#find('by-hand').hidden = said !== words.copyByHand;
    this.#find('there').hidden = draft.isThere;
  }

  /** @returns what to say; null where the person thought better of it */
  async #send(file: File): Promise<string | null> {
    const { words } = this.#data;
    if (this.#wanted === 'save') {
      this.#parts.downloadFile(file);
      return words.saved;
    }
    if (this.#wanted === 'share') {
      const outcome = await this.#parts.shareFile(file);
      if (outcome === 'shared') return words.shared;
      if (outcome === 'cancelled') return null;
    }
    const text = await file.text();
    if (await this.#parts.copyText(text)) return words.copied;
    const byHand = this.#find('text') as HTMLTextAreaElement;
    byHand.value = text;
    return words.copyByHand;
  }

  #tell(problems: readonly Problem[]): void {
    const box = this.#find('problems');
    box.hidden = problems.length === 0;
    this.#find('problem-list').replaceChildren(...problems.map(this.#parts.problemRow));
    this.#find('save-anyway').hidden = problems.length === 0 || problems.some(({ isOptional }) => !isOptional);
    if (problems.length > 0) box.focus();
  }

  #next(): void {
    const { answers, comments } = this.#draft;
    const isEmpty = [...Object.values(answers), ...Object.values(comments)].every((entered) => entered === '');
    const { discard, discardUnseen } = this.#data.words;
    const { isSaved, isThere } = this.#draft;
    if (!isThere && !isEmpty && !confirm(isSaved ? discardUnseen : discard)) return;
    this.#draft = this.#parts.newDraft(this.#draft.evaluator);
    this.#opened.clear();
    this.#clear();
    this.#fill();
    scrollTo(0, 0);
    this.#find('title').focus({ preventScroll: true });
  }
}
