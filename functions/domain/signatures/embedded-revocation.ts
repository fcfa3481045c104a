import { ATTRIBUTE, attributeOf, type Cms } from './cms.ts';
import { childrenOf, readDer } from './der.ts';
import type { RevocationData } from './revocation.ts';

/** What a signature carries about revocation: in CMS itself, and in Adobe's attribute (adbe-revocationInfoArchival). */
export function revocationInCms(cms: Cms): RevocationData {
  const attribute = attributeOf(cms.signer, ATTRIBUTE.revocation, true)?.values[0];
  const crls = [...cms.crls];
  const ocsps: Buffer[] = [];
  try {
    const part = attribute ? Buffer.from(attribute.toBER()) : undefined;
    for (const list of part ? childrenOf(readDer(part)) : [])
      for (const items of childrenOf(list))
        for (const item of childrenOf(items)) {
          if (list.tag === 0xa0) crls.push(item.whole);
          if (list.tag === 0xa1) ocsps.push(item.whole);
        }
  } catch {
    // What cannot be read says nothing about revocation.
  }
  return { crls, ocsps };
}
