import type { Answer, Client } from '../../api/client.ts';

type Received = Answer<'listDossiers'>['items'][number];

/** A dossier in the list of a day: whose it is, how many papers came with it, and the cash that was paid for it. */
export interface HandedOver extends Received {
  readonly name: string;
  readonly papers: number;
  readonly cash: number;
}

/** Dossiers asked about at a time. */
const AT_ONCE = 8;

/** The dossiers that came on paper on a day, with their papers and the cash that was paid for each. */
export async function receivedOn(api: Client, unit: string, on: string): Promise<readonly HandedOver[]> {
  const found: Received[] = [];
  for (const channel of ['counter', 'post'] as const)
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await api.get('listDossiers', {
        query: {
          unit,
          channel,
          submittedFrom: on,
          submittedTo: on,
          limit: 100,
          ...(cursor !== undefined && { cursor }),
        },
      });
      found.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    }
  const handed: HandedOver[] = [];
  for (let start = 0; start < found.length; start += AT_ONCE)
    handed.push(
      ...(await Promise.all(found.slice(start, start + AT_ONCE).map(each => withPapers(api, each)))),
    );
  return handed;
}

async function withPapers(api: Client, received: Received): Promise<HandedOver> {
  const params = { code: received.code };
  const { applicant, components } = await api.get('getDossier', { params });
  const papers = components.reduce((sum, { paperCopies }) => sum + paperCopies, 0);
  if (received.money !== 'paid') return { ...received, name: applicant.name, papers, cash: 0 };
  const { payments } = await api.get('listPayments', { params });
  const inCash = payments.filter(({ method }) => method === 'cash');
  return {
    ...received,
    name: applicant.name,
    papers,
    cash: inCash.reduce((sum, { amount }) => sum + amount, 0),
  };
}
