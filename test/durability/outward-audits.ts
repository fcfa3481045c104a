import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { resultList } from '../../schemas/api/dossier.ts';
import type { Finding } from './findings.ts';
import type { KeptDossier, Snapshot } from './snapshot.ts';
import type { StubbornClient } from './stubborn-client.ts';

const AT_ONCE = 6;

/** What the API shows of every dossier against what is kept: its ledger, its head, and the file of its result. */
export async function outwardFindings(client: StubbornClient, { dossiers }: Snapshot): Promise<Finding[]> {
  const waiting = [...dossiers.values()];
  const found: Finding[] = [];
  const worker = async () => {
    for (let dossier = waiting.pop(); dossier; dossier = waiting.pop())
      found.push(...(await look(client, dossier)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return found;
}

async function look(client: StubbornClient, { code, head, events }: KeptDossier): Promise<Finding[]> {
  const finding = (what: string): Finding => ({
    audit: 'the API shows what is kept, and every result can be fetched',
    what: `${code}: ${what}`,
  });
  const shown = await client.dossier(code);
  const ledger = await client.history(code);
  const found: Finding[] = [];
  if (
    head &&
    (shown.version < head.version || (shown.version === head.version && shown.handling !== head.handling))
  ) {
    found.push(finding(`shown as ${shown.handling} in version ${shown.version}, kept as ${head.handling}`));
  }
  // An alarm may have sounded since the snapshot.
  if (!isDeepStrictEqual(ledger.slice(0, events.length), events))
    found.push(finding('another ledger is shown'));
  if (head?.result && !(await fetches(client, code, head.result.sha256))) {
    found.push(finding(`the file of result ${head.result.number} is not what was issued`));
  }
  return found;
}

async function fetches(client: StubbornClient, code: string, sha256: string): Promise<boolean> {
  const citizen = await client.token({ kind: 'citizen', id: '025090000001', level: 2 });
  const { body } = await client.send('GET', `/v1/dossiers/${code}/results`, citizen);
  const { items } = z.parse(resultList, body);
  const file = items[0] && (await fetch(items[0].url));
  if (!file?.ok) return false;
  return (
    createHash('sha256')
      .update(await file.bytes())
      .digest('hex') === sha256
  );
}
