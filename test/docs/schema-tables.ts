import { z } from 'zod';

/** The part of JSON Schema that touchpoints.yaml is described with. */
export const nodeSchema = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  default: z.json().optional(),
  examples: z.array(z.json()).optional(),
  enum: z.array(z.string()).optional(),
  const: z.json().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), nodeSchema).optional();
  },
  get items() {
    return nodeSchema.optional();
  },
  get anyOf() {
    return z.array(nodeSchema).optional();
  },
  get oneOf() {
    return z.array(nodeSchema).optional();
  },
});
export type Node = z.infer<typeof nodeSchema>;

export function table(node: Node, wanted: (key: string) => boolean = () => true): string {
  const rows = Object.entries(node.properties ?? {})
    .filter(([key]) => wanted(key))
    .map(([key, value]) => {
      const byDefault = node.required?.includes(key) ? '**required**' : cell(value.default);
      const example = value.examples?.[0] ?? value.const ?? value.enum?.[0] ?? value.default;
      return `| ${code(key)} | ${escapeBars(value.description ?? '')} | ${byDefault} | ${limits(value)} | ${cell(example)} |`;
    });
  return ['| key | meaning | default | limits | example |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function limits(node: Node): string {
  const { minimum, maximum, maxLength, maxItems } = node;
  const words = node.enum?.map(code).join(', ');
  const numbers = minimum === undefined || maximum === undefined ? undefined : `${minimum} to ${maximum}`;
  const letters = maxLength === undefined ? undefined : `at most ${maxLength} characters`;
  const count = maxItems === undefined ? undefined : `at most ${maxItems}`;
  const truth = node.type === 'boolean' ? '`true` or `false`' : undefined;
  return [words, numbers, letters, count, truth].filter((each) => each !== undefined).join(', ');
}

export function child(node: Node | undefined, key: string): Node {
  const found = node?.properties?.[key];
  if (found === undefined) throw new Error(`The schema has no key ${key}.`);
  return found;
}

/** The alternative that is a group of keys, with the description of the whole. */
export function group(node: Node): Node {
  const inner = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].find(({ properties }) => properties !== undefined);
  return inner === undefined ? node : { ...inner, description: node.description };
}

export function cell(value: unknown): string {
  if (value === undefined) return '';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

export function code(text: string): string {
  return `\`${escapeBars(text)}\``;
}

export function escapeBars(text: string): string {
  return text.replaceAll('|', '\\|');
}
