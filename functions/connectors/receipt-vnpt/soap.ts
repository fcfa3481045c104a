import { VNPT_NAMESPACE, VNPT_SERVICES, type VnptOperation } from '../../../schemas/outside/receipt-vnpt.ts';
import type { ReadXml, XmlElement } from '../../domain/ports/xml.ts';
import { canonicalXml, DECLARATION } from '../../domain/xml/canonical-xml.ts';
import { element } from '../../domain/xml/element.ts';
import { type Deadline, fetchInTime } from '../../kernel/outside/deadline.ts';
import { type Missed, missed, missedByFault, missedByStatus } from '../../kernel/outside/missed.ts';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** A call of VNPT's services, by the names of its parameters. */
export interface SoapCall {
  readonly operation: VnptOperation;
  readonly parameters: Readonly<Record<string, string>>;
  readonly mostBytes: number;
}

/** A call as it is sent. @throws XmlTextError where a text cannot be written in XML. */
export function soapMessage({ operation, parameters }: Omit<SoapCall, 'mostBytes'>): string {
  const call = element(
    operation,
    Object.entries(parameters).map(([name, value]) => element(name, value)),
    { xmlns: VNPT_NAMESPACE },
  );
  return DECLARATION + canonicalXml(element('Envelope', [element('Body', [call])], { xmlns: ENVELOPE }));
}

/** Calls an operation, once, and gives the text that it returned. */
export async function callSoap(
  readXml: ReadXml,
  site: string,
  call: SoapCall,
  deadline: Deadline,
): Promise<string | Missed> {
  const url = new URL(VNPT_SERVICES[call.operation], site.endsWith('/') ? site : `${site}/`);
  const answer = await fetchInTime(deadline, {
    url: url.href,
    body: Buffer.from(soapMessage(call)),
    contentType: 'text/xml; charset=utf-8',
    headers: { soapaction: `"${VNPT_NAMESPACE}${call.operation}"` },
    mostBytes: call.mostBytes,
    trustedHosts: [url.host],
  });
  if ('fault' in answer) return missedByFault(answer.fault);
  if (answer.status !== 200) return missedByStatus(answer.status);
  const read = readXml(answer.body.toString('utf8'));
  if ('fault' in read) return missed('untrustworthy', 'malformed');
  const result = within(read.root, `${call.operation}Result`);
  return result === undefined ? missed('untrustworthy', 'no-result') : result.text.trim();
}

/** The first element of a name, however deep. */
function within(root: XmlElement, name: string): XmlElement | undefined {
  if (root.name === name) return root;
  for (const child of root.children) {
    const found = within(child, name);
    if (found) return found;
  }
  return undefined;
}
