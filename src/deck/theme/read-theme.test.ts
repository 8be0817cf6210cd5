import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';
import { deckFiles } from '../deck-files.ts';

const FILES = deckFiles([
  'fonts/own.woff2',
  'fonts/own-bold.woff2',
  'fonts/own.otf',
  'img/logo.svg',
  'img/logo-light.svg',
  'film.mp4',
]);

/** The theme and the problems of a deck with these options below `theme`. */
function read(...options: string[]) {
  const text = `---\ntheme:\n${options.map((option) => `  ${option}`).join('\n')}\n---\n\n# A deck`;
  const { deck, problems } = compileDeck('demo', [{ file: 'deck.md', text }], FILES);
  const said = problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`);
  return { theme: deck?.theme, problems: said };
}

const LOGO_ALT = 'logo-alt: Harbour office';

describe("[S50] a deck's theme", () => {
  it('is what its front matter says of mode, accent, font and logo', () => {
    const options = [
      'mode: dark',
      "accent: '#94102A'",
      "accent-dark: '#fA8'",
      'font: fonts/own.woff2',
      'font-bold: fonts/own-bold.woff2',
      'logo: img/logo.svg',
      'logo-dark: img/logo-light.svg',
      LOGO_ALT,
    ];
    expect(read(...options)).toEqual({
      theme: {
        mode: 'dark',
        accent: { light: '#94102a', dark: '#ffaa88' },
        font: {
          regular: '/slides/demo/fonts/own.woff2',
          bold: '/slides/demo/fonts/own-bold.woff2',
        },
        logo: {
          src: '/slides/demo/img/logo.svg',
          dark: '/slides/demo/img/logo-light.svg',
          alt: 'Harbour office',
        },
      },
      problems: [],
    });
  });

  it('is not there where the deck says nothing, or names the theme of another tool', () => {
    const deckOf = (text: string) => compileDeck('demo', [{ file: 'deck.md', text }], FILES);
    expect(deckOf('# A deck').deck).not.toHaveProperty('theme');
    expect(read('mode:', 'accent:').theme).toBeUndefined();
    const { deck, problems } = deckOf('---\ntitle: a\ntheme: night\n---\n\n# A deck');
    expect(deck).not.toHaveProperty('theme');
    expect(problems.map(({ message }) => message)).toEqual(['"theme" has no effect here']);
  });

  it('changes the hash of the deck, and of what the room may see of it', () => {
    const hashes = ['light', 'dark'].map((mode) => {
      const text = `---\ntheme: {mode: ${mode}}\n---\n\n# A deck`;
      return compileDeck('demo', [{ file: 'deck.md', text }]).deck;
    });
    expect(hashes[0]?.hash).not.toBe(hashes[1]?.hash);
    expect(hashes[0]?.publicHash).not.toBe(hashes[1]?.publicHash);
  });

  it.each([
    [['mode: night'], 'error 3: "mode" must be light or dark, not "night"'],
    [['acent: "#94102a"'], 'error 3: "acent" is not an option here; did you mean "accent"?'],
    [
      ['mode: dark', 'background: red'],
      'error 4: "background" is not an option here; the options are mode, accent, accent-dark, font, font-bold, logo, logo-dark, logo-alt',
    ],
    [['accent: red'], 'error 3: "accent" must be a colour in quotes, such as "#94102a"'],
    [['accent: 3'], 'error 3: "accent" must be a colour in quotes, such as "#94102a"'],
    [['accent: "#94102"'], 'error 3: "accent" must be a colour in quotes, such as "#94102a"'],
    [
      ['accent: #94102a'],
      'error 3: "accent" is empty; a value that starts with # needs quotes: "#fff"',
    ],
    [['accent: [a]'], 'error 3: "accent" must be a text'],
    [['accent-dark: "#ffaa88"'], 'error 3: "accent-dark" does nothing without "accent"'],
    [['font-bold: fonts/own.woff2'], 'error 3: "font-bold" does nothing without "font"'],
    [[LOGO_ALT], 'error 3: "logo-alt" does nothing without "logo"'],
    [
      ['logo: img/logo.svg'],
      'error 3: "logo" needs words for those who do not see it: logo-alt: Harbour office',
    ],
    [['font: "#own"'], `error 3: "font" must name a file of the deck's folder`],
  ])('says its mistake with its line: %j', (options, problem) => {
    expect(read(...options).problems).toEqual([problem]);
  });

  it('says of a list what it may be instead', () => {
    const text = '---\ntheme: [dark]\n---\n\n# A deck';
    const { problems } = compileDeck('demo', [{ file: 'deck.md', text }]);
    expect(problems).toMatchObject([
      { severity: 'error', line: 2, message: '"theme" must be a mapping, such as {mode: dark}' },
    ]);
  });

  it.each([
    ['font: fonts/own.otf', 'files of this type are not served; save it as one of woff, woff2'],
    ['font: img/logo.svg', 'a picture is not shown here; show it with ![what it shows](file)'],
    [
      'font: https://fonts.example/a.woff2',
      "a room may have no internet; put the file into the deck's folder",
    ],
    [
      'font: //fonts.example/a.woff2',
      "a room may have no internet; put the file into the deck's folder",
    ],
    ['font: ../other/a.woff2', "put the file into the deck's folder, and name it from there"],
    [
      'font: "data:font/woff2;base64,AAAA"',
      "put the file into the deck's folder, and name it from there",
    ],
  ])('has only fonts of its folder, of a type that is served: %s', (option, reason) => {
    const { theme, problems } = read(option);
    expect(theme).toBeUndefined();
    expect(problems).toEqual([
      `warning 3: "${option.replace(/^font: "?|"$/g, '')}" is left out: ${reason}`,
    ]);
  });

  it('names a file that is missing, and the one that may be meant', () => {
    expect(read('font: fonts/owm.woff2').problems).toEqual([
      `warning 3: There is no file "fonts/owm.woff2" in the deck's folder; did you mean "fonts/own.woff2"?`,
    ]);
    expect(read('logo: film.mp4', LOGO_ALT).problems).toEqual([
      'warning 3: "film.mp4" is left out: a film is not shown here; show it with <video controls src="file"></video>',
    ]);
  });

  it.each([
    'red; background: url(https://a.example/b.png)',
    '#94102a; } body { display: none }',
    '#94102a url(https://a.example/b.png)',
    'var(--ink)',
    'url(https://a.example/b.png)',
    '#94102a\\n',
    'expression(alert(1))',
  ])('takes no style sheet for a colour: %s', (written) => {
    const { theme, problems } = read(`accent: ${JSON.stringify(written)}`);
    expect(theme).toBeUndefined();
    expect(problems).toEqual(['error 3: "accent" must be a colour in quotes, such as "#94102a"']);
  });

  it.each([
    'a.woff2") , url("https://a.example/b.woff2',
    "a.woff2'); } body { x: y",
    'a.woff2?")}x{',
  ])('leaves no bracket by the name of a file: %s', (written) => {
    const { theme } = read(`font: ${JSON.stringify(written)}`);
    expect(theme?.font?.regular ?? '').not.toMatch(/["\\{}<>\s]/);
  });

  it('holds only words, colours and addresses in the folder, whatever is written', () => {
    const written = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }).map((parts) => parts.join('')),
      fc.jsonValue(),
    );
    const keys = ['mode', 'accent', 'accent-dark', 'font', 'font-bold', 'logo', 'logo-dark'];
    const options = fc.record(Object.fromEntries(keys.map((key) => [key, written])), {
      requiredKeys: [],
    });
    const theme = (given: Readonly<Record<string, unknown>>) => {
      const named = 'logo' in given ? { ...given, 'logo-alt': 'a' } : given;
      const lines = Object.entries(named).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
      return compileDeck('demo', [
        {
          file: 'deck.md',
          text: `---\ntheme:\n${lines.map((line) => `  ${line}\n`).join('')}---\n\n# A`,
        },
      ]).deck?.theme;
    };
    fc.assert(
      fc.property(options, (given: Readonly<Record<string, unknown>>) => {
        const { mode, accent, font, logo } = theme(given) ?? {};
        const colours = Object.values(accent ?? {});
        const addresses = [font?.regular, font?.bold, logo?.src, logo?.dark].filter(
          (address) => address !== undefined,
        );
        expect([undefined, 'light', 'dark']).toContain(mode);
        expect(colours.filter((colour) => !/^#[\da-f]{6}$/.test(colour))).toEqual([]);
        expect(addresses.filter((address) => !ADDRESS.test(address))).toEqual([]);
      }),
    );
  });
});

const ADDRESS = /^\/slides\/demo\/[^"\\{}<>\s]*$/;
const PARTS = [
  ...[
    '#94102a',
    '#fff',
    'a.woff2',
    'b.png',
    'light',
    'dark',
    '/slides/demo/',
    '../',
    '//',
    'https:',
  ],
  ...['"', "'", ')', '(', '}', '{', ';', '\\', '\n', ' ', '?', '#', '%22', 'url(', 'javascript:'],
];
