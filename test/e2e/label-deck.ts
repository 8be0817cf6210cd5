/** Texts that are hard to wrap, by what is hard about them. */
export const hardLabels = {
  '200 letters without a space': 'wm'.repeat(100),
  'an address': `https://example.org/reports/2024/evaluation?${'key=value&'.repeat(9)}#summary`,
  'Thai without spaces': 'การเรียนรู้ของเครื่องและการปรับใช้แบบจำลองอย่างต่อเนื่อง'.repeat(2),
} as const;

/** A deck that asks a question of every type, with `label` in each place where a label can be. */
export function labelDeck(label: string): string {
  const name = (mark: string): string => JSON.stringify(`${mark}${label}`);
  const names = (marks: string): string => `[${[...marks].map(name).join(', ')}]`;
  return ['---\ntitle: Labels\n---\n\n# Labels', ...fences(name, names)].join('\n\n---\n\n');
}

function fences(name: (mark: string) => string, names: (marks: string) => string): string[] {
  return [
    `\`\`\`poll\nid: poll\nquestion: Poll?\noptions: ${names('ABCD')}\nother: true\n\`\`\``,
    `\`\`\`quiz\nid: quiz\nquestion: Quiz?\noptions: ${names('ABCD')}\nanswer: 2\n\`\`\``,
    `\`\`\`open-text\nid: words\nquestion: Words?\noptions: ${names('ABC')}\n\`\`\``,
    `\`\`\`highlight\nid: highlight\nquestion: Highlight?\nlines: ${names('ABCD')}\n\`\`\``,
    `\`\`\`rating\nid: rating\nquestion: Rating?\nscale: {1: ${name('L')}, 5: ${name('H')}}\nhide-below: 1\nrows:
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
