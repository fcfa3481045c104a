import { createHash } from 'node:crypto';
import { samplePaper } from '../../start/demo/sample-paper.ts';
import type { AttackClass } from './attack.ts';
import { VICTIM } from './dossiers.ts';

/** People who want to change what was handed in. */
export const files: AttackClass = {
  name: 'files',
  attacks: [
    {
      tries: 'uploads something else over a file that was judged',
      async run(target) {
        const token = await target.token({ kind: 'citizen', id: VICTIM.identityNumber, level: 2 });
        const bytes = new Uint8Array(samplePaper('The right one').bytes);
        const body = {
          fileName: 'giay.pdf',
          contentType: 'application/pdf',
          size: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        };
        const { body: ticket } = await target.send('POST', '/v1/uploads', { token, body });
        const put = (content: Uint8Array<ArrayBuffer>, headers: Record<string, string> = ticket.headers) =>
          fetch(ticket.url, { method: ticket.method, headers, body: content });
        const first = await put(bytes);
        if (!first.ok) throw new Error(`the upload answered ${first.status}`);
        const second = await put(bytes);
        if (second.ok) return 'it was written over';
        const { 'if-none-match': _, ...unconditional } = ticket.headers as Record<string, string>;
        return (await put(bytes, unconditional)).ok ? 'it was written over without the condition' : undefined;
      },
    },
  ],
};
