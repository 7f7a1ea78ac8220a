/** Markup that is inserted as it is; every plain string is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Values = Readonly<Record<string, string | Html | null>>;

const section = /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}/g;
const hole = /\{\{(\w+)\}\}/g;

/** Fills `{{name}}`; keeps `{{#name}}...{{/name}}` only when the value is not null. A name nobody gave is a programming error. */
export function fill(template: string, values: Values): Html {
  const filled = withoutEmptySections(template, values).replace(hole, (_, name: string) => {
    const value = lookUp(values, name);
    return value instanceof Html ? value.text : escapeHtml(value ?? '');
  });
  return new Html(filled);
}

function withoutEmptySections(template: string, values: Values): string {
  return template.replace(section, (_, name: string, inner: string) =>
    lookUp(values, name) === null ? '' : withoutEmptySections(inner, values),
  );
}

function lookUp(values: Values, name: string): string | Html | null {
  const value = values[name];
  if (value === undefined) throw new Error(`The template wants {{${name}}}, but no such value was given.`);
  return value;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
