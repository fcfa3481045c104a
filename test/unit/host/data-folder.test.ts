import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bootHost } from '../../../local/host/boot.ts';
import { takeDataFolder } from '../../../local/host/lock.ts';
import { silentLog } from '../../../local/host/log.ts';
import { temporaryFolder } from './support.ts';

describe('a data folder', () => {
  it('is for one host at a time and is named, with the other host, when a second comes', () => {
    const folder = join(temporaryFolder(), 'data');
    const giveBack = takeDataFolder(folder);
    expect(() => takeDataFolder(folder)).toThrow(
      `${folder} is in use by the host with process id ${process.pid}`,
    );
    giveBack();
    takeDataFolder(folder)();
  });

  it('is open to its owner alone, whatever it was before', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o755);
    const giveBack = takeDataFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    giveBack();
  });

  it('can be taken from a host that was killed', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise(resolve => child.once('exit', resolve));
    writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: child.pid, startedAt: '1' }));
    takeDataFolder(folder)();
    expect(existsSync(join(folder, 'host.lock'))).toBe(false);
  });

  it('can be taken when the process id of a killed host now belongs to another process', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'host.lock'), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
    expect(() => takeDataFolder(folder)()).not.toThrow();
  });

  it('that cannot be made is named', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => takeDataFolder(join(file, 'data'))).toThrow(
      `The data folder ${join(file, 'data')} cannot be made`,
    );
  });
});

describe('a host that cannot start', () => {
  it('names the port that is in use and gives the data folder back', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => other.once('listening', resolve));
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const dataFolder = temporaryFolder();
    await expect(bootHost({ dataFolder, port, bare: true, log: silentLog })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is in use`,
    );
    expect(existsSync(join(dataFolder, 'host.lock'))).toBe(false);
  });

  it('names the table server that does not answer', async () => {
    const options = {
      dataFolder: temporaryFolder(),
      port: 0,
      bare: true,
      log: silentLog,
      dynamodbEndpoint: 'http://127.0.0.1:1',
    };
    await expect(bootHost(options)).rejects.toThrow('No table server answers at http://127.0.0.1:1');
  });

  it('names the assembly that is not there', async () => {
    const assemblyFolder = join(temporaryFolder(), 'cdk.out');
    mkdirSync(assemblyFolder);
    await expect(
      bootHost({ assemblyFolder, dataFolder: temporaryFolder(), port: 0, log: silentLog }),
    ).rejects.toThrow(`${join(assemblyFolder, 'manifest.json')} does not exist`);
  });
});
