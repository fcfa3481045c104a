// Checks a proof that a dossier was anchored (GET /v1/dossiers/{code}/proof), with nothing but Node and the
// province's public key:
//   node check-proof.mjs PROOF.json [PUBLIC-KEY]     the key in base64 (DER), as the province publishes it
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file, trusted] = process.argv.slice(2);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

function rootOf({ leaf, index, size, path }) {
  // RFC 9162, 2.1.3.2: leaves are hashed behind a 0, nodes behind a 1.
  let [at, last, hash] = [index, size - 1, sha256(Buffer.of(0), leaf)];
  for (const hex of path) {
    if (last === 0) throw new Error('the path is too long');
    const beside = Buffer.from(hex, 'hex');
    if (at % 2 === 1 || at === last) {
      hash = sha256(Buffer.of(1), beside, hash);
      for (; at % 2 === 0 && at > 0; last = Math.floor(last / 2)) at /= 2;
    } else hash = sha256(Buffer.of(1), hash, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  if (last !== 0) throw new Error('the path is too short');
  return hash.toString('hex');
}

try {
  const proof = JSON.parse(readFileSync(file, 'utf8'));
  const key = createPublicKey({
    key: Buffer.from(trusted ?? proof.publicKey, 'base64'),
    format: 'der',
    type: 'spki',
  });
  if (!verify('sha256', Buffer.from(proof.statement), key, Buffer.from(proof.signature, 'base64')))
    throw new Error('the statement is not signed by this key');
  const { day, province, trees } = JSON.parse(proof.statement);
  if (proof.size !== trees.ledgers.size || rootOf(proof) !== trees.ledgers.root)
    throw new Error('the leaf is not in the tree that was signed');
  const [kind, code, seq, hash] = proof.leaf.split(' ');
  if (kind !== 'ledger' || code !== proof.dossier || day !== proof.day)
    throw new Error('it is about something else');
  console.log(
    `Right: at the end of ${day}, dossier ${code} of ${province} had ${seq} entries, the last with hash ${hash}.`,
  );
  if (!trusted) console.log('By the key in the proof: compare it with the key that the province publishes.');
} catch (error) {
  console.error(`Wrong: ${error.message}`);
  process.exitCode = 1;
}
