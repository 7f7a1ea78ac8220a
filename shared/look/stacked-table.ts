/**
 * A table of class `stacked` whose cells carry `data-label` is a table where there is room; on a phone each row becomes a block, its
 * cells below one another with their column's name, so that nothing is scrolled sideways. On paper it stays a table.
 */
export const stackedStyles = `@media screen and (max-width: 600px) {
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } .stacked tr { display: block; padding: 8px 0; border-top: 1px solid var(--line); } .stacked th, .stacked td { display: block; border: 0; padding: 2px 0; overflow-wrap: anywhere; } .stacked thead th { max-width: 1px; } .stacked th[scope=row] { font-weight: 600; }
  .stacked td[data-label] { display: flex; justify-content: space-between; gap: 12px; text-align: right; } .stacked td[data-label]::before { content: attr(data-label); color: var(--mute); text-align: left; overflow-wrap: anywhere; unicode-bidi: isolate; max-width: 55%; } .stacked .bar { display: flex; flex-direction: column; align-items: flex-end; } .stacked .bar svg { max-width: 150px; margin: 0; }
}`;
