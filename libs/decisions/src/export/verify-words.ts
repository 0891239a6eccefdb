/** What stands beside the exported file, for people outside. */
export interface ExportFacts {
  readonly title: string;
  readonly number: string | null;
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly entries: number;
  readonly files: number;
  readonly evidence: number;
  readonly ballots: number;
}

/** How to verify it, and what that shows and does not show. */
export const verifyWords = {
  zh: ({ title, number, exportedAt, exportedBy, entries, files, evidence, ballots }: ExportFacts): string =>
    `事项档案：${title}${number ? `（${number}）` : ''}
导出时间：${exportedAt}　导出人：${exportedBy}
记录 ${entries} 条，材料文件 ${files} 个，执行佐证 ${evidence} 个，无记名投票 ${ballots} 次。

一、怎样核对
在装有 bash、sha256sum、sed、grep 的电脑上（Linux、macOS、Windows 的 Git Bash）解压，然后运行：
    bash verify.sh
全部相符时显示“完整”；不相符时显示最先出错的一条记录或一个文件。不运行脚本也能核对：
    sha256sum --check SHA256SUMS              所有文件
    sed -n 3p record.jsonl | tr -d '\\n' | sha256sum    第 3 条记录的哈希，应与 record.sha256 第 3 行、第 4 条的 matterPrevious 相同
    sha256sum versions/1.json                 第 1 版的哈希，应与记录中 SUBMITTED 一条的 contentHash 相同
${ballots ? '    node ballots/recount-ballot.mjs ballots/文件名.json    重新计票（需要 Node.js 20 以上）\n' : ''}
二、里面有什么
record.jsonl      本事项的全部记录，一行一条，逐字节为计算哈希时的文本；matterPrevious 是前一条的哈希
record.sha256     每一条的哈希，一行一个
versions/         每次提交的内容，逐字节为计算哈希时的文本
materials/        材料的所有版本；materials.txt 是清单（序号、名称、版本、哈希、提交人、时间）
documents/         已印发的前置研究意见：PDF，和计算哈希时的文本（json，哈希与审计日志里印发的一条相同）
${ballots ? 'ballots/           无记名投票公布的全部选票，和重新计票的脚本\n' : ''}audit/            每条记录在审计日志里的事件编号、事件哈希、封存它的区块；block-*.json 是区块头，block-*.sig 是它的签名（base64）

三、能证明什么，不能证明什么
哈希相符，说明解压出来的内容和导出时一致，记录前后相接。整份档案被人重新做过时，内部仍会相符；因此请再核对：
  1. SHA256SUMS 的哈希（verify.sh 最后显示）与审计日志里“导出事项档案”一条所记的相同，由审计管理员告知；
  2. 区块头的哈希（sha256sum audit/block-*.json）与每天邮寄给审计管理员的区块头相同；
  3. 审计管理员可按 audit/seals.txt 的事件编号，核对事件中的 recordHash 与 record.sha256 相同。
提交前移除的材料不在档案里，记录中有移除的一条。显示为 0 字节的材料，其内容已不在文件库中。
`,
  en: ({ title, number, exportedAt, exportedBy, entries, files, evidence, ballots }: ExportFacts): string =>
    `File of a matter: ${title}${number ? ` (${number})` : ''}
Exported at ${exportedAt} by ${exportedBy}
${entries} entries of the record, ${files} files of materials, ${evidence} of evidence, ${ballots} secret ballots.

1. How to verify it
Unpack it on a computer that has bash, sha256sum, sed and grep (Linux, macOS, Git Bash on Windows), and run
    bash verify.sh
It says "Complete", or names the first entry or file that is broken. Without the script:
    sha256sum --check SHA256SUMS              all files
    sed -n 3p record.jsonl | tr -d '\\n' | sha256sum    the hash of entry 3: line 3 of record.sha256, matterPrevious of entry 4
    sha256sum versions/1.json                 the hash of version 1: contentHash of its entry SUBMITTED
${ballots ? '    node ballots/recount-ballot.mjs ballots/NAME.json    recounts a ballot (Node.js 20 or later)\n' : ''}
2. What is in it
record.jsonl      the whole record of the matter, an entry a line, byte for byte as it was hashed
record.sha256     the hash of each entry, one a line
versions/         what was submitted each time, byte for byte as it was hashed
materials/        all versions of all materials; materials.txt lists them (no, name, version, hash, by whom, when)
${evidence ? 'evidence/         files that came with reports on milestones and reports back; evidence.txt lists them like materials.txt\n' : ''}documents/        opinions that were issued: as PDF, and as the text that was hashed (json; the audit log has that hash)
${ballots ? 'ballots/          the published papers of secret ballots, and the script that recounts them\n' : ''}audit/            for each entry the number and hash of its event in the audit log and the block that seals it;
                  block-*.json are the headers of these blocks, block-*.sig their signatures (base64)

3. What that shows, and what it does not
Fitting hashes show that this is what was exported, and that the record is unbroken. A file that somebody made anew as a
whole fits as well, so compare, too:
  1. the hash of SHA256SUMS (the script prints it) with the event "Export the file of a matter" of the audit log: ask the auditor;
  2. the hashes of the headers (sha256sum audit/block-*.json) with the heads that are mailed to the auditor daily;
  3. the auditor finds the event of an entry by audit/seals.txt; its recordHash is the one in record.sha256.
A material taken out before it was submitted is not here; the record has an entry of it. A material of 0 bytes is lost from the store.
`,
} as const;
