import { parseArgs } from 'node:util';
import { HostError } from '../local/host/host-error.ts';

/** What `npm start` was asked for. */
export interface StartOptions {
  readonly port: number;
  readonly data: string;
  readonly speed: number;
  readonly demo: boolean;
  readonly bare: boolean;
  readonly help: boolean;
}

export const HELP = `npm start [-- options]

  --port P      the API on port P, AWS's protocols on P + 1 (8080)
  --data DIR    where everything is kept (.data)
  --speed N     run the host's time N times faster, to watch deadlines pass (1)
  --no-demo     serve only; walk no dossier
  --bare        services without the application: AWS's protocols and /healthz on port P
  --help        this text

Ctrl-C stops; the next start goes on with what is kept.`;

/** Reads the command line. Throws a HostError that names what is wrong. */
export function readArguments(argv: readonly string[]): StartOptions {
  const { values } = parse(argv);
  return {
    port: number('--port', values.port ?? '8080', 1, 65534),
    data: values.data ?? '.data',
    speed: number('--speed', values.speed ?? '1', 1, 1_000_000),
    demo: !values['no-demo'],
    bare: values.bare ?? false,
    help: values.help ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        speed: { type: 'string' },
        'no-demo': { type: 'boolean' },
        bare: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    throw new HostError(
      `${cause instanceof Error ? cause.message : String(cause)} (npm start -- --help lists the options)`,
    );
  }
}

function number(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new HostError(`${option} takes a whole number from ${least} to ${most}, not “${text}”.`);
  }
  return value;
}
