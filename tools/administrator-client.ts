import { ApiClient, devClient } from '../start/api-client.ts';

/**
 * A caller with an administrator's rights: by the token in the environment, which no list of processes or shell history shows, or else by
 * a development token of the embedded host.
 */
export function administratorClient(api = 'http://127.0.0.1:8080'): Promise<ApiClient> {
  const token = process.env['MOTCUA_TOKEN'];
  if (token) return Promise.resolve(new ApiClient(api, token, 'en'));
  return devClient(api, { kind: 'administrator', id: 'quantri.h44', unit: 'H44' }, 'en');
}
