/** A connection by bare long polling (Engine.IO 4), to do what no client of Socket.IO does. */
export class BarePolling {
  private constructor(readonly address: string) {}

  static async open(url: string, headers: Record<string, string> = {}): Promise<BarePolling> {
    const address = `${url}/socket.io/?EIO=4&transport=polling`;
    const opened = await (await fetch(address, { headers })).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    return new BarePolling(`${address}&sid=${sid}`);
  }

  /** Sends packets in one request, and resolves with its status; 0 where it was cut off. */
  async say(packets: readonly string[], headers: Record<string, string> = {}): Promise<number> {
    return this.post(packets.join('\x1e'), headers);
  }

  async post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
    const sent = fetch(this.address, { method: 'POST', body, headers });
    return sent.then(({ status }) => status).catch(() => 0);
  }

  /** The next packets of the server. */
  async hear(): Promise<string> {
    return (await fetch(this.address)).text();
  }

  /** True if the connection is over: the server answers a poll with its end, and knows it no more. */
  async isOver(): Promise<boolean> {
    await this.hear();
    return (await this.post('3')) === 400;
  }

  /** All packets until one has this text. */
  async hearUntil(awaited: string): Promise<string> {
    const heard = await this.hear();
    if (heard.includes('Session ID unknown')) throw new Error('The connection was closed.');
    return heard.includes(awaited) ? heard : heard + (await this.hearUntil(awaited));
  }
}
