/** asl-validator 4 ships no types; this is the part used. */
declare module 'asl-validator' {
  function validate(
    definition: object,
    options?: { checkArn?: boolean; checkPaths?: boolean },
  ): { isValid: boolean; errors: { 'Error code': string; Message: string }[] };
  export default validate;
}
