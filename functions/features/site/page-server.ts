import type { SignIn } from '../../../schemas/identity/sign-in.ts';

/** The request for a page, and what the pages are to know of their deployment. */
export interface PageQuestion {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly language: 'vi' | 'en';
  /** Where the API answers, and what a request of this function must carry. */
  readonly api: { readonly url: string; readonly headers: Readonly<Record<string, string>> };
  /** Level-1 agency code of the province. */
  readonly agency: string;
  readonly signIn: SignIn;
}

export interface PageAnswer {
  readonly status: number;
  readonly html: string;
  /** What kind of error it shows, for the log; undefined for a page that shows what was asked for. */
  readonly failed?: string;
}

/** What the built pages (`web/server`) export. They are packaged beside this function, not bundled into it. */
export interface PageServer {
  answerPage(question: PageQuestion): Promise<PageAnswer>;
}

/** Loads the built pages once, when the first page is asked for. */
export function pageServer(folder: URL): () => Promise<PageServer> {
  let loading: Promise<PageServer> | undefined;
  return () => {
    const loaded = loading ?? (import(new URL('server/index.js', folder).href) as Promise<PageServer>);
    loading = loaded;
    return loaded;
  };
}
