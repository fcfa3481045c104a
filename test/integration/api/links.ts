import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type LinkCase, linkTable } from '../../../law/rights/links.ts';
import type { VirtualClock } from '../../../local/host/clock.ts';
import { samplePaper } from '../../../start/demo/sample-paper.ts';
import { receipted } from './receipts.ts';
import { MONDAY, signed, type World } from './world.ts';

/** A link and how it is used: what it was made for, unless a case changes it. */
interface Use {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

const changed = (use: Use, change: (url: URL) => void): Use => {
  const url = new URL(use.url);
  change(url);
  return { ...use, url: url.href };
};
const elsewhere = (url: URL) => {
  url.pathname = url.pathname.replace(/.(?=[^/]*$)/, letter => (letter === 'x' ? 'y' : 'x'));
};
const resigned = (url: URL) => {
  const seal = url.searchParams.get('X-Amz-Signature') ?? '';
  url.searchParams.set('X-Amz-Signature', `${seal.startsWith('0') ? '1' : '0'}${seal.slice(1)}`);
};

/** How each case uses the link; those that wait are told from the others by their name. */
const uses: Readonly<Record<LinkCase['case'], (use: Use) => Use>> = {
  'as given, within its five minutes, by anybody who holds it': use => use,
  'changed to name another file': use => changed(use, elsewhere),
  'changed to last longer': use => changed(use, url => url.searchParams.set('X-Amz-Expires', '86400')),
  'changed in its signature': use => changed(use, resigned),
  'without its signature': use => changed(use, url => url.searchParams.delete('X-Amz-Signature')),
  'changed to be shown as another type': use =>
    changed(use, url => url.searchParams.set('response-content-type', 'text/html')),
  'used to overwrite the file': use => ({ ...use, method: 'PUT', body: new Uint8Array([1]) }),
  'used to read the file': use => ({ ...use, method: 'GET', body: undefined }),
  'used for another file than was declared': use => ({ ...use, body: new Uint8Array(use.body?.length ?? 1) }),
  'after its time': use => use,
};

async function statusOf({ url, method, headers, body }: Use): Promise<number> {
  const answer = await fetch(url, { method, headers, ...(body && { body }) });
  await answer.arrayBuffer();
  return answer.status;
}

/** Presigned links in other hands and other times. Moves the clock on, so it comes last. */
export function links(open: () => World, clock: () => VirtualClock): void {
  describe('links', () => {
    let made: Promise<Readonly<Record<LinkCase['link'], Use>>> | undefined;
    const given = () => {
      made ??= openLinks(open());
      return made;
    };
    const late = (line: LinkCase) => line.case === 'after its time';

    test.each(linkTable.filter(line => !late(line)).map(line => [line.link, line.case, line] as const))(
      '%s %s',
      async (_, __, line) => {
        const status = await statusOf(uses[line.case]((await given())[line.link]));
        if (line.outcome === 'works') expect(status).toBe(200);
        else expect([400, 401, 403]).toContain(status);
      },
    );

    test('after their time they open nothing', async () => {
      const both = await given();
      await clock().advanceTo(MONDAY + 16 * 60_000);
      const lines = linkTable.filter(late);
      expect(lines.map(({ link }) => link).toSorted()).toEqual([
        'form',
        'paper',
        'receipt',
        'result',
        'upload',
      ]);
      for (const { link } of lines) expect(await statusOf(both[link]), link).toBe(403);
    });
  });
}

async function openLinks(world: World): Promise<Readonly<Record<LinkCase['link'], Use>>> {
  const { owner } = world;
  const { code } = await signed(world);
  const { components } = (await owner.call('getDossier', { params: { code } })).body;
  const paper = (await world.handler.call('openFile', { params: { code, id: components[0].files[0].id } }))
    .body;
  const form = (await owner.call('getForm', { params: { code, id: '01-2' } })).body;
  const [result] = (await owner.call('listResults', { params: { code } })).body.items;
  const { code: ofReceipt } = await receipted(world);
  const [receipt] = (await owner.call('listReceipts', { params: { code: ofReceipt } })).body.receipts;
  const bytes = new Uint8Array(samplePaper('Paper for a link').bytes);
  const ticket = await owner.call('createUpload', {
    body: {
      fileName: 'paper.pdf',
      contentType: 'application/pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  });
  const { url, method, headers } = ticket.body;
  return {
    result: { url: result.url, method: 'GET', headers: {}, body: undefined },
    paper: { url: paper.url, method: 'GET', headers: {}, body: undefined },
    form: { url: form.url, method: 'GET', headers: {}, body: undefined },
    receipt: { url: receipt.xml, method: 'GET', headers: {}, body: undefined },
    upload: { url, method, headers, body: bytes },
  };
}
