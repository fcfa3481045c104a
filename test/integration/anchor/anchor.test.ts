import { execFile } from 'node:child_process';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anchorKeys } from '../../../functions/records/keys/anchor-keys.ts';
import { keys } from '../../../functions/records/keys/keys.ts';
import { anchorNames } from '../../support/anchors/host-anchors.ts';
import { devCaller } from '../../support/api-caller.ts';
import { openWorld, signed, submitted, type World } from '../api/world.ts';

const HOUR = 3600 * 1000;
/** Ten in the evening in Vietnam, of today: the audit, which asks the machine's clock, takes nothing for late. */
const START = Math.floor((Date.now() + 7 * HOUR) / (24 * HOUR)) * 24 * HOUR + 15 * HOUR;

let world: World;
beforeAll(async () => {
  world = await openWorld(async () => undefined, START);
}, 180_000);
afterAll(() => world?.province.stop());

/** `npm run audit` on the host's AWS port. */
function audit(): Promise<{ code: number; text: string }> {
  const { host } = world.province;
  const { table, bucket, key } = anchorNames(host);
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: host.awsUrl,
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: host.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: host.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: host.credentials.sessionToken,
  };
  const args = ['tools/audit.ts', '--table', table, '--bucket', bucket, '--key', key, '--province', 'H44'];
  return new Promise(resolve =>
    execFile(process.execPath, args, { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, text: `${stdout}${stderr}` }),
    ),
  );
}

test('the night anchors the day, proves a dossier of it, and finds by the anchor what somebody did to it', {
  timeout: 120_000,
}, async () => {
  const { province, clock, conformance } = world;
  const { host } = province;
  const { code } = await signed(world);
  await submitted(world.portal);
  const today = new Date(START).toISOString().slice(0, 10);
  // The run before midnight anchors yesterday, and is let end before the night comes.
  for (const at of [START + HOUR / 2, START + 3 * HOUR]) {
    await clock.advanceTo(at);
    await host.idle();
  }
  const auditor = await devCaller({ url: world.url, conformance }, 'auditor of the night', {
    kind: 'officer',
    id: 'kiemtra.dem',
    unit: 'H44',
    roles: ['auditor'],
  });
  const proof = await auditor.call('getProof', { params: { code } });
  expect(proof.body).toMatchObject({ day: today, leaf: expect.stringMatching(`^ledger ${code} \\d+ `) });
  expect(await audit()).toEqual({
    code: 0,
    text: expect.stringMatching(/2 days, 2 leaves of ledgers: everything is as it was anchored/),
  });

  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: 'ap-southeast-1', endpoint: host.awsUrl, credentials: host.credentials }),
  );
  const TableName = anchorNames(host).table;
  await client.send(
    new UpdateCommand({
      TableName,
      Key: keys.event(code, 2),
      UpdateExpression: 'SET #event.#at = :at',
      ExpressionAttributeNames: { '#event': 'event', '#at': 'at' },
      ExpressionAttributeValues: { ':at': '2020-01-01T08:00:00+07:00' },
    }),
  );
  const tampered = await audit();
  expect(tampered.text).toContain(`${today}  ${code}  entry 2: wrongHash`);
  expect(tampered.code).toBe(1);

  // The audit of this night is done: it begins anew in the next hour.
  await client.send(new DeleteCommand({ TableName, Key: anchorKeys.audit() }));
  await clock.advanceTo(START + 4 * HOUR);
  await host.idle();
  const { items } = (await world.administrator.call('listFindings', { query: { on: today } })).body;
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'anchorDiffers',
      name: code,
      detail: `${today}: entry 2: wrongHash`,
      state: 'open',
    }),
  );
  expect([...province.logs().values()].join('\n')).toContain('"AnchorBroken":1');
  expect((await auditor.call('getProof', { params: { code } })).code).toBe('ledger-broken');
});
