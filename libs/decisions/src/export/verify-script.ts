/**
 * Checks an exported file of a matter where there is nothing of ours: bash, sha256sum, sed and grep. Kept as text since it is
 * shipped inside of the export. Exit status 0: everything is as it was exported; 1: it names what is broken first.
 */
export const verifyScript = String.raw`#!/usr/bin/env bash
# 核对导出的事项档案 / Verifies an exported file of a matter: bash, sha256sum, sed, grep.
set -u
export LC_ALL=C
cd "$(dirname "$0")" || exit 2

broken() {
  printf '✗ %s\n  %s\n' "$1" "$2"
  exit 1
}
hash_of() { printf '%s' "$1" | sha256sum | sed 's/ .*//'; }

[ -f SHA256SUMS ] || broken 'SHA256SUMS 不见了。' 'SHA256SUMS is missing.'

# 1. 记录：每一条的哈希，和它记下的前一条的哈希 / the record: the hash of each entry, and the one it names as the one before
previous=0000000000000000000000000000000000000000000000000000000000000000
no=0
while IFS= read -r line || [ -n "$line" ]; do
  no=$((no + 1))
  kept=$(sed -n "$no"p record.sha256)
  hash=$(hash_of "$line")
  [ "$hash" = "$kept" ] ||
    broken "record.jsonl 第 $no 条被改动过，与它的哈希不符。" "Entry $no of record.jsonl was changed: it does not fit its hash."
  named=$(printf '%s\n' "$line" | sed -n 's/.*,"matterPrevious":"\([0-9a-f]*\)"}$/\1/p')
  [ "$named" = "$previous" ] ||
    broken "record.jsonl 第 $no 条接不上前一条。" "Entry $no of record.jsonl does not follow the one before."
  printf '%s\n' "$line" | grep -q "^{\"format\":\"dangwu-decisions/1\",[^{]*\"matterNo\":$no," ||
    broken "record.jsonl 第 $no 条的序号不对。" "Entry $no of record.jsonl has another number."
  previous=$hash
done < record.jsonl
[ "$no" -eq "$(grep -c . record.sha256)" ] ||
  broken "record.jsonl 第 $((no + 1)) 条不见了。" "Entry $((no + 1)) of record.jsonl is missing."

# 2. 提交的每一版：记录里有它的哈希 / every version that was submitted: the record holds its hash
while read -r version hash; do
  [ -n "$version" ] || continue
  [ -f "versions/$version.json" ] && [ "$(sha256sum < "versions/$version.json" | sed 's/ .*//')" = "$hash" ] ||
    broken "versions/$version.json 与记录不符。" "versions/$version.json is not what the record says."
done <<EOF_VERSIONS
$(sed -n 's/^{"format":[^{]*"kind":"SUBMITTED",.*"data":{"versionNo":\([0-9]*\),"contentHash":"\([0-9a-f]*\)".*/\1 \2/p' record.jsonl)
EOF_VERSIONS

# 3. 所有文件 / all files
first=$(sha256sum --check SHA256SUMS 2>/dev/null | grep -v ': OK$' | sed -n 1p)
[ -z "$first" ] || broken "文件不符或缺失：$first" "A file differs or is missing: $first"

# 4. 材料：记录里有的，除了提交前移除的，都在 / materials: all that the record names, but for those that were taken out
removed=$(grep '"kind":"MATERIAL_REMOVED"' record.jsonl | sed -n 's/.*,"sha256":"\([0-9a-f]*\)"},"previous":.*/\1/p')
for hash in $(grep '"kind":"MATERIAL_ADDED"' record.jsonl | sed -n 's/.*,"sha256":"\([0-9a-f]*\)"},"previous":.*/\1/p'); do
  grep -q "^$hash  materials/" SHA256SUMS || printf '%s\n' "$removed" | grep -q "^$hash$" ||
    broken "记录里的一件材料不在档案里：$hash" "A material that the record names is not here: $hash"
done

# 5. 执行佐证：记录里有的都在 / evidence of the execution: all that the record names
for hash in $(grep -E '"kind":"(MILESTONE_REPORTED|REPORTED_BACK)"' record.jsonl | sed -n 's/.*"fileHash":"\([0-9a-f]*\)".*/\1/p'); do
  grep -q "^$hash  evidence/" SHA256SUMS ||
    broken "记录里的一件执行佐证不在档案里：$hash" "Evidence that the record names is not here: $hash"
done

printf '✓ 完整：记录 %s 条，文件 %s 个。\n' "$no" "$(grep -c . SHA256SUMS)"
printf '  Complete: %s entries, %s files.\n' "$no" "$(grep -c . SHA256SUMS)"
printf '  SHA256SUMS: %s\n' "$(sha256sum < SHA256SUMS | sed 's/ .*//')"
printf '  最后一条 / last entry: %s\n' "$previous"
`;
