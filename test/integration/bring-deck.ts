import type { ImportReport } from '../../src/protocol/imports.ts';
import { KEY, type RunningServer } from './running-server.ts';

/** The files of a deck by their paths. */
export type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** A deck that is being brought to a server, by hand. */
export class BroughtDeck {
  private constructor(
    readonly server: RunningServer,
    readonly id: string,
  ) {}

  static async begin(server: RunningServer, name = 'brought'): Promise<BroughtDeck> {
    const response = await server.api('POST', '/imports', { name });
    const { id } = (await response.json()) as { id: string };
    return new BroughtDeck(server, id);
  }

  /** Brings the files of a folder, each in one part. */
  static async folder(server: RunningServer, files: Files, name?: string): Promise<BroughtDeck> {
    const brought = await BroughtDeck.begin(server, name);
    for (const [path, data] of Object.entries(files)) await brought.put(path, data);
    return brought;
  }

  static async zip(
    server: RunningServer,
    zip: Uint8Array<ArrayBuffer>,
    name?: string,
  ): Promise<BroughtDeck> {
    const brought = await BroughtDeck.begin(server, name);
    await brought.send('zip', zip);
    return brought;
  }

  put(path: string, data: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    return this.send(`files/${path.split('/').map(encodeURIComponent).join('/')}`, data);
  }

  send(to: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    return fetch(`${this.server.url}/api/v1/imports/${this.id}/${to}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${KEY}` },
      body,
    });
  }

  look(): Promise<Response> {
    return this.server.api('GET', `/imports/${this.id}`);
  }

  async report(): Promise<ImportReport> {
    return (await this.look()).json() as Promise<ImportReport>;
  }

  take(name: string): Promise<Response> {
    return this.server.api('POST', `/imports/${this.id}/take`, { name });
  }
}

/** The name of a refusal. */
export async function refusalOf(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error?: { name: string } };
  return error?.name ?? 'none';
}
