import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpRevocationSource } from '../../../functions/connectors/revocation/http-revocation-source.ts';
import { verifySignatures } from '../../../functions/domain/signatures/verify-signatures.ts';
import { crlOf, type Holder, holder, NOW, ocspOf } from '../../support/signatures/certificates.ts';
import { document } from '../../support/signatures/documents.ts';
import { foreignSignature } from '../../support/signatures/foreign-signature.ts';

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const root = holder('Root', { authority: true });
const answers = new Map<string, Buffer>();
const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  request.resume().on('end', () => response.writeHead(answer ? 200 : 404).end(answer));
});
let host = '';
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));

const source = (trusted = true) =>
  httpRevocationSource({ trustedHosts: trusted ? [host] : [], now: () => NOW, milliseconds: 2000 });
const named = (): Holder =>
  holder('Lê Văn Cường', { issuer: root, crlUrl: `http://${host}/list`, ocspUrl: `http://${host}/ask` });

describe('what authorities say of revocation', () => {
  test('an answer by OCSP is enough', async () => {
    const who = named();
    const answer = ocspOf(root, who, 'good');
    answers.clear();
    answers.set('/ask', answer).set('/list', crlOf(root, []));
    expect(await source().fetch(who.chain)).toEqual({ crls: [], ocsps: [answer] });
  });

  test('without one, or with one that nobody may give, the list is asked for', async () => {
    const who = named();
    const list = crlOf(root, []);
    answers.clear();
    answers.set('/list', list);
    expect(await source().fetch(who.chain)).toEqual({ crls: [list], ocsps: [] });
    answers.set('/ask', ocspOf(root, who, 'good', holder('Stranger', { purposes: [OCSP_SIGNING] })));
    expect(await source().fetch(who.chain)).toEqual({ crls: [list], ocsps: [] });
    answers.set('/list', crlOf(holder('Root', { authority: true }), []));
    expect(await source().fetch(who.chain)).toEqual({ crls: [], ocsps: [] });
  });

  test('addresses that certificates name must be public, unless the province trusts them', async () => {
    answers.clear();
    answers.set('/list', crlOf(root, []));
    expect(await source(false).fetch(named().chain)).toEqual({ crls: [], ocsps: [] });
  });
});

describe('answers by OCSP', () => {
  const judged = async (who: Holder, ocsp: Buffer) => {
    const pdf = await foreignSignature(await document(), who, { scheme: 'ecdsa' });
    const revocation = { ocsps: [ocsp], demanded: true };
    const report = await verifySignatures(pdf, { authorities: [root.der], at: NOW, revocation });
    return [report.verdict, report.signatures[0]?.reasons[0]?.code];
  };

  test('good, revoked, of another, and by whom', async () => {
    const who = holder('Lê Văn Cường', { issuer: root });
    const other = holder('Lê Văn Cường', { issuer: root });
    const delegate = holder('Answers', { issuer: root, purposes: [OCSP_SIGNING] });
    const nobody = holder('Nobody', { issuer: root });
    expect(await judged(who, ocspOf(root, who, 'good'))).toEqual(['valid', 'time-claimed']);
    expect(await judged(who, ocspOf(root, who, 'good', delegate))).toEqual(['valid', 'time-claimed']);
    expect(await judged(who, ocspOf(root, who, NOW - 1000))).toEqual(['invalid', 'certificate-revoked']);
    for (const answer of [ocspOf(root, other, 'good'), ocspOf(root, who, 'good', nobody), Buffer.from('no')])
      expect(await judged(who, answer)).toEqual(['indeterminate', 'revocation-demanded']);
  });
});
