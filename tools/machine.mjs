// @ts-check
// What this machine has of what Một Cửa needs. Plain JavaScript: read before anything is installed, by any Node >= 20.

/** The version of Node that everything runs on, as on AWS. */
export const NODE = 24;

/** Where npm has Node 24, and where it has the table server of the embedded host. */
const PACKAGED_NODE = ['linux-x64', 'linux-arm64'];
const TABLE_SERVER = ['linux-x64'];

/** @typedef {{ readonly vi: string, readonly en: string }} Words */
/**
 * @typedef {object} Machine
 * @property {string} platform as `process.platform`
 * @property {string} arch as `process.arch`
 * @property {boolean} musl Linux without glibc, such as Alpine: what npm has of Node does not run there
 * @property {string} node the version of the Node that runs this
 * @property {boolean} otherTable whether the environment names another table server
 */

/** @returns {Machine} */
export function thisMachine() {
  return {
    platform: process.platform,
    arch: process.arch,
    musl: process.platform === 'linux' && !runsOnGlibc(),
    node: process.versions.node,
    otherTable: Boolean(process.env['DYNAMODB_ENDPOINT']),
  };
}

function runsOnGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } } | undefined} */ (
    process.report?.getReport()
  );
  return report?.header?.glibcVersionRuntime !== undefined;
}

const nameOf = (/** @type {Machine} */ { platform, arch, musl }) =>
  `${platform}-${arch}${musl ? ' (musl)' : ''}`;

/** @param {Machine} machine whether npm has a Node 24 that runs here */
export function hasPackagedNode({ platform, arch, musl }) {
  return !musl && PACKAGED_NODE.includes(`${platform}-${arch}`);
}

/** @param {Machine} machine */
function lacksNode(machine) {
  return !hasPackagedNode(machine) && Number(machine.node.split('.')[0]) < NODE;
}

/**
 * What is missing here for any of the commands, in one sentence that says how to go on; undefined when nothing is.
 * @param {Machine} machine
 * @returns {Words | undefined}
 */
export function missingForCommands(machine) {
  if (!lacksNode(machine)) return undefined;
  const name = nameOf(machine);
  return {
    vi: `Máy này (${name}, Node ${machine.node}) thiếu Node ${NODE} mà npm không có sẵn cho nền tảng này: hãy cài Node ${NODE} trở lên từ https://nodejs.org rồi chạy lại.`,
    en: `This machine (${name}, Node ${machine.node}) lacks Node ${NODE}, which npm does not have for it: install Node ${NODE} or newer from https://nodejs.org and try again.`,
  };
}

/**
 * What is missing here for the embedded host, in one sentence that says how to go on; undefined when nothing is.
 * @param {Machine} machine
 * @returns {Words | undefined}
 */
export function missingForHost(machine) {
  const name = nameOf(machine);
  if (machine.platform === 'win32')
    return {
      vi: `Máy chủ giả lập cần Linux, không chạy trực tiếp trên Windows (${name}): hãy cài WSL 2 (“wsl --install”) rồi chạy npm start trong đó; xem docs/operations.md, mục “Other machines”.`,
      en: `The embedded host needs Linux and does not run on Windows itself (${name}): install WSL 2 (“wsl --install”) and run npm start inside it; see “Other machines” in docs/operations.md.`,
    };
  if (TABLE_SERVER.includes(`${machine.platform}-${machine.arch}`) || machine.otherTable)
    return missingForCommands(machine);
  const node = lacksNode(machine);
  return {
    vi: `Máy này (${name}) thiếu máy chủ bảng dữ liệu, npm chỉ có cho Linux x64${node ? `, và Node ${NODE}` : ''}: hãy chạy trong container hoặc máy ảo Linux x64, hoặc ${node ? `cài Node ${NODE} và ` : ''}khai báo một máy chủ tương thích DynamoDB trong biến DYNAMODB_ENDPOINT; xem docs/operations.md, mục “Other machines”.`,
    en: `This machine (${name}) lacks the table server, which npm has for Linux x64 only${node ? `, and Node ${NODE}` : ''}: run in a Linux x64 container or virtual machine, or ${node ? `install Node ${NODE} and ` : ''}name a DynamoDB-compatible server in DYNAMODB_ENDPOINT; see “Other machines” in docs/operations.md.`,
  };
}
