import * as z from 'zod';
import { HostError } from '../host/host-error.ts';

/** What a target is given of an event, as JSON. */
export type Transform = (event: unknown) => string;

const Transformer = z.looseObject({
  InputPathsMap: z.record(z.string(), z.string()).default({}),
  InputTemplate: z.string(),
});

/** The part of a rule's target that says what it is given: constant, path, template, or the whole event. */
export const TargetInput = z.looseObject({
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: Transformer.optional(),
});

export function readTransform(target: z.infer<typeof TargetInput>, where: string): Transform {
  const { Input, InputPath, InputTransformer } = target;
  if (Input !== undefined) return () => Input;
  if (InputPath !== undefined) {
    const read = readPath(InputPath, where);
    return event => JSON.stringify(read(event)) ?? 'null';
  }
  if (!InputTransformer) return event => JSON.stringify(event);
  const paths = Object.entries(InputTransformer.InputPathsMap).map(
    ([name, path]) => [name, readPath(path, where)] as const,
  );
  return event =>
    fill(InputTransformer.InputTemplate, new Map(paths.map(([name, read]) => [name, read(event)])), event);
}

/** `$.detail.items[0].id`: the plain paths that EventBridge takes. */
function readPath(path: string, where: string): (event: unknown) => unknown {
  if (!/^\$(\.[\w-]+|\[\d+\])*$/.test(path))
    throw new HostError(
      `The target of ${where} uses the path ${path}, which the embedded host does not support.`,
    );
  const steps = [...path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? index ?? '');
  return event =>
    steps.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      event,
    );
}

/** Inside quotes a placeholder gives text; outside it gives JSON. A template that is not JSON afterwards is given as text. */
function fill(template: string, values: ReadonlyMap<string, unknown>, event: unknown): string {
  let quoted = false;
  let filled = '';
  for (let index = 0; index < template.length; index++) {
    const [placeholder, name] = /^<([\w.-]+)>/.exec(template.slice(index)) ?? [];
    if (placeholder !== undefined && name !== undefined) {
      const value =
        name === 'aws.events.event' || name === 'aws.events.event.json' ? event : values.get(name);
      filled += quoted ? plain(value) : (JSON.stringify(value) ?? '""');
      index += placeholder.length - 1;
      continue;
    }
    if (template[index] === '"' && template[index - 1] !== '\\') quoted = !quoted;
    filled += template[index];
  }
  try {
    JSON.parse(filled);
    return filled;
  } catch {
    return JSON.stringify(filled);
  }
}

function plain(value: unknown): string {
  if (value === undefined) return '';
  return JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value)).slice(1, -1);
}
