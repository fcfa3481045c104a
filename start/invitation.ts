import type { StartOptions } from './arguments.mjs';

/** What a newcomer can paste next: the address, the documentation, and a command for each kind of caller. */
export async function invitation(apiUrl: string, options: StartOptions): Promise<string> {
  const token = (body: string) =>
    `$(curl -s ${apiUrl}/dev/tokens -H 'content-type: application/json' -d '${body}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`;
  return `
Một Cửa serves Phú Thọ.
  Officers       ${apiUrl}/officer
  Citizens       ${apiUrl}/mine       everybody      ${apiUrl}/procedures
  API            ${apiUrl}            documentation  ${apiUrl}/docs
  AWS protocols  http://127.0.0.1:${options.port + 1}
  kept in        ${options.data}${options.speed > 1 ? `\n  time runs      ${options.speed} times faster` : ''}

A citizen lists their dossiers:
  curl -s ${apiUrl}/v1/dossiers -H "authorization: Bearer ${token('{"kind":"citizen","id":"025090000001","level":2}')}"

A portal submits a dossier:
  curl -s ${apiUrl}/v1/dossiers -H 'content-type: application/json' -H "authorization: Bearer ${token('{"kind":"portal","id":"dvcqg"}')}" \\
    -d '{"procedure":"1.013225","channel":"online","receivingUnit":"H44.101","applicant":{"kind":"person","name":"Trần Thị Bình","identityNumber":"025190000002"},"components":[{"component":"c1","paperCopies":1},{"component":"c2","paperCopies":1},{"component":"c7","paperCopies":2}]}'

An officer lists their tasks:
  curl -s ${apiUrl}/v1/tasks -H "authorization: Bearer ${token('{"kind":"officer","id":"tiepnhan.h44-101","unit":"H44.101","roles":["reception"]}')}"

Ctrl-C stops.`;
}
