import * as oauth from 'oauth4webapi';
import type { Provider } from './settings.ts';

/** Providers are asked over TLS only; the one exception is a page that itself came from this machine. */
export const insecure = { [oauth.allowInsecureRequests]: location.protocol === 'http:' };

/** How providers sign, unless they say so themselves: what the API takes, too. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** The provider's addresses: those of the settings, or what it says of itself. */
export async function authorizationServer(provider: Provider): Promise<oauth.AuthorizationServer> {
  const { issuer, endpoints } = provider;
  if (endpoints) {
    const at = (address: string) => new URL(address, location.origin).href;
    return {
      issuer,
      authorization_endpoint: at(endpoints.authorization),
      token_endpoint: at(endpoints.token),
      id_token_signing_alg_values_supported: ALGORITHMS,
      ...(endpoints.endSession !== undefined && { end_session_endpoint: at(endpoints.endSession) }),
    };
  }
  const url = new URL(issuer);
  const response = await oauth.discoveryRequest(url, insecure);
  return oauth.processDiscoveryResponse(url, response);
}
