import * as z from 'zod';

/** An error in KMS's own words. */
export class KmsError extends Error {
  override readonly name: string;
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * What a request that cannot be read, or that KMS refuses, is answered with; undefined
 * for a fault of the host's own.
 */
export function asKmsError(thrown: unknown): KmsError | undefined {
  if (thrown instanceof z.ZodError) return new KmsError('ValidationException', z.prettifyError(thrown));
  return thrown instanceof KmsError ? thrown : undefined;
}

export const noSuchKey = (arn: string) => new KmsError('NotFoundException', `Key '${arn}' does not exist`);
export const wrongUsage = (arn: string, usage: string) =>
  new KmsError(
    'InvalidKeyUsageException',
    `${arn} key usage is ${usage} which is not valid for this operation.`,
  );
export const wrongAlgorithm = (algorithm: string, spec: string) =>
  new KmsError('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${spec}.`);
export const wrongSignature = () => new KmsError('KMSInvalidSignatureException', '');
export const wrongLength = (longest: number) =>
  new KmsError(
    'ValidationException',
    `Value at 'message' failed to satisfy constraint: Member must have length between 1 and ${longest}`,
  );
export const wrongDigest = () =>
  new KmsError('ValidationException', 'Digest is invalid length for algorithm.');
export const unsupported = (action: string) =>
  new KmsError('UnsupportedOperationException', `The embedded host does not support ${action} of KMS.`);
