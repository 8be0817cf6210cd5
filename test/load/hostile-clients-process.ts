// A process of its own for hostile clients: in the process of the measured phones they would slow
// them down, whatever the server did. They join, begin at the first message of the parent and end at
// the second, and with the parent.
import { prepareFlood } from './flood.ts';
import { hostileTraffic, startHostileTraffic, type HostileTraffic } from './hostile-traffic.ts';

const [, , url = '', code = '', clients = '10', kind = 'answers'] = process.argv;

function prepareTraffic(traffic: HostileTraffic) {
  let started: ReturnType<typeof startHostileTraffic> | null = null;
  return {
    begin(): void {
      started = startHostileTraffic(traffic, { url, code }, Number(clients));
    },
    async stop(): Promise<null> {
      await started?.stop();
      return null;
    },
  };
}

const isTraffic = (name: string): name is HostileTraffic => Object.hasOwn(hostileTraffic, name);
const hostileClients = isTraffic(kind)
  ? prepareTraffic(kind)
  : await prepareFlood(url, code, Number(clients));
process.once('message', () => {
  hostileClients.begin();
  process.once('message', () => {
    void hostileClients.stop().then((report) => {
      process.send?.({ report });
      process.disconnect();
    });
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
