/** What was found, a line each, and the count that `.ci/run` adds to that of the tests. */
export class Report {
  passed = 0;
  failed = 0;

  say(line: string): void {
    process.stdout.write(`${line}\n`);
  }

  /** What cannot be seen here, and why: said, and not counted. */
  skipped(what: string, because: string): void {
    this.say(`  skipped  ${what}: ${because}`);
  }

  /** A gap that was expected: where it is none any more, that is said, so that it leaves the list. */
  gap(what: string, because: string, isThere: boolean): void {
    if (isThere) this.skipped(what, because);
    else
      this.say(
        `  BEGUN TO WORK  ${what}: take this gap off the list, and check what it kept from being seen`,
      );
  }

  /** Something that must hold. What is answered is said beside it; what is thrown is a failure, and thrown on. */
  async holds<T>(what: string, look: () => Promise<T>): Promise<T> {
    try {
      const found = await look();
      this.passed += 1;
      this.say(`  ok       ${what}${typeof found === 'string' ? `: ${found}` : ''}`);
      return found;
    } catch (thrown) {
      this.failed += 1;
      this.say(`  FAILED   ${what}\n${indented(told(thrown))}`);
      throw new AlreadyTold();
    }
  }

  /** A part of the checks: the first failure ends it, and the others go on. */
  async part(title: string, checks: () => Promise<void>): Promise<void> {
    const started = Date.now();
    this.say(title);
    try {
      await checks();
    } catch (thrown) {
      if (thrown instanceof AlreadyTold) this.say('  The rest of this part was not looked at.');
      else {
        this.failed += 1;
        this.say(`  FAILED   ${title}\n${indented(told(thrown))}`);
      }
    }
    this.say(`  ${Math.round((Date.now() - started) / 1000)} s`);
  }
}

class AlreadyTold extends Error {}

function told(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

const indented = (text: string) => text.replace(/^/gm, '           ');
