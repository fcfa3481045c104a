import * as z from 'zod';

/** An error in the words of Secrets Manager. */
export class SecretsManagerError extends Error {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * What a request that cannot be read, or that the service refuses, is answered with; undefined for a fault of the
 * host's own. Never quotes a value.
 */
export function asSecretsManagerError(thrown: unknown): SecretsManagerError | undefined {
  if (thrown instanceof z.ZodError)
    return new SecretsManagerError('ValidationException', z.prettifyError(thrown));
  return thrown instanceof SecretsManagerError ? thrown : undefined;
}

export const noSuchSecret = () =>
  new SecretsManagerError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
export const noSuchStage = (stage: string) =>
  new SecretsManagerError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for staging label: ${stage}`,
  );
export const noSuchVersion = (version: string) =>
  new SecretsManagerError(
    'ResourceNotFoundException',
    `Secrets Manager can't find the specified secret value for VersionId: ${version}`,
  );
export const otherVersion = () =>
  new SecretsManagerError(
    'InvalidRequestException',
    'You provided a VersionStage that is not associated to the provided VersionId.',
  );
export const alreadyThere = (name: string) =>
  new SecretsManagerError(
    'ResourceExistsException',
    `The operation failed because the secret ${name} already exists.`,
  );
export const versionTaken = (version: string) =>
  new SecretsManagerError(
    'ResourceExistsException',
    `A resource with the ID ${version} already exists with other content.`,
  );
export const notOneValue = (given: number) =>
  new SecretsManagerError(
    'InvalidParameterException',
    given === 0
      ? 'You must provide either SecretString or SecretBinary.'
      : "You can't specify both a binary secret value and a string secret value in the same secret.",
  );
export const unsupported = (action: string) =>
  new SecretsManagerError(
    'InvalidRequestException',
    `The embedded host does not support ${action} of Secrets Manager.`,
  );
