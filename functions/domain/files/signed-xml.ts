/** The namespace of signatures in XML (XML-DSig, XAdES). */
const SIGNATURES = 'http://www.w3.org/2000/09/xmldsig#';

/** Whether a text begins as XML does: texts have no other mark. */
export const beginsAsXml = (bytes: Uint8Array): boolean =>
  /^\uFEFF?\s*<(?:\?xml\s|[A-Za-z_][\w.-]*[:\s/>])/.test(beginning(bytes)) &&
  !/<(?:!doctype html|html|svg)\b/i.test(beginning(bytes));

const beginning = (bytes: Uint8Array) => new TextDecoder().decode(bytes.subarray(0, 1024));

/**
 * What is wrong with a signed XML file. `unsigned`: it is a text like any other. `active`: it declares entities or
 * brings a program for its display.
 */
export function xmlFault(bytes: Uint8Array): 'unsigned' | 'active' | 'cutOff' | undefined {
  const text = textOf(bytes);
  if (text === undefined || text.includes('\0')) return 'active';
  if (/<!DOCTYPE|<\?xml-stylesheet|xmlns(?::\w+)?=["']http:\/\/www\.w3\.org\/1999\/(?:XSL|xhtml)/i.test(text))
    return 'active';
  const root = /^\uFEFF?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<([\w:.-]+)/.exec(text)?.[1];
  if (root === undefined || !text.trimEnd().endsWith(`</${root}>`)) return 'cutOff';
  return text.includes(SIGNATURES) && /<(?:\w+:)?SignatureValue[\s>]/.test(text) ? undefined : 'unsigned';
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
