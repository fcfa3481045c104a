import { dateOf } from '../functions/domain/vietnam-time.ts';
import type { Progress } from './simulation.ts';

/** How often progress is told, in real milliseconds: on a terminal one line is written over again. */
const EVERY = { terminal: 250, plain: 5_000 };

/** Tells on standard error how far a run is. */
export function progressLine(stream: NodeJS.WriteStream, clock: () => number) {
  const begun = clock();
  const every = stream.isTTY ? EVERY.terminal : EVERY.plain;
  let last = begun;
  let open = false;
  return {
    tell({ now, from, to, received, events }: Progress): void {
      const passed = clock() - begun;
      if (clock() - last < every) return;
      last = clock();
      const share = (now - from) / (to - from);
      const left = share > 0 ? Math.round((passed / share - passed) / 1000) : 0;
      const rate = Math.round(events / (passed / 1000));
      const line = `${dateOf(now)}  ${received} dossiers  ${Math.floor(share * 100)} %  ${rate} events/s  ${left} s left`;
      stream.write(stream.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
      open = stream.isTTY;
    },
    close(): void {
      if (open) stream.write('\r\x1b[2K');
      open = false;
    },
  };
}
