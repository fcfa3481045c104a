/** A key that signs for somebody and that nobody can read, with the certificates that say whose it is. */
export interface Signer {
  readonly algorithm: 'rsa-pkcs1-sha256' | 'ecdsa-p256-sha256';
  /** As DER: that of the key first, each issued by the next, the authority last. */
  readonly chain: readonly Uint8Array[];
  /**
   * Signs what has this SHA-256.
   *
   * @returns the signature of PKCS #1 v1.5, or of ECDSA as DER.
   */
  sign(digest: Uint8Array): Promise<Uint8Array>;
}
