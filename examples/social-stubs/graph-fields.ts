/** One entry of the Graph API's `fields`: `comments.filter(stream).limit(5){id,message}`. */
export interface Field {
  readonly name: string;
  readonly modifiers: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
}

export function parseFields(text: string): Field[] {
  return splitTop(text).map((part) => {
    const open = part.indexOf('{');
    const head = open < 0 ? part : part.slice(0, open);
    const [name = '', ...calls] = head.split(/\.(?=[a-z_]+\()/);
    const modifiers = Object.fromEntries(
      calls.map((call) => {
        const match = /^([a-z_]+)\((.*)\)$/.exec(call);
        return [match?.[1] ?? '', match?.[2] ?? ''];
      }),
    );
    return { name, modifiers, fields: open < 0 ? [] : parseFields(part.slice(open + 1, part.lastIndexOf('}'))) };
  });
}

/** Only what was asked for, and always the id, as the Graph API does. */
export function pick(
  all: Readonly<Record<string, unknown>>,
  fields: readonly Field[],
  expand: (field: Field) => unknown = () => undefined,
): Record<string, unknown> {
  const picked: Record<string, unknown> = { id: all['id'] };
  for (const field of fields) {
    const value = expand(field) ?? all[field.name];
    if (value !== undefined) picked[field.name] = value;
  }
  return picked;
}

function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === '{' || letter === '(') depth += 1;
    else if (letter === '}' || letter === ')') depth -= 1;
    else if (letter === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)].filter((part) => part !== '');
}
