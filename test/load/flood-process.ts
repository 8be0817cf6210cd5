// A process of its own for the flood: in the process of the measured phones it would slow them
// down, whatever the server did. Ends with its parent.
import { startFlood } from './flood.ts';

const [, , url = '', code = '', clients = '10'] = process.argv;
const flood = await startFlood(url, code, Number(clients));
process.send?.({ flooding: true });
process.on('message', () => {
  void flood.stop().then((report) => {
    process.send?.({ report });
    process.disconnect();
  });
});
process.on('disconnect', () => process.exit(0));
