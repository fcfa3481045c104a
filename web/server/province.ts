import type { Client } from '../api/client.ts';

/** Milliseconds for which a name holds, and for which nobody is asked after it was not given. */
const HOLDS = 300_000;
const RESTS = 10_000;

let known: { readonly name: string | undefined; readonly until: number } = { name: undefined, until: 0 };
let asking: Promise<void> | undefined;

/** The name of the province, from its units; its code while nobody gives it. Pages never wait long for it. */
export async function provinceName(api: Client, agency: string): Promise<string> {
  if (Date.now() >= known.until) {
    asking ??= ask(api, agency).finally(() => {
      asking = undefined;
    });
    await asking;
  }
  return known.name ?? agency;
}

async function ask(api: Client, agency: string): Promise<void> {
  try {
    const { units } = await api.get('getOrganization', { signal: AbortSignal.timeout(2000) });
    known = { name: units.find(({ code }) => code === agency)?.name, until: Date.now() + HOLDS };
  } catch {
    known = { ...known, until: Date.now() + RESTS };
  }
}
