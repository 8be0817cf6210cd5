/** What a piece of code is, for the slides' theme: its class is `tok-` and this word. */
export type TokenKind = NonNullable<(typeof kinds)[number]['kind']>;

// The scopes are those that TextMate grammars agree on; of two that match, the longer one counts.
const kinds = [
  // Arithmetic would make every line a confetti of keywords.
  { kind: null, scopes: ['keyword.operator'] },
  { kind: 'comment', scopes: ['comment', 'punctuation.definition.comment', 'meta.diff.range'] },
  { kind: 'string', scopes: ['string', 'markup.inline.raw', 'constant.other.symbol'] },
  {
    kind: 'number',
    scopes: ['constant.numeric', 'constant.language', 'constant.character', 'keyword.other.unit'],
  },
  {
    kind: 'keyword',
    scopes: [
      'keyword',
      'storage',
      'variable.language',
      'keyword.operator.new',
      'keyword.operator.expression',
      'keyword.operator.logical.python',
      'markup.heading',
    ],
  },
  {
    kind: 'function',
    scopes: ['entity.name.function', 'support.function', 'meta.function-call.generic'],
  },
  {
    kind: 'type',
    scopes: [
      'entity.name.type',
      'entity.name.class',
      'entity.name.tag',
      'entity.other.inherited-class',
      'support.type',
      'support.class',
      'storage.type.java',
    ],
  },
  {
    kind: 'property',
    scopes: [
      'support.type.property-name',
      'entity.other.attribute-name',
      'entity.name.tag.yaml',
      'meta.object-literal.key',
    ],
  },
  { kind: 'inserted', scopes: ['markup.inserted'] },
  { kind: 'deleted', scopes: ['markup.deleted'] },
] as const;

const PLAIN = '#000000';

/**
 * A theme for Shiki whose colours are numbers of kinds: what is drawn in which colour is for the
 * slides' style sheet to say, for light and dark.
 */
export const codeTheme = {
  name: 'plenary-kinds',
  type: 'light' as const,
  settings: [
    { settings: { foreground: PLAIN, background: '#ffffff' } },
    ...kinds.map(({ scopes }, index) => ({
      scope: [...scopes],
      settings: { foreground: colourOf(index) },
    })),
  ],
};

/** The kind that a colour of the theme stands for; null for plain code. */
export function kindOfColour(colour: string): TokenKind | null {
  return kindByColour.get(colour) ?? null;
}

const kindByColour = new Map(kinds.map(({ kind }, index) => [colourOf(index), kind]));

function colourOf(index: number): string {
  return `#0000${String(index + 1).padStart(2, '0')}`;
}
