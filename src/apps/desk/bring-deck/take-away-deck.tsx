interface Props {
  /** The name of the deck's folder. */
  readonly name: string;
  readonly title: string;
}

/** A link that saves a deck as a zip. */
export function TakeAwayDeck({ name, title }: Props) {
  return (
    <a
      class="button"
      href={`/api/v1/decks/${encodeURIComponent(name)}/deck.zip`}
      download={`${name}.zip`}
      aria-label={`Save as a zip: ${title}`}
    >
      Save as a zip
    </a>
  );
}
