import * as z from 'zod';
import { HostError } from '../../local/host/host-error.ts';
import { uploadTicket } from '../../schemas/api/upload.ts';
import type { ApiClient } from '../api-client.ts';
import type { SamplePaper } from './sample-paper.ts';

/** Declares a paper, uploads it under the link it gets, has it judged, and returns the file’s id. */
export async function uploadPaper(client: ApiClient, fileName: string, paper: SamplePaper): Promise<string> {
  const { body } = await client.post('/v1/uploads', {
    fileName,
    contentType: 'application/pdf',
    size: paper.bytes.length,
    sha256: paper.sha256,
  });
  const ticket = z.parse(uploadTicket, body);
  const sent = await fetch(ticket.url, {
    method: ticket.method,
    headers: ticket.headers,
    body: new Uint8Array(paper.bytes),
  });
  if (!sent.ok)
    throw new HostError(
      `The upload of ${fileName} answered ${sent.status}: ${(await sent.text()).slice(0, 500)}`,
    );
  await client.post(`/v1/uploads/${ticket.id}/completion`, undefined);
  return ticket.id;
}
