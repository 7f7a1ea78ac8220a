import { button, type ForeignForm, fields, form, onSubmit, script } from './foreign-forms.ts';

const dead = script('f.onsubmit = (e) => e.preventDefault()');
/** Changes its words by itself, and one more than there are slides in a second. */
const turns = (says: readonly string[]): string =>
  `let n = 0; setInterval(() => { t.textContent = ${JSON.stringify(says)}[n++ % ${says.length}] }, 160)`;
const praise = [
  'Great work, quick and tidy',
  'They came the same day',
  'The kettle is as good as new',
  'Friendly people',
];
const slides = '<p id="t">Great work, quick and tidy</p>';

/** Forms beside which words change by themselves: what appears there is not what the form says to the press. */
export const restlessSurroundings: readonly ForeignForm[] = [
  {
    name: 'a dead button above slides of praise',
    source: null,
    body: `${form(fields + button)}${slides}${dead}${script(turns(praise))}`,
    works: false,
  },
  {
    name: 'a dead button under slides of praise',
    source: null,
    body: `${slides}${form(fields + button)}${dead}${script(turns(praise))}`,
    works: false,
  },
  {
    name: 'a dead button beside a clock that is read out',
    source: null,
    body: `${form(fields + button)}<p>Our hours are below.</p><p>Open all week.</p><div role="status" id="t"></div>${dead}${script(turns(['Open for one more hour', 'Open for some more minutes', 'Closing soon', 'Open']))}`,
    works: false,
  },
  {
    name: 'a refusal in its own words within the form, above slides of praise',
    source: null,
    body: `${form(`${fields}${button}<p id="own"></p>`)}${slides}${script(`${turns(praise)}; ${onSubmit("own.textContent = 'Nur für Firmenkunden'")}`)}`,
    works: 'cannot-be-seen',
  },
  {
    name: 'a refusal in its own words beside the form, where nothing else changes',
    source: null,
    body: `${form(fields + button)}<p id="own"></p>${script(onSubmit("own.textContent = 'Nur für Firmenkunden'"))}`,
    works: 'cannot-be-seen',
  },
];
