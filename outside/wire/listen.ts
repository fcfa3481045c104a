import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A party that listens on this machine, at an address without a slash at its end. */
export interface Listening {
  readonly address: string;
  stop(): Promise<void>;
}

/** Has a server listen to this machine alone; any free port where none is named. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      return new Promise(resolve => server.close(() => resolve()));
    },
  };
}
