/** Fills in what a gate asks, as a grown-up would. */
export type GateFields = (fields: readonly Element[]) => void;

/** Runs in the page and brings all it needs. */
export function makeGateFields(): GateFields {
  /** Of an adult. */
  const birthday = { day: '15', month: '05', year: '1984' };
  const years = /year|yyyy|jahr|ann[ée]e|a[ñn]o|rok|y[ıi]l|год|рік/i;
  const months = /month|mm|mon|mois|mes|miesi|ay\b|месяц|місяць/i;

  const about = (field: Element): string =>
    ['name', 'id', 'placeholder', 'aria-label', 'class'].map((name) => field.getAttribute(name) ?? '').join(' ');

  function partFor(field: Element): string {
    const { day, month, year } = birthday;
    return years.test(about(field)) ? year : months.test(about(field)) ? month : day;
  }

  function type(field: HTMLInputElement): void {
    const { day, month, year } = birthday;
    const isWhole = /dd.?mm.?y|tt.?mm.?j/i.test(about(field));
    const value =
      field.type === 'date' ? `${year}-${month}-${day}` : isWhole ? `${day}.${month}.${year}` : partFor(field);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  }

  function choose(field: HTMLSelectElement): void {
    const options = [...field.options];
    const said = field.selectedOptions[0]?.text.trim() ?? '';
    const asks =
      /^(day|month|year|tag|monat|jahr|jour|mois|ann)|choose|select|please|wähl|choisi|eli[gj]|wybierz|seç|выбер|об[еи]р/i;
    const isDate = years.test(about(field)) || months.test(about(field));
    // The country that a page guesses is left as it is.
    if (!isDate && !asks.test(said) && /^\p{Lu}\p{L}{2}/u.test(said)) return;
    const wanted =
      options.find(({ value, text }) => value === birthday.year || text.trim() === birthday.year) ??
      options.find(({ value }) => Number(value) === Number(partFor(field))) ??
      options[Math.min(options.length - 1, 5)];
    if (wanted !== undefined) field.value = wanted.value;
  }

  return (fields) => {
    for (const field of fields) {
      if (field instanceof HTMLInputElement && field.type === 'checkbox') {
        if (!field.checked) field.click();
        continue;
      }
      if (field instanceof HTMLSelectElement) choose(field);
      else if (field instanceof HTMLInputElement && !/^(hidden|submit|button|radio)$/.test(field.type)) type(field);
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    }
  };
}
