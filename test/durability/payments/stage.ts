import { copyFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { signedHeaders } from '../../../local/iam/sign-request.ts';
import { loadStarterProvince } from '../../../province/load-starter-province.ts';
import { devClient } from '../../../start/api-client.ts';
import { loadProvince } from '../../../start/load-province.ts';
import { ASSEMBLY, assembly } from '../../support/assembly.ts';
import { stillDeciding } from '../../support/still-deciding.ts';

/** A Monday at 8:00 in Việt Nam, later than the world's time, so that every run begins at the same hour of office. */
const BEGINNING = Date.parse('2031-03-03T01:00:00Z');

/** A data folder with the application in it, whose time has not begun. */
export async function openStage(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'motcua-payments-'));
  // A copy: the sources may change while the run lasts.
  cpSync(await assembly(), join(data, 'cdk.out'), { recursive: true });
  copyFileSync(join(ASSEMBLY, 'dev-keys.json'), join(data, 'dev-keys.json'));
  writeFileSync(join(data, 'clock.json'), JSON.stringify({ now: BEGINNING }));
  return data;
}

/** Loads the province with the one procedure that is paid for. */
export async function loadPaidProcedure(url: string, procedure: string): Promise<void> {
  const whole = stillDeciding(loadStarterProvince());
  const procedures = whole.procedures.filter(each => each.procedure.code === procedure);
  const administrator = await devClient(url, { kind: 'administrator', id: 'quantri.h44', unit: 'H44' });
  await loadProvince(administrator, { ...whole, procedures }, () => undefined);
}

const keys = z.looseObject({ accessKeyId: z.string(), secretAccessKey: z.string() });

/** Requests that one call of the function asks about, and how often it may fail in between. */
const AT_ONCE = 200;
const FAILURES = 10;

/** Has the platform asked about so many requests, and those that it never heard of, as the schedule does. */
export async function askAboutAll(data: string, port: number, requests: number): Promise<void> {
  const calls = Math.ceil((requests * 1.5) / AT_ONCE) + 2;
  for (let done = 0, failed = 0; done < calls; ) {
    const fault = await askOnce(data, port);
    if (fault === undefined) done++;
    else if (++failed > FAILURES) throw new Error(fault);
  }
}

/** What was wrong with a call of the function that asks. */
async function askOnce(data: string, port: number): Promise<string | undefined> {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(data, file), 'utf8'));
  const names = z.array(z.string()).parse(read('functions.json'));
  const name = names.find(each => /payment-?asking/i.test(each));
  const call = { url: `http://127.0.0.1:${port + 1}/2015-03-31/functions/${name}/invocations`, body: '{}' };
  const headers = signedHeaders(call, 'lambda', keys.parse(read('host-keys.json')));
  const answer = await fetch(call.url, { method: 'POST', headers, body: call.body });
  const said = await answer.text();
  const failed = !answer.ok || answer.headers.has('x-amz-function-error');
  return failed ? `asking the platform was answered ${answer.status}: ${said}` : undefined;
}
