import type { ComponentType } from 'preact';
import { loadFrom, persistently, type Loader, type PhoneViewProps } from './views.ts';

// Found by their place, so that a type's folder and its registry line are all that there is of it.
const phoneViews = import.meta.glob(['./*/*.phone.tsx', '!./poll/*.tsx']) as Record<
  string,
  Loader<PhoneViewProps>
>;
// Most talks begin with a poll: it comes with the page, and takes no round trip of its own.
const ready = import.meta.glob('./poll/*.phone.tsx', { eager: true, import: 'default' }) as Record<
  string,
  ComponentType<PhoneViewProps>
>;

const pollParts = import.meta.glob('./poll/parts/*.phone.tsx') as Record<
  string,
  () => Promise<object>
>;

/** The view with which an attendee answers activities of this type. */
export async function loadPhoneView(type: string): Promise<ComponentType<PhoneViewProps>> {
  const path = `./${type}/${type}.phone.tsx`;
  return ready[path] ?? loadFrom(phoneViews, path);
}

/**
 * Loads all phone views, and the parts of the poll's, ahead of their questions, so that a hall does not
 * request one at once. One after the other: while the server is gone, only one is requested again and
 * again.
 */
export async function preloadPhoneViews(): Promise<void> {
  for (const loader of Object.values({ ...pollParts, ...phoneViews })) {
    await persistently<object>(loader);
  }
}
