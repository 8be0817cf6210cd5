import type { Browser, Locator, Page } from 'playwright-core';
import type { Activity } from '../../src/activities/contract.ts';
import type { QuizAnswer } from '../../src/activities/quiz/quiz.ts';
import type { Json } from '../../src/lib/json.ts';
import { answerOnPhone } from './answer-on-phone.ts';
import { Device, expectTexts } from './browser.ts';
import { finger, keyboard, mouse, type Hand } from './hands.ts';
import { answerOf, keyOf, standingOf } from './whole-session-answers.ts';

/** The first attendee taps on the smallest phone, the second has a keyboard and names alone. */
const hands: readonly Hand[] = [finger, keyboard];

/** A phone, and the answers given on it, by the question's id. */
export class Phone {
  readonly given = new Map<string, Json>();
  page: Page;

  private constructor(
    readonly device: Device,
    readonly attendee: number,
    readonly address: string,
    readonly hand: Hand,
  ) {
    this.page = device.page;
  }

  static async join(browser: Browser, attendee: number, address: string): Promise<Phone> {
    const hand = hands[attendee] ?? mouse;
    const phone = new Phone(await Device.open(browser, hand.device), attendee, address, hand);
    await phone.page.goto(address);
    await phone.page.getByText('The session is about to begin.').waitFor();
    return phone;
  }

  /** Leaves in the middle of the session. */
  async leave(): Promise<void> {
    await this.page.close();
  }

  /** Comes back, later, in the same browser. */
  async comeBack(): Promise<void> {
    this.page = await this.device.context.newPage();
    await this.page.goto(this.address);
  }

  /** Expects a screen reader to have been told this. */
  async told(words: string): Promise<void> {
    const said = this.page.getByRole('status').getByText(words, { exact: true });
    await said.first().waitFor({ state: 'attached' });
  }

  /** Answers the open question. */
  async answer(activity: Activity): Promise<void> {
    // Some say their time limit after it.
    const said = this.page.getByRole('status').getByText(`New question: ${activity.question}`);
    await said.first().waitFor({ state: 'attached' });
    await this.#give(this.#cardOf(activity), activity);
    await this.told('Recorded. You can still change it.');
  }

  /** Answers one of the questions that were left open. */
  async answerInOwnTime(activity: Activity): Promise<void> {
    const earlier = this.page.locator('details.earlier:not([open]) > summary');
    if ((await earlier.count()) > 0) await earlier.click();
    const folded = this.page.locator('.folded-question', { hasText: activity.question });
    const isOpen = await folded.evaluate((details) => details.hasAttribute('open'));
    if (!isOpen) await folded.locator('summary').first().click();
    await this.#give(folded, activity);
  }

  /** Expects the phone to say whether its answer was correct, or the correct answer. */
  async tellsOutcome(activity: Activity): Promise<void> {
    await this.told('The correct answer is revealed.');
    const card = this.#cardOf(activity);
    if (activity.type === 'guess')
      return card.getByText('Correct answer', { exact: true }).waitFor();
    // Sound: only guesses and quizzes have something to tell.
    const { choices } = this.given.get(activity.id) as QuizAnswer;
    const right = String(choices) === String(keyOf(activity).right);
    return card.getByText(right ? 'Correct.' : 'Not quite.', { exact: true }).waitFor();
  }

  /** Offers the steps that come next by the owner's own ratings, and no others. */
  async offersOwnSteps(): Promise<void> {
    const offered = this.page.getByRole('group', { name: /^Start from a suggestion/ });
    const own = standingOf(this.attendee).steps.map(({ label, step }) => `${label} ${step}`);
    await expectTexts(offered.getByRole('button'), own);
  }

  /** The open question. */
  #cardOf({ question }: Activity): Locator {
    return this.page.getByRole('region', { name: question, exact: true });
  }

  async #give(card: Locator, activity: Activity): Promise<void> {
    const answer = answerOf(activity, this.attendee);
    await answerOnPhone(card, activity, answer, this.hand);
    this.given.set(activity.id, answer);
  }
}
