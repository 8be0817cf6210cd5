// A process of its own for the flood: in the process of the measured phones it would slow them
// down, whatever the server did. It joins, begins at the first message of its parent and ends at the
// second, and ends with its parent.
import { prepareFlood } from './flood.ts';

const [, , url = '', code = '', clients = '10'] = process.argv;
const flood = await prepareFlood(url, code, Number(clients));
process.once('message', () => {
  flood.begin();
  process.once('message', () => {
    void flood.stop().then((report) => {
      process.send?.({ report });
      process.disconnect();
    });
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
