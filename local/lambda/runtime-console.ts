import { format } from 'node:util';

const LEVELS = {
  trace: 'TRACE',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
} as const;
const METHODS = ['trace', 'debug', 'log', 'info', 'warn', 'error'] as const;

/** Makes `console` write as Lambda's runtime does: time, request id and level before the text, or one JSON object a line. */
export function installRuntimeConsole(deps: {
  logFormat: 'Text' | 'JSON';
  requestId: () => string | undefined;
}): void {
  for (const method of METHODS) {
    const level = LEVELS[method];
    console[method] = (...parts: unknown[]) => {
      const timestamp = new Date().toISOString();
      const requestId = deps.requestId();
      const line =
        deps.logFormat === 'JSON'
          ? JSON.stringify({
              timestamp,
              level,
              requestId,
              message: parts.length === 1 && isPlain(parts[0]) ? parts[0] : format(...parts),
            })
          : `${timestamp}\t${requestId}\t${level}\t${format(...parts).replaceAll('\n', '\r')}`;
      process.stdout.write(`${line}\n`);
    };
  }
}

const isPlain = (value: unknown) => typeof value === 'object' && value !== null && !(value instanceof Error);
