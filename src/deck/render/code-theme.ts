/** The kind of a token in code; the theme's class is `tok-KIND`. */
export type TokenKind = NonNullable<(typeof kinds)[number]['kind']>;

// Scopes of TextMate grammars; of two that match, the longer one counts.
const kinds = [
  // Operators stay plain, because colour on each of them would be distracting.
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
 * A theme for Shiki whose colours encode token kinds. The style sheet of the slides sets the real
 * colours, for light and dark.
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

/** Returns the token kind that a colour of the theme encodes; null for plain code. */
export function kindOfColour(colour: string): TokenKind | null {
  return kindByColour.get(colour) ?? null;
}

const kindByColour = new Map(kinds.map(({ kind }, index) => [colourOf(index), kind]));

function colourOf(index: number): string {
  return `#0000${String(index + 1).padStart(2, '0')}`;
}
