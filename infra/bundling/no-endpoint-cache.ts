/**
 * Replaces the SDK's cache of discovered endpoints: the table is called at its regional endpoint, which is never
 * discovered, and the cache pulls in a library of collections. This one stores nothing.
 */
export class EndpointCache {
  get(): undefined {
    return undefined;
  }

  getEndpoint(): undefined {
    return undefined;
  }

  has(): false {
    return false;
  }

  set(): void {}

  delete(): void {}

  clear(): void {}
}
