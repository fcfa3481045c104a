import { createHmac, timingSafeEqual } from 'node:crypto';

/** The two headers under which a body is sent. */
export function headersFor(body: string, secret: string, now: number): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return { 'x-notice-timestamp': timestamp, 'x-notice-signature': `sha256=${signature}` };
}

/** Whether a body came from whoever knows the secret. */
export function isSigned(
  body: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secret: string,
): boolean {
  const right = createHmac('sha256', secret).update(`${headers['x-notice-timestamp']}.${body}`).digest('hex');
  const [a, b] = [Buffer.from(`sha256=${right}`), Buffer.from(String(headers['x-notice-signature']))];
  return a.length === b.length && timingSafeEqual(a, b);
}
