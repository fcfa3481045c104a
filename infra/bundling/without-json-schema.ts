/**
 * Replaces zod's JSON schema generators, which every schema pulls in: the API document is generated beforehand, and
 * they are as large as all of our rules.
 */
const absent = (): never => {
  throw new Error('Functions make no JSON schemas.');
};
const method = () => absent;

export {
  absent as extractDefs,
  absent as finalize,
  absent as handleUnrepresentable,
  absent as initializeContext,
  absent as process,
  absent as processSchema,
  absent as toJSONSchema,
  method as createStandardJSONSchemaMethod,
  method as createToJSONSchemaMethod,
};
export const allProcessors = {};
