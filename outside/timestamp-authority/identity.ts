import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { generalTime, ids, item, whole } from './asn1.ts';

/** Who the simulated authority is: the certificate of those who trust it, its own, and its key. */
export interface Identity {
  readonly root: Buffer;
  readonly certificate: Buffer;
  readonly key: KeyObject;
}

const named = (name: string) =>
  item(0x30, item(0x31, item(0x30, ids.commonName, item(0x0c, Buffer.from(name)))));
const algorithm = item(0x30, ids.ecdsaWithSha256);

/** Makes a root and a certificate for stamping times, valid for some years around an instant. */
export function makeIdentity(around: number): Identity {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const year = 365 * 86_400_000;
  const certify = (serial: number, name: string, publicKey: KeyObject, extensions: Buffer[]) => {
    const content = item(
      0x30,
      item(0xa0, whole(2)),
      whole(serial),
      algorithm,
      named('Simulated timestamp root'),
      item(0x30, generalTime(around - 3 * year), generalTime(around + 3 * year)),
      named(name),
      publicKey.export({ format: 'der', type: 'spki' }),
      item(0xa3, item(0x30, ...extensions)),
    );
    const signature = sign('sha256', content, authority.privateKey);
    return item(0x30, content, algorithm, item(3, Buffer.of(0), signature));
  };
  const critical = (id: Buffer, value: Buffer) => item(0x30, id, item(1, Buffer.of(0xff)), item(4, value));
  return {
    root: certify(1, 'Simulated timestamp root', authority.publicKey, [
      critical(ids.basicConstraints, item(0x30, item(1, Buffer.of(0xff)))),
      critical(ids.keyUsage, item(3, Buffer.of(1, 0x06))),
    ]),
    certificate: certify(2, 'Simulated timestamp authority', own.publicKey, [
      critical(ids.keyUsage, item(3, Buffer.of(7, 0x80))),
      critical(ids.extendedKeyUsage, item(0x30, ids.timeStamping)),
    ]),
    key: own.privateKey,
  };
}
