import { afterAll, beforeAll, inject } from 'vitest';
import { Client, type ClientOptions } from '../integration/client.ts';
import { Device, openBrowser, stageSize } from './browser.ts';
import { PlenaryProcess } from './plenary-process.ts';

const DECKS = 'test/fixtures/decks';

/**
 * Starts the product before the tests of a file, and stops it afterwards with everything opened in
 * between.
 *
 * @param deck a folder of `decks`
 */
export function sessionFixture(deck: string, decks?: string): SessionFixture {
  const fixture = new SessionFixture(deck, decks);
  beforeAll(() => fixture.open());
  afterAll(() => fixture.close());
  return fixture;
}

/**
 * Opens sessions on a server that other files use at the same time: for tests that neither stop it,
 * nor change its decks, list its sessions or enter a wrong code or key. Closes all that was opened.
 *
 * @param deck a folder of `test/fixtures/decks`
 */
export function sharedFixture(deck: string): SessionFixture {
  const fixture = new SessionFixture(deck);
  beforeAll(() => fixture.share());
  afterAll(() => fixture.close());
  return fixture;
}

/** The built product with one deck beside the module's own, and what is opened in it. */
export class SessionFixture {
  #plenary: PlenaryProcess | null = null;
  #isShared = false;
  readonly #clients: Client[] = [];
  readonly #devices: Device[] = [];

  constructor(
    readonly deck: string,
    readonly decks = DECKS,
  ) {}

  get plenary(): PlenaryProcess {
    if (this.#plenary === null) throw new Error('Plenary runs from the first `beforeAll` on');
    return this.#plenary;
  }

  async open(): Promise<void> {
    this.#plenary = await PlenaryProcess.start([`${this.decks}/${this.deck}`]);
  }

  /** Uses the server that files of browser tests share. */
  share(): void {
    this.#plenary = PlenaryProcess.shared(inject('sharedServer'));
    this.#isShared = true;
  }

  async close(): Promise<void> {
    for (const client of this.#clients) client.close();
    for (const device of this.#devices) await device.close();
    if (!this.#isShared) await this.#plenary?.stop();
  }

  /** A session of the deck, and a console without a page that controls it. */
  async startSession(): Promise<{ code: string; presenter: Client }> {
    const code = await this.plenary.session(this.deck);
    return { code, presenter: this.#keep(await Client.console(this.plenary.url, code)) };
  }

  /** An attendee without a page. */
  async attendee(code: string, options?: ClientOptions): Promise<Client> {
    return this.#keep(await Client.attendee(this.plenary.url, code, options));
  }

  phone(code: string, viewport?: { width: number; height: number }): Promise<Device> {
    return this.#at(`/j/${code}`, viewport);
  }

  stage(code: string): Promise<Device> {
    return this.#at(`/s/${code}/stage`, stageSize);
  }

  /** The console, signed in. */
  async console(code: string): Promise<Device> {
    const device = await this.device({ width: 1440, height: 900 });
    await device.signIn(this.plenary.url);
    await device.page.goto(`${this.plenary.url}/s/${code}/console`);
    return device;
  }

  /** A browser with no page open; as large as a phone by default. */
  async device(viewport?: { width: number; height: number }): Promise<Device> {
    const options = viewport === undefined ? {} : { viewport };
    const device = await Device.open(await openBrowser(), options);
    this.#devices.push(device);
    return device;
  }

  async #at(path: string, viewport?: { width: number; height: number }): Promise<Device> {
    const device = await this.device(viewport);
    await device.page.goto(this.plenary.url + path);
    return device;
  }

  #keep(client: Client): Client {
    this.#clients.push(client);
    return client;
  }
}
