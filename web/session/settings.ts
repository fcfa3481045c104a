/** Where people sign in (OpenID Connect), as the deployment's settings say. */
export interface Provider {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
  readonly resource?: string | undefined;
  readonly endpoints?:
    | { readonly authorization: string; readonly token: string; readonly endSession?: string | undefined }
    | undefined;
}

/** What the server writes into a page for its script. */
export interface PageSettings {
  readonly language: 'vi' | 'en';
  /** Undefined where the deployment names no provider: then nobody can sign in here. */
  readonly provider?: Provider | undefined;
  /** Name of the province, as its units say. */
  readonly province: string;
}

/** Reads the settings out of the page. They are data, which the content policy lets no browser run. */
export function pageSettings(): PageSettings {
  return JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as PageSettings;
}
