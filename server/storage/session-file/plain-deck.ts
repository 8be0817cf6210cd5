import render from 'dom-serializer';
import { Element, Text } from 'domhandler';
import { z } from 'zod';
import { MOST_KEPT_DAYS } from '../../../src/lib/kept-days.ts';
import { isDeckName } from '../../decks/deck-name.ts';

const place = z.number().int().min(0);

const activity = z.looseObject({ id: z.string(), type: z.string(), hash: z.string() });

/** A slide without all that a page would draw as HTML. */
const slide = z.object({
  ...{ h: place, v: place, title: z.string(), hash: z.string(), fragments: place },
  ...{ minutes: z.number().nullable(), keep: z.boolean(), activity: z.string().nullable() },
  ...{ id: z.string().optional(), go: z.string().optional(), channel: z.string().optional() },
  ...{ board: z.number().int().optional(), asked: z.string().optional() },
});

/** A deck without its looks: they name files that are not here. */
const deck = z.object({
  name: z.string().refine(isDeckName),
  title: z.string(),
  lang: z.string().regex(/^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i),
  ...{ hash: z.string(), publicHash: z.string() },
  channels: z
    .object({ reactions: z.array(z.string()), activities: z.array(activity).optional() })
    .optional(),
  score: z
    .object({
      ...{ speed: z.boolean(), names: z.enum(['none', 'made-up', 'chosen']) },
      ...{ teams: z.array(z.string()), deal: z.boolean() },
    })
    .optional(),
  keepDays: z.number().int().min(1).max(MOST_KEPT_DAYS).optional(),
  slides: z.array(slide).min(1),
  activities: z.array(activity),
});

type PlainSlide = z.infer<typeof slide>;

/**
 * A deck from elsewhere with the titles and questions of its slides, and nothing else of them: nobody knows who
 * made it, and slides are drawn as HTML. null for anything else.
 */
export function plainDeck(brought: unknown): object | null {
  const read = deck.safeParse(brought);
  if (!read.success) return null;
  const types = new Map(read.data.activities.map(({ id, type }) => [id, type]));
  const slides = read.data.slides.map((one) => ({
    ...one,
    html: html(one, types.get(one.activity ?? '')),
    ...{ attributes: {}, notes: '' },
    ...(one.asked === undefined ? {} : { asked: '' }),
  }));
  return { ...read.data, slides };
}

function html({ title, activity: id }: PlainSlide, type: string | undefined): string {
  const heading = new Element('h2', {}, [new Text(title)]);
  const attributes = { class: 'activity', 'data-activity': id ?? '', 'data-type': type ?? '' };
  const question = type === undefined ? [] : [new Element('div', attributes)];
  return render([heading, ...question], { encodeEntities: 'utf8' });
}
