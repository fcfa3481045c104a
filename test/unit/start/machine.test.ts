import { describe, expect, it } from 'vitest';
import { missingForCommands, missingForHost } from '../../../tools/machine.mjs';

const usual = { platform: 'linux', arch: 'x64', musl: false, node: '20.19.0', otherTable: false };

describe('what a machine lacks', () => {
  it.each([
    ['Linux x64 with an old Node', {}],
    ['Linux x64 without glibc, with Node 24', { musl: true, node: '24.1.0' }],
    ['a Mac with Node 24 and another table server', { platform: 'darwin', node: '24.1.0', otherTable: true }],
    ['Linux arm64 with another table server', { arch: 'arm64', otherTable: true }],
  ])('%s: nothing for the host', (_, machine) => {
    expect(missingForHost({ ...usual, ...machine })).toBeUndefined();
  });

  it.each([
    ['Linux arm64', { arch: 'arm64' }, ['linux-arm64', 'DYNAMODB_ENDPOINT']],
    ['a Mac with an old Node', { platform: 'darwin', arch: 'arm64' }, ['darwin-arm64', 'Node 24']],
    ['Linux x64 without glibc, with an old Node', { musl: true }, ['musl', 'Node 24']],
    ['Windows, whatever else it has', { platform: 'win32', otherTable: true, node: '24.1.0' }, ['WSL 2']],
  ])('%s: told in both languages, with the way on', (_, machine, named) => {
    const words = missingForHost({ ...usual, ...machine });
    for (const name of named) {
      expect(words?.vi).toContain(name);
      expect(words?.en).toContain(name);
    }
  });

  it('commands that boot no host need Node 24 alone', () => {
    expect(missingForCommands({ ...usual, platform: 'win32', node: '24.0.0' })).toBeUndefined();
    expect(missingForCommands({ ...usual, arch: 'arm64' })).toBeUndefined();
    expect(missingForCommands({ ...usual, platform: 'darwin' })?.en).toContain('https://nodejs.org');
  });
});
