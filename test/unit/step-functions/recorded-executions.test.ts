import * as fs from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { layBench, lines } from './bench.ts';

const folder = path.join(import.meta.dirname, '../../fixtures/states-language');
const files = fs.readdirSync(folder).filter(name => name.endsWith('.json'));

/** Replaces what the recording leaves open by what was given, wherever there is something. */
function withOpenValues(recorded: unknown, given: unknown): unknown {
  if (recorded === '<any>') return given === undefined ? recorded : given;
  if (Array.isArray(recorded))
    return recorded.map((item, index) => withOpenValues(item, member(given, index)));
  if (typeof recorded !== 'object' || recorded === null) return recorded;
  return Object.fromEntries(
    Object.entries(recorded).map(([key, item]) => [key, withOpenValues(item, member(given, key))]),
  );
}

function member(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

describe('executions recorded on AWS go the same way here', () => {
  it.each(files)('%s', async file => {
    const { machine, startedWith, endsWith, history } = JSON.parse(
      fs.readFileSync(path.join(folder, file), 'utf8'),
    );
    const bench = await layBench({ functions: { lambda_function_name: (payload: unknown) => payload } });
    const found = await bench.run(machine, startedWith);
    expect(found.status).toBe(endsWith.status);
    const output = found.output === undefined ? undefined : JSON.parse(found.output);
    expect(output).toEqual(withOpenValues(endsWith.output, output));
    expect(found.error).toBe(endsWith.error ?? undefined);
    expect(found.cause).toBe(endsWith.cause ?? undefined);
    expect(lines(await bench.history(found.executionArn))).toEqual(history);
  });
});
