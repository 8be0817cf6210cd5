import { describe, expect, it } from 'vitest';
import { unlistedFiles } from '../../src/deck/deck-files.ts';
import { isLanguage, isPlain, languageNames } from '../../src/deck/render/code-languages.ts';
import { compileWithColours } from './compile-with-colours.ts';

const compile = (...lines: string[]) =>
  compileWithColours('demo', [{ file: 'deck.md', text: lines.join('\n') }], unlistedFiles);
const fence = (language: string, ...code: string[]) => [`\`\`\`${language}`, ...code, '```'];

/** The messages of a deck's problems, and the HTML of its first slide. */
async function drawn(...lines: string[]): Promise<{ html: string; said: string[] }> {
  const { deck, problems } = await compile(...lines);
  const said = problems.map(({ line, message }) => `${line}: ${message}`);
  return { html: deck?.slides[0]?.html ?? '', said };
}

describe('[S35] code', () => {
  it.each([
    ['gherkin', 'Feature: a'],
    ['php', '<?php echo "a";'],
    ['scala', 'val a = "b"'],
    ['kotlin', 'val a = "b"'],
    ['groovy', 'def a = "b"'],
    ['graphql', 'query { a(b: "c") }'],
    ['ruby', 'puts "a"'],
    ['vue', '<script>\nlet a = 1\n</script>'],
    ['swift', 'let a = "b"'],
    ['mysql', 'select 1'],
    ['elixir', 'x = "a"'],
    ['haskell', 'x = "a"'],
    ['lua', 'local a = "b"'],
    ['perl', 'my $a = "b";'],
    ['r', 'x <- "a"'],
    ['dart', 'var a = "b";'],
    ['terraform', 'a = "b"'],
    ['powershell', '$a = "b"'],
    ['objective-c', 'int a = 1;'],
    ['zig', 'const a = "b";'],
    ['typst', '#let a = "b"'],
    ['org', '* a'],
    ['HPP', 'int a = 1;'],
    ['js,editable', 'let a = 1'],
    ['rust,no_run', 'let a = 1;'],
    ['js{1,3}', 'let a = 1'],
    ['{.python}', 'a = "b"'],
    ['{r, echo=FALSE}', 'x <- "a"'],
    ['C++', 'int a = 1;'],
    ['ts:a.ts', 'let a = 1'],
  ])('is coloured in %s', async (language, code) => {
    const { html, said } = await drawn(...fence(language, code));
    expect(html).toMatch(/<span class="tok-/);
    expect(said).toEqual([]);
  });

  it('in HTML is coloured in the language of its class', async () => {
    const { html } = await drawn('<pre><code class="hljs lua">local a = 1</code></pre>');
    expect(html).toContain('tok-keyword');
  });

  it.each([
    ['bash', "cat <<'EOF'\n$x \"\nEOF\necho a # NOTE", 'tok-comment'],
    ['php', '<?php\n$x = <<<EOT\n a "\nEOT;\n// NOTE', 'tok-comment'],
    ['yaml', 'a: |\n  b\nc: d # NOTE', 'tok-comment'],
  ])('after a text of several lines is coloured again: %s', async (language, code, kind) => {
    const { html } = await drawn(...fence(language, ...code.split('\n')));
    expect(html).toMatch(new RegExp(`${kind}">[^<]*NOTE`));
  });

  it('in an unknown language is plain, with one warning that names the nearest', async () => {
    const { html, said } = await drawn(...fence('pyhton', 'a'), '', ...fence('pyhton', 'b'));
    expect(html).not.toContain('tok-');
    expect(said).toEqual([
      '1: Code is not coloured in "pyhton", which is no language here; did you mean "python"?',
    ]);
  });

  it.each([
    '',
    'text',
    'plaintext',
    'txt',
    'none',
    'output',
    '[1|2]',
    '{#a}',
    '{1,3}',
    'Pseudocode',
  ])('without a language is plain, and nothing is said: %s', async (info) => {
    expect((await drawn(...fence(info, 'a'))).said).toEqual([]);
  });

  it('that takes too long is plain, with a warning, and so is the rest in its language', async () => {
    const nested = Array.from({ length: 12_000 }, () => '{[(');
    const { html, said } = await drawn(
      ...fence('js', ...nested),
      '',
      ...fence('js', 'let a'),
      '',
      ...fence('lua', 'local a'),
    );
    expect(html.match(/tok-keyword">\w+/g)).toEqual(['tok-keyword">local']);
    expect(said.filter((message) => message.includes('coloured'))).toEqual([
      '1: This code is not coloured: "js" takes too long (2 times: also line 12004)',
    ]);
  });
});

it('every name that is offered for a language is that of one, or of none', () => {
  expect(languageNames.filter((name) => !isLanguage(name) && !isPlain(name))).toEqual([]);
});
