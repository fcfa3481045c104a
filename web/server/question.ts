import type { Client } from '../api/client.ts';
import type { Provider } from '../session/settings.ts';

/** What the function asks the pages for (functions/features/site/page-server.ts). */
export interface Question {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly language: 'vi' | 'en';
  readonly api: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  readonly agency: string;
  readonly signIn: { readonly officers?: Provider | undefined; readonly applicants?: Provider | undefined };
}

/** A public page's room: what it is asked, and the API to ask. */
export interface Visit extends Pick<Question, 'query' | 'language'> {
  /** The last part of an address such as `/procedures/1.013225`. */
  readonly name: string;
  readonly api: Client;
  readonly province: string;
  /** The level-1 agency code of the province. */
  readonly agency: string;
}
