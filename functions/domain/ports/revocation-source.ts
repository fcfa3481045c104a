/** Gets what authorities say about the revocation of certificates. */
export interface RevocationSource {
  /**
   * What can be got for a chain, from the places that its certificates name; empty if there is nothing or nobody
   * answers.
   *
   * @param chain as DER, each issued by the next.
   */
  fetch(
    chain: readonly Uint8Array[],
  ): Promise<{ readonly crls: readonly Uint8Array[]; readonly ocsps: readonly Uint8Array[] }>;
}
