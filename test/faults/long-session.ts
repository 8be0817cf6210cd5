import type { Ack } from '../../src/protocol/messages.ts';
import type { Slide } from '../../src/deck/deck.ts';
import type { ActivityView } from '../../src/session/views.ts';
import { KEY } from '../load/server-process.ts';
import { until } from '../network/phones.ts';
import { LightClient, type Place } from './raw-client.ts';
import { answerTo } from '../../server/cli/rehearse/behaviour.ts';

const MIND_CHANGERS = 100;
const ABSENT = 20;
const RETURNS = 2;

/** A session with hundreds of phones, without pauses to think. */
export class LongSession {
  readonly #presenter: LightClient;
  readonly #stage: LightClient;
  readonly #phones: readonly LightClient[];
  /** Number of answers recorded. */
  answers = 0;
  /** Number of reconnections and final departures. */
  returns = 0;

  constructor(
    readonly place: Place,
    readonly slides: readonly Slide[],
    phones: number,
  ) {
    this.#presenter = new LightClient(place, 'console', KEY);
    this.#stage = new LightClient(place, 'stage');
    this.#phones = Array.from({ length: phones }, (_, n) => phoneAt(place, n));
  }

  /** Connects all clients. */
  async enter(): Promise<void> {
    await enter([this.#presenter, this.#stage, ...this.#phones]);
  }

  async leave(): Promise<void> {
    await leave([this.#presenter, this.#stage, ...this.#phones]);
  }

  /**
   * Shows every slide; all answer each question, some change their minds, and some lose their
   * network meanwhile. At the end, all correct answers are revealed.
   */
  async give(): Promise<void> {
    for (const [place, slide] of this.slides.entries()) {
      await this.#show(slide);
      if (slide.activity !== null) await this.#ask(slide.activity, place);
    }
  }

  /** Discards all answers, so that the questions can be asked again. */
  async reset(): Promise<void> {
    for (const { activity } of this.slides) {
      if (activity === null) continue;
      await this.#present('activity:reset', { activity });
      // Else the countdowns of all begin now, and one may end as its question is answered.
      await this.#present('activity:close', { activity });
    }
  }

  /**
   * Shows every slide once more; all phones that are not locked leave and come back, and as many
   * new phones connect for a moment. Nobody answers.
   */
  async passBy(): Promise<void> {
    for (const slide of this.slides) await this.#show(slide);
    const awake = this.#phones.filter(({ isLocked }) => !isLocked);
    for (let time = 0; time < RETURNS; time += 1) await this.#comeBack(awake);
    await this.#strangersLookIn();
  }

  /** The first few phones are locked; resolves once the server has closed their connections, and they are back. */
  async lock(count: number, meanwhile: () => Promise<void>): Promise<void> {
    const locked = this.#phones.slice(0, count);
    for (const phone of locked) phone.lock();
    await meanwhile();
    await until(() => locked.every(({ isIn }) => !isIn));
    await enter(locked);
    this.returns += count;
  }

  async #strangersLookIn(): Promise<void> {
    const strangers = this.#phones.map((_, n) => phoneAt(this.place, n));
    await enter(strangers);
    await leave(strangers);
    this.returns += strangers.length;
  }

  async #show({ h, v, fragments }: Slide): Promise<void> {
    await this.#present('slide:show', { h, v, f: -1 });
    if (fragments > 0) await this.#present('slide:show', { h, v, f: fragments - 1 });
  }

  async #ask(activity: string, place: number): Promise<void> {
    await this.#present('activity:open', { activity });
    const view = await this.#opened(activity);
    const from = (ABSENT * place) % this.#phones.length;
    await this.#comeBack(this.#phones.slice(from, from + ABSENT));
    await this.#answer(this.#phones, view, place);
    await this.#answer(this.#phones.slice(0, MIND_CHANGERS), view, place + 1);
    await this.#present('activity:reveal', { activity });
    await this.#present(view.hasCorrectAnswer ? 'activity:reveal-answer' : 'activity:close', {
      activity,
    });
  }

  /** The question as phones know it, once all of them can answer it. */
  async #opened(activity: string): Promise<ActivityView> {
    const seen = ({ snapshot }: LightClient): ActivityView | undefined =>
      snapshot?.activities.find(({ id, phase }) => id === activity && phase === 'open');
    await until(() => this.#phones.every((phone) => seen(phone) !== undefined));
    const [view] = this.#phones.flatMap((phone) => seen(phone) ?? []);
    if (view === undefined) throw new Error(`"${activity}" is not open`);
    return view;
  }

  async #answer(phones: readonly LightClient[], view: ActivityView, shift: number): Promise<void> {
    const acks = phones.map((phone, place): Promise<Ack> => {
      const id = `${this.answers + place}-of-a-long-talk`.padStart(24, '0');
      return phone.answer(view, answerTo(view, place + shift), id);
    });
    for (const ack of await Promise.all(acks)) expectOk(ack);
    this.answers += acks.length;
  }

  async #comeBack(phones: readonly LightClient[]): Promise<void> {
    await leave(phones);
    await enter(phones);
    this.returns += phones.length;
  }

  /** A console may send twenty messages a second: told to slow down, it does. */
  async #present(event: string, message: object): Promise<void> {
    const ack = await this.#presenter.ask(event, message);
    if (ack.ok || ack.error.retryAfter === undefined) {
      expectOk(ack);
      return;
    }
    const wait = 1000 * ack.error.retryAfter;
    await new Promise((done) => setTimeout(done, wait));
    await this.#present(event, message);
  }
}

/** A phone at an address of its own: it comes and goes more often in a minute than phones of a real hall. */
function phoneAt(place: Place, n: number): LightClient {
  return new LightClient({ ...place, from: `127.0.0.${2 + (n % 250)}` }, 'attendee');
}

async function enter(clients: readonly LightClient[]): Promise<void> {
  for (const client of clients) client.enter();
  await until(() => clients.every(({ isIn }) => isIn));
}

async function leave(clients: readonly LightClient[]): Promise<void> {
  for (const client of clients) client.leave();
  await until(() => clients.every(({ isIn }) => !isIn));
}

function expectOk(ack: Ack): void {
  if (!ack.ok) throw new Error(JSON.stringify(ack.error));
}
