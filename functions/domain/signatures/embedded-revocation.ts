import { ATTRIBUTE, type Cms } from './cms.ts';
import { childrenOf } from './der.ts';
import type { RevocationData } from './revocation.ts';

/** What a signature carries about revocation: in CMS itself, and in Adobe's attribute (adbe-revocationInfoArchival). */
export function revocationInCms(cms: Cms): RevocationData {
  const attribute = cms.signed?.get(ATTRIBUTE.revocation);
  const crls = [...cms.crls];
  const ocsps: Buffer[] = [];
  try {
    for (const list of attribute ? childrenOf(attribute) : [])
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
