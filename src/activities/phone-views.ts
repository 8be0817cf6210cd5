import type { ComponentType } from 'preact';
import { persistently, type PhoneViewProps } from './views.ts';

// Found by their place, so that a type's folder and its registry line are all that there is of it.
// Most talks begin with a poll: it comes with the page, and takes no round trip of its own.
const ready = import.meta.glob('./poll/*.phone.tsx', { eager: true, import: 'default' }) as Record<
  string,
  ComponentType<PhoneViewProps>
>;

// One file for all the others: a list of their names would weigh on the phone's first page with each new type,
// and a file for each is a request of each phone in the hall.
const loadOtherViews = () =>
  persistently(async () => (await import('./other-phone-views.ts')).otherPhoneViews);

const pollParts = import.meta.glob('./poll/parts/*.phone.tsx') as Record<
  string,
  () => Promise<object>
>;

/** The view with which an attendee answers activities of this type. */
export async function loadPhoneView(type: string): Promise<ComponentType<PhoneViewProps>> {
  const path = `./${type}/${type}.phone.tsx`;
  const view = ready[path] ?? (await loadOtherViews())[path];
  if (view === undefined) throw new Error(`There is no ${path}`);
  return view;
}

/**
 * Loads all phone views, and the parts of the poll's, ahead of their questions, so that a hall does not
 * request one at once. One after the other: while the server is gone, only one is requested again and
 * again.
 */
export async function preloadPhoneViews(): Promise<void> {
  for (const loader of Object.values(pollParts)) await persistently<object>(loader);
  await loadOtherViews();
}
