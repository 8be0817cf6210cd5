import type { ComponentChildren } from 'preact';

/** The picture of an option beside its text, which says what it shows; nothing where it has none. */
export function Picture({ address }: { address: string | undefined }): ComponentChildren {
  return address ? <img class="compare-picture" src={address} alt="" /> : null;
}
