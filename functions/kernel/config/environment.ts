import * as z from 'zod';

/**
 * Reads a function's configuration from its environment, once, at cold start. A missing or malformed setting is named
 * and stops the function before it serves anything. This is the only reader of `process.env`; the authorizer goes
 * through it as well.
 */
export function readEnvironment<S extends z.ZodObject>(schema: S): z.infer<S> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(`The function's environment is not right:\n${z.prettifyError(parsed.error)}`);
}

/** A setting held as JSON in an environment variable. */
export function jsonSetting<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
