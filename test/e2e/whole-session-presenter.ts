import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Activity } from '../../src/activities/contract.ts';
import { deck } from '../module/pioneers-deck.ts';
import { chooseInMenu, Device, openStage, revealedLabel } from './browser.ts';
import { questionOf } from './whole-session-answers.ts';

/** Position of the stage: the slide's index in the deck, and the number of its steps shown. */
export interface Stop {
  readonly slide: number;
  readonly fragments: number;
}

/** The stops up to a question, the slide that asks it being the last. */
export interface StopsToQuestion {
  readonly activity: Activity;
  readonly stops: readonly Stop[];
}

/** The whole session, question by question, and the stops after the last of them. */
export function sessionStops(): { questions: readonly StopsToQuestion[]; rest: readonly Stop[] } {
  const questions: StopsToQuestion[] = [];
  let stops: Stop[] = [];
  for (const [slide, { fragments: steps, activity }] of deck.slides.entries()) {
    for (let fragments = 0; fragments <= steps; fragments += 1) stops.push({ slide, fragments });
    if (activity === null) continue;
    questions.push({ activity: questionOf(activity), stops });
    stops = [];
  }
  return { questions, rest: stops };
}

const CLOSE = 'Close and reveal results';
const REVEAL_ANSWER = 'Reveal correct answer';
const IN_MENU: ReadonlySet<string> = new Set(['Self-paced', 'End session']);

/** Presses the buttons of the console, and no key. */
export class Presenter {
  private constructor(
    readonly device: Device,
    readonly stage: Page,
    readonly code: string,
  ) {}

  /** Comes to the desk by the link that was printed, starts the module and opens the stage. */
  static async begin(browser: Browser, url: string): Promise<Presenter> {
    const device = await Device.open(browser, { viewport: { width: 1440, height: 900 } });
    const { page } = device;
    await device.openDesk(url);
    await page.getByRole('button', { name: `Start: ${deck.title}` }).click();
    await page.waitForURL(/\/s\/\d{6}\/console$/);
    const stage = await openStage(device);
    return new Presenter(device, stage, /\d{6}/.exec(page.url())?.[0] ?? '');
  }

  get console(): Page {
    return this.device.page;
  }

  /** Presses a button, in the menu if it is there. */
  async press(name: string): Promise<void> {
    if (IN_MENU.has(name)) await chooseInMenu(this.console, name);
    else await this.console.getByRole('button', { name, exact: true }).click();
  }

  /** Presses Next from stop to stop; the stage is to follow every time. */
  async goOn(stops: readonly Stop[]): Promise<void> {
    for (const stop of stops) {
      await this.press('Next');
      await expectStageAt(this.stage, stop);
    }
  }

  /** Closes a question that has an answer, which shows the tally. */
  async close(button: 'Next' | 'its own'): Promise<void> {
    const own = this.console.getByRole('button', { name: CLOSE });
    // Its countdown may have closed it already.
    if (await own.isVisible()) await this.press(button === 'Next' ? button : CLOSE);
    await this.console.getByRole('button', { name: REVEAL_ANSWER }).waitFor();
  }

  async revealAnswer(button: 'Next' | 'its own'): Promise<void> {
    await this.press(button === 'Next' ? button : REVEAL_ANSWER);
    await revealedLabel(this.console).waitFor();
  }
}

async function expectStageAt(stage: Page, stop: Stop): Promise<void> {
  const message = JSON.stringify(stop);
  await expect.poll(() => stage.evaluate(shownOnStage), { message }).toEqual(stop);
}

/** In the stage's page: the place of the slide that reveal.js shows, and its steps shown. */
function shownOnStage(): Stop {
  const sections = [...document.querySelectorAll('.slides section:not(.stack)')];
  const isShown = (section: Element): boolean =>
    section.matches('.present') && section.closest('.past, .future') === null;
  const shown = sections.find(isShown);
  const visible = [...(shown?.querySelectorAll('.fragment.visible') ?? [])];
  const steps = new Set(visible.map((fragment) => fragment.getAttribute('data-fragment-index')));
  return { slide: sections.findIndex(isShown), fragments: steps.size };
}
