/** Texts that are hard to wrap, by what is hard about them. */
const hardLabels = {
  '200 letters without a space': 'wm'.repeat(100),
  'an address': `https://example.org/reports/2024/evaluation?${'key=value&'.repeat(9)}#summary`,
  'Thai without spaces': 'การเรียนรู้ของเครื่องและการปรับใช้แบบจำลองอย่างต่อเนื่อง'.repeat(2),
} as const;

/** Decks of questions with hard labels, by what is hard about these. */
export const hardDecks: Readonly<Record<string, string>> = {
  // Every type once is enough: the other labels part at more places.
  '200 letters without a space': labelDeck([hardLabels['200 letters without a space']], 'every'),
  'an address beside Thai without spaces': labelDeck(
    [hardLabels['an address'], hardLabels['Thai without spaces']],
    'some',
  ),
};

/**
 * A deck with `labels`, in turn, in each place where a label can be: a question of every type
 * that has labels, or of `some` that draw them in ways of their own.
 */
export function labelDeck(labels: readonly string[], types: 'every' | 'some'): string {
  const name = (mark: string): string =>
    JSON.stringify(mark + labels[mark.charCodeAt(0) % labels.length]);
  const names = (marks: string): string => `[${[...marks].map(name).join(', ')}]`;
  const asked = [...fences(name, names), ...(types === 'every' ? chartFences(names) : [])];
  return ['---\ntitle: Labels\n---\n\n# Labels', ...asked].join('\n\n---\n\n');
}

function fences(name: (mark: string) => string, names: (marks: string) => string): string[] {
  return [
    `\`\`\`poll\nid: poll\nquestion: Poll?\noptions: ${names('ABCD')}\nother: true\n\`\`\``,
    `\`\`\`quiz\nid: quiz\nquestion: Quiz?\noptions: ${names('ABCD')}\nanswer: 2\n\`\`\``,
    `\`\`\`open-text\nid: words\nquestion: Words?\noptions: ${names('ABC')}\n\`\`\``,
    `\`\`\`highlight\nid: highlight\nquestion: Highlight?\nlines: ${names('ABCD')}\n\`\`\``,
    `\`\`\`rating\nid: rating\nquestion: Rating?\nscale: {1: ${name('L')}, 5: ${name('M')}}\nhide-below: 1\nrows:
${[...'ABCD'].map((mark) => `  - label: ${name(mark)}`).join('\n')}\n\`\`\``,
    `\`\`\`match\nid: match\nquestion: Match?\ncases: [{name: ${name('A')}, accent: 1}, {name: ${name('B')}, accent: 2}, {name: ${name('C')}, accent: 3}]
questions:
${[...'QR']
  .map(
    (mark) => `  - ask: ${name(mark)}
    options:
      - {text: ${name('X')}, points: {${name('A')}: 3}}
      - {text: ${name('Y')}, points: {${name('B')}: 3}}
      - {text: ${name('Z')}, points: {${name('A')}: 1, ${name('C')}: 3}}`,
  )
  .join('\n')}\n\`\`\``,
    `\`\`\`calculator\nid: calculator\nquestion: Calculator?\nunit: ${name('U')}\ninputs:
${[...'AB'].map((mark) => `  - {label: ${name(mark)}, from: 0, to: 100, start: 10}`).join('\n')}\n\`\`\``,
  ];
}

function chartFences(names: (marks: string) => string): string[] {
  return [
    `\`\`\`points\nid: points\nquestion: Points?\noptions: ${names('ABCD')}\n\`\`\``,
    `\`\`\`compare\nid: compare\nquestion: Compare?\noptions: ${names('ABCD')}\n\`\`\``,
    `\`\`\`ranking\nid: ranking\nquestion: Ranking?\noptions: ${names('ABCD')}\n\`\`\``,
    `\`\`\`matrix\nid: matrix\nquestion: Matrix?\nitems: ${names('ABCD')}\nx: Effort\ny: Use\n\`\`\``,
    `\`\`\`points\nid: again\nquestion: Points again?\nagain: points\n\`\`\``,
  ];
}
