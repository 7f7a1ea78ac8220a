import { createElement as h, type ReactElement, type ReactNode } from 'react';

const roles = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' } as const;

/**
 * A part of a stacked table with the role that HTML gives it. Some browsers take that role from whatever is not displayed as a part of a
 * table, and screen readers then read a phone's rows without their columns.
 */
export function stackedPart(
  tag: keyof typeof roles | 'th',
  props: Readonly<Record<string, unknown>> | null,
  ...children: readonly ReactNode[]
): ReactElement {
  const ofHead = props?.['scope'] === 'col' ? 'columnheader' : 'rowheader';
  return h(tag, { ...props, role: tag === 'th' ? ofHead : roles[tag] }, ...children);
}
