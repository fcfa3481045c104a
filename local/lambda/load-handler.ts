import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A handler as Lambda's Node.js runtime calls it. */
export type Handler = (event: unknown, context: unknown) => unknown;

/** An error that Lambda's runtime gives a name of its own. */
function named(name: string, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name });
}

/** Loads `folder/file.export` the way Lambda's Node.js runtime does. Throws errors with the runtime's names. */
export async function loadHandler(taskRoot: string, handler: string): Promise<Handler> {
  const { file, path } = parts(handler);
  const found = ['.js', '.mjs', '.cjs']
    .map(extension => join(taskRoot, file + extension))
    .find(candidate => existsSync(candidate));
  if (!found) throw named('Runtime.ImportModuleError', `Error: Cannot find module '${file}'`);
  let value: unknown = await importModule(pathToFileURL(found).href);
  for (const step of path) value = isObject(value) ? Reflect.get(value, step) : undefined;
  if (value === undefined) throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (!isHandler(value)) throw named('Runtime.HandlerNotFound', `${handler} is not a function`);
  if (value.length >= 3) {
    throw named(
      'Runtime.CallbackHandlerDeprecated',
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later.',
    );
  }
  return value;
}

async function importModule(url: string): Promise<unknown> {
  try {
    const module: unknown = await import(url);
    // A CommonJS module's exports that Node could not foresee are only on its default export.
    return isObject(module) && Reflect.has(module, 'module.exports')
      ? Reflect.get(module, 'module.exports')
      : module;
  } catch (thrown) {
    if (thrown instanceof SyntaxError)
      throw named('Runtime.UserCodeSyntaxError', `SyntaxError: ${thrown.message}`, thrown);
    const code = isObject(thrown) ? Reflect.get(thrown, 'code') : undefined;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
      throw named('Runtime.ImportModuleError', String(thrown), thrown);
    throw thrown;
  }
}

/** `folder/index.handlers.get` is the file `folder/index` and the path `handlers`, `get`. */
function parts(handler: string): { file: string; path: string[] } {
  const slash = handler.lastIndexOf('/') + 1;
  const [base = '', ...path] = handler.slice(slash).split('.');
  return { file: handler.slice(0, slash) + base, path };
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';
const isHandler = (value: unknown): value is Handler => typeof value === 'function';
