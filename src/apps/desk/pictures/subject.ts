import type { ComponentChild } from 'preact';

/** A chart with all that makes it understood without its page. */
export interface Subject {
  /** The question's wording. */
  readonly title: string;
  /** The language of title and chart, a BCP 47 tag. */
  readonly lang: string;
  /** "12 answers". */
  readonly note: string;
  /** The session's name, and its deck's title. */
  readonly session: string;
  readonly date: string;
  /** The accent of the question's slide, from 1; null for the theme's own. */
  readonly accent: number | null;
  readonly chart: ComponentChild;
}
