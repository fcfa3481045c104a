/** Where the host tells what it does; one line at a time. */
export interface HostLog {
  info(line: string): void;
  warn(line: string): void;
}

/** A log that nobody reads. */
export const silentLog: HostLog = { info: () => undefined, warn: () => undefined };

/** Lines to stdout and stderr. */
export const consoleLog: HostLog = {
  info: line => console.log(line),
  warn: line => console.error(line),
};
