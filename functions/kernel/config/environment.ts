import * as z from 'zod';

/**
 * Reads a function's configuration from its environment, once, at cold start. What is missing or malformed is named and stops the
 * function before it serves anything. The only reader of `process.env` beside it is the authorizer's, through this function.
 */
export function readEnvironment<S extends z.ZodObject>(schema: S): z.infer<S> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(`The function's environment is not right:\n${z.prettifyError(parsed.error)}`);
}

/** A setting that is JSON in an environment variable. */
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
