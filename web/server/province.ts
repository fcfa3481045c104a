import type { Client } from '../api/client.ts';

let known: { readonly name: string; readonly until: number } | undefined;

/** The name of the province, from its units; asked for again after five minutes, and its code while nobody answers. */
export async function provinceName(api: Client, agency: string): Promise<string> {
  const now = Date.now();
  if (known && now < known.until) return known.name;
  try {
    const { units } = await api.get('getOrganization');
    const name = units.find(({ code }) => code === agency)?.name ?? agency;
    known = { name, until: now + 300_000 };
    return name;
  } catch {
    return known?.name ?? agency;
  }
}
