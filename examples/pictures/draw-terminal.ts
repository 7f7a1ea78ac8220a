/** A terminal's output as an SVG that reads well on light and dark pages. */
export function drawTerminal(output: string): string {
  const lines = output.split('\n').flatMap(wrap);
  const height = padding * 2 + barHeight + lines.length * lineHeight;
  const texts = lines.map((spans, index) => {
    const y = padding + barHeight + (index + 1) * lineHeight - 5;
    return `<text x="${padding}" y="${y}" xml:space="preserve">${spans.map(drawSpan).join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="What touchlight run prints">
<style>text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #e6e1da; }
.bold { font-weight: 700; } .dim { fill: #948c83; } .green { fill: #6cc28a; } .yellow { fill: #e5b94e; } .red { fill: #f0705f; } .gray { fill: #948c83; }</style>
<rect width="${width}" height="${height}" rx="10" fill="#211d1a"/>
<circle cx="22" cy="20" r="6" fill="#f0705f"/><circle cx="42" cy="20" r="6" fill="#e5b94e"/><circle cx="62" cy="20" r="6" fill="#6cc28a"/>
${texts.join('\n')}
</svg>
`;
}

const columns = 118;
const letterWidth = 7.83;
const lineHeight = 19;
const padding = 20;
const barHeight = 24;
const width = Math.ceil(columns * letterWidth) + 2 * padding;

interface Span {
  readonly text: string;
  readonly style: string;
}

/** The escape codes that `styleText` writes for the styles that the terminal uses. */
const styles: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  90: 'gray',
};

/** Breaks at words; the rest goes on below the beginning of the sentence, or behind the bar of an alert. */
function wrap(line: string): Span[][] {
  const start = line.startsWith('  │') || line.includes('m│') ? '  │ ' : ' '.repeat(sentenceColumn);
  const rows: Span[][] = [[]];
  let room = columns;
  for (const { text, style } of spansOf(line)) {
    for (const word of text.split(/(?<= )/)) {
      if (word.trimEnd().length > room) {
        rows.push([{ text: start, style: start.includes('│') ? 'dim' : '' }]);
        room = columns - start.length;
      }
      rows.at(-1)?.push({ text: word, style });
      room -= word.length;
    }
  }
  return rows;
}

/** Where the sentences of a run's lines begin. */
const sentenceColumn = 33;

function spansOf(line: string): Span[] {
  const [plain = '', ...styled] = line.split(`${String.fromCharCode(27)}[`);
  const spans = styled.map((part) => {
    const end = part.indexOf('m');
    return { style: styles[part.slice(0, end)] ?? '', text: part.slice(end + 1) };
  });
  return [{ text: plain, style: '' }, ...spans].filter(({ text }) => text !== '');
}

function drawSpan({ text, style }: Span): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<tspan${style === '' ? '' : ` class="${style}"`}>${escaped}</tspan>`;
}
