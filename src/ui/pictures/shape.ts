/** A position and a size, in CSS pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Elements of SVG of which a picture consists: shapes, texts and embedded images, and nothing that acts or links. */
export type ShapeTag =
  | ('rect' | 'circle' | 'ellipse' | 'line' | 'path' | 'polygon' | 'polyline')
  | ('text' | 'image' | 'pattern');

/** An element of SVG. Its places are in CSS pixels from the picture's corner. */
export interface Shape {
  readonly tag: ShapeTag;
  /** Numbers are rounded, and attributes that are undefined are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly text?: string;
  /** The shapes of a pattern. */
  readonly shapes?: readonly Shape[];
}
